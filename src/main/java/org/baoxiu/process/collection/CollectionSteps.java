package org.baoxiu.process.collection;

import static org.baoxiu.process.collection.FeeCollectionProcess.AMOUNT;
import static org.baoxiu.process.collection.FeeCollectionProcess.EVENT;
import static org.baoxiu.process.collection.FeeCollectionProcess.FORM;
import static org.baoxiu.process.collection.FeeCollectionProcess.REASON;
import static org.baoxiu.process.collection.FeeCollectionProcess.SLIP_NUMBER;
import static org.baoxiu.process.collection.FeeCollectionProcess.WAY;

import org.baoxiu.fee.FeeCollection;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.shared.Person;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records what happened to the charge of a slip (3.5). */
@Configuration(proxyBeanMethods = false)
class CollectionSteps {

    @Bean
    JavaDelegate recordFeeEntry(FeeCollection collection, OfficeMembers offices, Persons persons) {
        return process -> {
            Submission in = StartForms.read(FORM, process);
            String slip = offices.checkSlip(in.need(SLIP_NUMBER));
            Person by = persons.current();
            process.setProcessBusinessKey(slip);
            switch (in.need(EVENT)) {
                case PAYMENT -> collection.pay(slip, in.need(AMOUNT), in.need(WAY), in.orNull(REASON), by);
                case WAIVER -> collection.waive(slip, in.need(AMOUNT), in.need(REASON), by);
                case REFUND -> collection.refund(slip, in.need(AMOUNT), in.need(WAY), in.need(REASON), by);
            }
        };
    }
}
