package org.baoxiu.process.repair.owner;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.RepairRequestProcess.Messages;
import org.baoxiu.process.repair.anytime.AnyTimeForms;
import org.baoxiu.process.repair.step4dispatch.DispatchForms;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Contacts;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an owner says at the telephone, brought to the running case of the slip by whoever has taken the call (3.1). */
@Component
public class CallsOnSlips {

    private final Contacts contacts;
    private final Commitments commitments;
    private final SlipVariables variables;
    private final RuntimeService runtime;
    private final Persons persons;
    private final StaffNews news;

    CallsOnSlips(
            Contacts contacts,
            Commitments commitments,
            SlipVariables variables,
            RuntimeService runtime,
            Persons persons,
            StaffNews news) {
        this.contacts = contacts;
        this.commitments = commitments;
        this.variables = variables;
        this.runtime = runtime;
        this.persons = persons;
        this.news = news;
    }

    public void urge(String slipNumber, String words, boolean lossOrInjury) {
        send(Messages.OWNER_URGED, slipNumber, said(words, lossOrInjury));
    }

    /**
     * Reported again by a slip of its own (4.2.1.1).
     *
     * @param said when; it is only of this urge, so that it is kept with no later one
     */
    public void reportAgain(String slipNumber, String words, boolean lossOrInjury, Instant said) {
        Map<String, Object> values = new HashMap<>(said(words, lossOrInjury));
        values.put(AnyTimeForms.SAID_AT.name(), Variables.stringValue(said.toString(), true));
        send(Messages.OWNER_URGED, slipNumber, values);
    }

    public void complain(String slipNumber, String words, boolean lossOrInjury) {
        send(Messages.OWNER_COMPLAINED, slipNumber, said(words, lossOrInjury));
    }

    public void cancel(String slipNumber, String words) {
        send(Messages.REQUEST_CANCELLED, slipNumber, said(words, false));
    }

    /** @param wordsOrNull what the owner says about it */
    public void reschedule(String slipNumber, Instant appointment, @Nullable String wordsOrNull) {
        Map<String, Object> values = new HashMap<>(Map.of(DispatchForms.APPOINTMENT_AT.name(), appointment.toString()));
        values.put(DispatchForms.CONTACT_NOTE.name(), wordsOrNull);
        send(Messages.VISIT_RESCHEDULED, slipNumber, values);
    }

    public void answerEnquiry(String slipNumber, @Nullable String wordsOrNull) {
        note(slipNumber, by -> contacts.recordEnquiry(slipNumber, wordsOrNull, by));
    }

    public void addToFault(String slipNumber, String words) {
        note(slipNumber, by -> contacts.addToFault(slipNumber, words, by));
        news.tell(Event.FAULT_ADDED, slipNumber, words);
    }

    public void correctTelephone(String slipNumber, String telephone) {
        note(slipNumber, by -> contacts.correctTelephone(slipNumber, telephone, by));
        news.tell(Event.PHONE_CORRECTED, slipNumber);
    }

    private static Map<String, Object> said(String words, boolean lossOrInjury) {
        return Map.of(AnyTimeForms.OWNER_WORDS.name(), words, AnyTimeForms.LOSS_REPORTED.name(), lossOrInjury);
    }

    private void send(String message, String slipNumber, Map<String, Object> values) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(slipNumber)
                    .setVariables(values)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw Rejection.outOfTurn(slipNumber, "这一步现在办不了：维修进展可能刚刚有了变化。请重新查找后再办。");
        }
    }

    /** A change of the record that no step of the process makes; its clocks and forms follow. */
    private void note(String slipNumber, Consumer<Person> change) {
        change.accept(persons.current());
        commitments.follow(slipNumber);
        variables.refresh(slipNumber);
    }
}
