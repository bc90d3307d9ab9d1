package org.baoxiu.process.repair.correction;

import static org.baoxiu.process.form.Field.code;

import java.util.HashMap;
import java.util.Map;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Splits;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** A second fault of a report gets a case of its own, as if whoever splits had taken a report of it (4.3.1). */
@Component
class Splitting {

    private final Splits splits;
    private final PuttingRight right;
    private final StaffNews news;
    private final Persons persons;
    private final RuntimeService runtime;

    Splitting(Splits splits, PuttingRight right, StaffNews news, Persons persons, RuntimeService runtime) {
        this.splits = splits;
        this.right = right;
        this.news = news;
        this.persons = persons;
        this.runtime = runtime;
    }

    /** @param fault that goes to the slip of its own */
    void split(String slip, String fault, String reason) {
        right.requireTheirs(slip);
        Report report = splits.report(slip, fault, persons.current());
        String opened = runtime.startProcessInstanceByKey(RepairRequestProcess.KEY, form(report))
                .getBusinessKey();
        splits.tie(slip, opened, reason, persons.current());
        news.tell(Event.SLIP_SPLIT, slip, opened + "（" + reason + "）");
    }

    /** As it is typed into the start form; what the form leaves out is now. */
    private static Map<String, Object> form(Report report) {
        Map<String, Object> form = new HashMap<>();
        form.put(ReceiveForms.CHANNEL.name(), code(report.channel()));
        form.put(ReceiveForms.OFFICE.name(), report.office());
        form.put(ReceiveForms.AREA.name(), code(report.area()));
        form.put(ReceiveForms.REPORTER_NAME.name(), report.reporterName());
        form.put(ReceiveForms.REPORTER_PHONE.name(), report.reporterPhone());
        form.put(ReceiveForms.PLACE.name(), report.place());
        form.put(ReceiveForms.FAULT.name(), report.fault());
        return form;
    }
}
