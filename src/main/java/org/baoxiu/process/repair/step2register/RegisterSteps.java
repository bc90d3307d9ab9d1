package org.baoxiu.process.repair.step2register;

import java.util.Map;
import java.util.Optional;
import org.baoxiu.notification.Event;
import org.baoxiu.process.contractor.ContractorOrders;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step4dispatch.Coverage;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.telling.TeamNews;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.EntryApplication;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 2: registration, catalogue, classification, the gate of forced entry, notification of the team. */
@Configuration(proxyBeanMethods = false)
class RegisterSteps {

    @Bean
    TaskListener recordRegistration(Steps steps, Slips slips) {
        return steps.completing(
                RegisterForms.REGISTER_REQUEST,
                (slip, by, in) -> slips.register(slip, RegisterForms.registration(in), by));
    }

    @Bean
    ExecutionListener recordCatalogueItem(Steps steps, Slips slips, Coverage coverage, ContractorOrders contractors) {
        return process -> steps.deciding("维修目录里没有所选的项目，请从列出的项目中选择。", (slip, answer) -> {
                    CatalogueItem before = slips.get(slip).item();
                    boolean stops = slips.get(slip).state() == SlipState.REGISTERED || asksLater(process);
                    String code = Optional.ofNullable(
                                    slips.get(slip).diagnosis().itemCode())
                            .orElseThrow(() -> Rejection.invalid(slip, "还没有维修项目，请先登记维修项目。"));
                    CatalogueItem item = Decided.item(code, answer, stops);
                    slips.useItem(slip, item);
                    // what was anybody's in the catalogue of before may be a contractor's in that of today
                    if (before == null
                            || !before.code().equals(item.code())
                            || before.contractorOnly() != item.contractorOnly()) {
                        coverage.check(slip);
                        contractors.itemChanged(slip, before);
                    }
                })
                .notify(process);
    }

    /** The model of a former release asks for the application at the registration only: nobody could supply it afterwards. */
    private static boolean asksLater(DelegateExecution process) {
        return process.getBpmnModelInstance().getModelElementById(Elements.SUPPLEMENT_APPLICATION) != null;
    }

    @Bean
    ExecutionListener checkItemsArea(Steps steps, Slips slips) {
        return steps.entering(slips::checkArea);
    }

    @Bean
    ExecutionListener recordClassification(Steps steps, Slips slips, StaffNews news) {
        return steps.deciding("界定规则没有给出类别，请联系流程管理人员检查界定规则表。", (slip, answer) -> {
            boolean raisedBefore = slips.get(slip).severity().raised();
            RepairClass before = slips.get(slip).repairClass();
            slips.classify(slip, Decided.classification(answer));
            Slip now = slips.get(slip);
            if (now.severity().raised() && (!raisedBefore || now.repairClass() != before)) {
                news.tell(
                        now.accidentOpen() ? Event.ACCIDENT_DECLARED : Event.CLASS_RAISED,
                        slip,
                        answer.getEntry("reason"));
            }
        });
    }

    @Bean
    TaskListener recordApplication(Steps steps, Slips slips) {
        return steps.completing(RegisterForms.OBTAIN_APPLICATION, (slip, by, in) -> {
            in.needTick(RegisterForms.APPLICATION_RECEIVED);
            slips.recordApplication(
                    slip,
                    new EntryApplication(
                            in.need(RegisterForms.APPLICANT),
                            in.need(RegisterForms.APPLICATION_REFERENCE),
                            in.need(RegisterForms.APPLICATION_DATE)),
                    by);
        });
    }

    @Bean
    JavaDelegate notifyMaintenanceTeam(Steps steps, TeamNews team) {
        return process -> steps.automatic(slip -> {
                    team.tell(Event.NEW_SLIP, slip, "", Map.of());
                    if (process.getBpmnModelInstance().getModelElementById(Elements.TEAM_REACHED) == null) {
                        // the model of a former release does not wait
                        team.goOn(slip);
                    }
                })
                .execute(process);
    }

    @Bean
    ExecutionListener goOnWithTeam(Steps steps, TeamNews team) {
        return steps.entering(team::goOn);
    }
}
