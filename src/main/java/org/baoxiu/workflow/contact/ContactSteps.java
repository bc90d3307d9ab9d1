package org.baoxiu.workflow.contact;

import org.baoxiu.slip.Rejection;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.workflow.StartForms;
import org.baoxiu.workflow.Submission;
import org.baoxiu.workflow.contact.OwnerContactProcess.ContactKind;
import org.baoxiu.workflow.repair.RepairRequestProcess;
import org.baoxiu.workflow.repair.RepairRequestProcess.Messages;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands what the owner said to the running case of the slip. */
@Configuration(proxyBeanMethods = false)
class ContactSteps {

  @Bean
  JavaDelegate relayOwnerContact(Slips slips, RuntimeService runtime) {
    return process -> {
      Submission in = StartForms.read(OwnerContactProcess.FORM, process);
      Slip slip = slips.get(in.need(OwnerContactProcess.SLIP_NUMBER));
      if (slip.state().ended()) {
        throw Rejection.invalid("维修单 " + slip.number() + slip.state().label() + "。如有新的问题，请另行登记报修。");
      }
      process.setProcessBusinessKey(slip.number());
      runtime.createMessageCorrelation(message(in.need(OwnerContactProcess.CONTACT_KIND)))
          .processInstanceBusinessKey(slip.number())
          .setVariable(RepairRequestProcess.Fields.OWNER_WORDS.name(), in.need(OwnerContactProcess.OWNER_WORDS))
          .setVariable(RepairRequestProcess.Fields.LOSS_REPORTED.name(), in.ticked(OwnerContactProcess.LOSS_OR_INJURY))
          .correlate();
    };
  }

  private static String message(ContactKind kind) {
    return switch (kind) {
      case URGE -> Messages.OWNER_URGED;
      case COMPLAIN -> Messages.OWNER_COMPLAINED;
      case CANCEL -> Messages.REQUEST_CANCELLED;
    };
  }
}
