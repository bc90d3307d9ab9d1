package org.baoxiu.process.contractor;

import java.time.Clock;
import java.time.LocalDate;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.anytime.FreshLists;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers a contractor, or renews its licence; whoever is choosing one sees it at once (Q3). */
@Configuration(proxyBeanMethods = false)
class ContractorRecordSteps {

    @Bean
    JavaDelegate recordContractor(Contractors contractors, FreshLists lists, Clock clock) {
        return process -> {
            Submission in = StartForms.read(ContractorRecordProcess.FORM, process);
            LocalDate expiresOn = in.need(ContractorRecordProcess.EXPIRES_ON);
            if (expiresOn.isBefore(LocalDate.now(clock))) {
                throw Rejection.invalid("许可证已于 " + expiresOn + " 到期，不能登记。请核对有效期，或请对方提供新的许可证。");
            }
            if (expiresOn.isAfter(Qualification.FOR_LIFE)) {
                throw Rejection.invalid("许可证的有效期（" + expiresOn + "）太远，请核对年份；长期有效的填 " + Qualification.FOR_LIFE + "。");
            }
            contractors.register(
                    in.need(ContractorRecordProcess.NAME),
                    in.need(ContractorRecordProcess.PHONE),
                    in.need(ContractorRecordProcess.TRADE),
                    in.need(ContractorRecordProcess.LICENCE_NUMBER),
                    expiresOn);
            lists.write();
        };
    }
}
