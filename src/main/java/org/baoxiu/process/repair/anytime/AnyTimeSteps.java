package org.baoxiu.process.repair.anytime;

import java.util.Optional;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.anytime.AnyTimeForms.LeadDecision;
import org.baoxiu.process.repair.owner.RepeatRule;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Contacts;
import org.baoxiu.slip.Counting;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What may happen at any time: the class goes up, the owner urges, complains or cancels (4.1, 4.2.1, 4.4). */
@Configuration(proxyBeanMethods = false)
class AnyTimeSteps {

    @Bean
    TaskListener engageLead(Steps steps, Slips slips) {
        return steps.creating(slips::handOverToLead);
    }

    /** The accident goes to the director, who handles it beside the work on the request (4.4.1). */
    @Bean
    ExecutionListener declareAccident(Steps steps, Slips slips) {
        return steps.entering(slips::handOverToLead);
    }

    @Bean
    TaskListener recordLeadDecision(Steps steps, Slips slips) {
        return steps.completing(AnyTimeForms.HANDLE_IMPORTANT, (slip, by, in) -> {
            slips.recordMeasures(slip, in.need(AnyTimeForms.MEASURES), by);
            if (in.need(AnyTimeForms.LEAD_DECISION) == LeadDecision.DOWNGRADE) {
                slips.downgrade(slip, in.need(AnyTimeForms.DOWNGRADE_REASON), by);
            }
        });
    }

    @Bean
    JavaDelegate recordUrge(Steps steps, Contacts contacts, RepeatRule rule, Persons persons, StaffNews news) {
        return repeat(steps, contacts::recordUrge, Event.URGED, rule, persons, news);
    }

    @Bean
    JavaDelegate recordComplaint(Steps steps, Contacts contacts, RepeatRule rule, Persons persons, StaffNews news) {
        return repeat(steps, contacts::recordComplaint, Event.COMPLAINED, rule, persons, news);
    }

    private static JavaDelegate repeat(
            Steps steps, Repeat repeat, Event event, RepeatRule rule, Persons persons, StaffNews news) {
        return steps.hearing(AnyTimeForms.OWNERS_WORDS, (slip, message) -> {
            String words = message.need(AnyTimeForms.OWNER_WORDS);
            repeat.record(
                    slip,
                    words,
                    message.ticked(AnyTimeForms.LOSS_REPORTED),
                    rule.about(slip, message.orNull(AnyTimeForms.SAID_AT)),
                    persons.current());
            news.tell(event, slip, words);
        });
    }

    /** What the owner says again may make the request an accident (4.2.1.1). */
    private interface Repeat {

        void record(String slip, String words, boolean lossOrInjury, Counting counting, Person by);
    }

    /** Each complaint has a task of its own, with its own words: a later one does not change what the earlier task is about. */
    @Bean
    TaskListener showComplaint(Slips slips) {
        return task -> task.setVariableLocal(
                "complaintText",
                Optional.ofNullable(slips.get(task.getExecution().getProcessBusinessKey())
                                .reasons()
                                .complaint())
                        .map(words -> Markdown.plain(words, 1_000))
                        .orElse(""));
    }

    @Bean
    TaskListener recordComplaintAnswer(Steps steps, Contacts contacts) {
        return steps.completing(
                AnyTimeForms.ANSWER_COMPLAINT,
                (slip, by, in) -> contacts.recordComplaintAnswer(slip, in.need(AnyTimeForms.COMPLAINT_ANSWER), by));
    }

    /** The slip is marked already; with the case everything ends that was to be done for it. */
    @Bean
    JavaDelegate stopMistakenSlip(Steps steps) {
        return steps.automatic(slip -> {});
    }

    /** The slip is marked already, and what was to be done for it is done for the slip that it was joined to. */
    @Bean
    JavaDelegate stopJoinedSlip(Steps steps) {
        return steps.automatic(slip -> {});
    }

    @Bean
    JavaDelegate cancelSlip(Steps steps, Slips slips, Persons persons, StaffNews news) {
        return steps.hearing(AnyTimeForms.OWNERS_WORDS, (slip, message) -> {
            if (slips.get(slip).state().none()) {
                // a case of a former release ends by this message for want of one of its own
                return;
            }
            slips.cancel(slip, message.need(AnyTimeForms.OWNER_WORDS), persons.current());
            news.tell(Event.WITHDRAWN, slip, message.need(AnyTimeForms.OWNER_WORDS));
        });
    }
}
