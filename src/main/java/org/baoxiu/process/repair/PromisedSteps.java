package org.baoxiu.process.repair;

import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_ANSWER;
import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_SOLUTION;
import static org.baoxiu.commitment.CommitmentKind.ARRIVAL;
import static org.baoxiu.commitment.CommitmentKind.DEFERRAL_CALL;
import static org.baoxiu.commitment.CommitmentKind.NOTIFICATION;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;
import static org.baoxiu.commitment.CommitmentKind.REPAIR;
import static org.baoxiu.commitment.CommitmentKind.RESULT_REPORT;
import static org.baoxiu.commitment.CommitmentKind.VERIFICATION;

import java.util.Map;
import org.baoxiu.audit.ElementPromises;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.springframework.stereotype.Component;

/**
 * Which promise the steps and tasks of a repair have to keep (4.6, 5). A task has the one that its due date in the model says; a step the
 * one by which it is judged. A test compares the tasks with the model.
 */
@Component
class PromisedSteps implements ElementPromises {

    private static final Map<String, CommitmentKind> PROMISES = Map.ofEntries(
            Map.entry(Steps.REGISTER, REGISTRATION),
            Map.entry(Elements.REGISTER_REQUEST, REGISTRATION),
            Map.entry(Elements.TEAM_REACHED, NOTIFICATION),
            Map.entry(Elements.ASSESS_FAULT, ARRIVAL),
            Map.entry(Elements.SURVEY_SITE, ARRIVAL),
            Map.entry(Elements.SUPPLEMENT_APPLICATION, ARRIVAL),
            Map.entry(Steps.DISPATCH, ARRIVAL),
            Map.entry(Elements.PICK_UP_SLIP, ARRIVAL),
            Map.entry(Elements.VISIT_SITE, ARRIVAL),
            Map.entry(Steps.REPAIR, REPAIR),
            Map.entry(Elements.CARRY_OUT_REPAIR, REPAIR),
            Map.entry(Elements.SUPPORT_REPAIR, REPAIR),
            Map.entry(Elements.AGREE_DEFERRAL, DEFERRAL_CALL),
            Map.entry(Steps.CONFIRM, RESULT_REPORT),
            Map.entry(Elements.ACCEPT_REPAIR, RESULT_REPORT),
            Map.entry(Elements.REPORT_RESULT, RESULT_REPORT),
            Map.entry(Elements.VERIFY_PUBLIC_REPAIR, VERIFICATION),
            Map.entry(RepairAccidentProcess.Elements.REPORT_ACCIDENT, ACCIDENT_ANSWER),
            Map.entry(RepairAccidentProcess.Elements.ANSWER_OWNER, ACCIDENT_ANSWER),
            Map.entry(RepairAccidentProcess.Elements.PLAN_SOLUTION, ACCIDENT_SOLUTION),
            Map.entry(RepairAccidentProcess.Elements.SOLVE_ACCIDENT, ACCIDENT_SOLUTION));

    @Override
    public Map<String, CommitmentKind> byElement() {
        return PROMISES;
    }
}
