package org.baoxiu.process.technician;

import java.time.Clock;
import java.time.LocalDate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records a qualification and puts the technician into the group whose tasks it opens (Q3). */
@Configuration(proxyBeanMethods = false)
class TechnicianSteps {

    @Bean
    JavaDelegate recordQualification(Dispatch dispatch, Persons persons, IdentityService identity, Clock clock) {
        return process -> {
            Submission in = StartForms.read(TechnicianRecordProcess.FORM, process);
            String technician = in.need(TechnicianRecordProcess.TECHNICIAN_ID);
            if (!persons.isMember(technician, Groups.MAINTENANCE)) {
                throw Rejection.invalid("维修班里没有登录名为“" + technician + "”的人员，请核对登录名，或请系统管理员先把此人加入维修班。");
            }
            LocalDate expiresOn = in.need(TechnicianRecordProcess.EXPIRES_ON);
            Qualification.checkExpiry(expiresOn, LocalDate.now(clock));
            Qualification qualification = in.need(TechnicianRecordProcess.QUALIFICATION);
            dispatch.recordQualification(
                    technician, qualification, in.need(TechnicianRecordProcess.CERTIFICATE_NUMBER), expiresOn);
            if (!persons.isMember(technician, qualification.group())) {
                identity.createMembership(technician, qualification.group());
            }
        };
    }
}
