package org.baoxiu.process.repair.step1receive;

import java.time.Clock;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.added.FreeAnswers;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Wish;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 1: the request becomes a numbered slip (S1, S2, 4.3.1). */
@Configuration(proxyBeanMethods = false)
class ReceiveSteps {

    @Bean
    JavaDelegate openSlip(
            Slips slips,
            Steps steps,
            Offices offices,
            OfficeMembers members,
            Persons persons,
            FreeAnswers free,
            Clock clock) {
        return process -> {
            Submission in = StartForms.read(ReceiveForms.OWNERS_REPORT, process, free.startNames(process));
            Report report = new Report(
                    offices.checked(in.need(ReceiveForms.OFFICE)),
                    in.need(ReceiveForms.CHANNEL),
                    in.need(ReceiveForms.AREA),
                    in.need(ReceiveForms.REPORTER_NAME),
                    in.need(ReceiveForms.REPORTER_PHONE),
                    in.need(ReceiveForms.PLACE),
                    in.need(ReceiveForms.FAULT),
                    in.find(ReceiveForms.RECEIVED_AT).orElseGet(clock::instant));
            Person by = persons.current();
            members.check(report.office());
            String lateReason = in.orNull(ReceiveForms.RECEIVED_REASON);
            Slip slip = in.find(ReceiveForms.PAPER_NUMBER)
                    .map(number -> slips.enterPaper(
                            number,
                            report,
                            ReceiveForms.PAPER_TIMES.stream().map(in::orNull).toList(),
                            lateReason,
                            by))
                    .orElseGet(() -> slips.open(
                            report,
                            Wish.of(in.orNull(ReceiveForms.WANTED_AT), in.orNull(ReceiveForms.WANTED_NOTE)),
                            lateReason,
                            by));
            slips.bindTo(slip.number(), process.getProcessInstanceId());
            process.setProcessBusinessKey(slip.number());
            free.takeStart(process, slip.number());
            steps.settle(process, slip.number());
        };
    }
}
