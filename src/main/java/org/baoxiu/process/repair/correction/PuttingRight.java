package org.baoxiu.process.repair.correction;

import java.util.Map;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Messages;
import org.baoxiu.process.repair.anytime.AnyTimeForms;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.slip.Corrections;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What is put right on the record, with what follows from it in the running case. */
@Component
class PuttingRight {

    private final Corrections corrections;
    private final StaffNews news;
    private final Persons persons;
    private final RuntimeService runtime;

    PuttingRight(Corrections corrections, StaffNews news, Persons persons, RuntimeService runtime) {
        this.corrections = corrections;
        this.news = news;
        this.persons = persons;
        this.runtime = runtime;
    }

    /** A case that began under the model of a former release ends by the owner's message, which finds the slip marked. */
    void markMistaken(String slip, String reason) {
        corrections.markMistaken(slip, reason, persons.current());
        news.tell(Event.CALLED_OFF, slip, reason);
        boolean waits = waitsFor(Messages.SLIP_MISTAKEN, slip);
        runtime.createMessageCorrelation(waits ? Messages.SLIP_MISTAKEN : Messages.REQUEST_CANCELLED)
                .processInstanceBusinessKey(slip)
                .setVariables(waits ? Map.of() : Map.of(AnyTimeForms.OWNER_WORDS.name(), reason))
                .correlate();
    }

    private boolean waitsFor(String message, String slip) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(slip, RepairRequestProcess.KEY)
                .list()
                .stream()
                .flatMap(one -> runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(one.getId())
                        .eventType("message")
                        .eventName(message)
                        .list()
                        .stream())
                .findAny()
                .isPresent();
    }
}
