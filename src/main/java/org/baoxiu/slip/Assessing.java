package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.NOTIFIED;

import java.time.Instant;

/** The steps that say what a slip is about and how serious it is (4.2, 4.4, S3). */
public final class Assessing {

    private final Slip slip;

    Assessing(Slip slip) {
        this.slip = slip;
    }

    void assess(Assessment assessment, boolean lossOrInjury, boolean surveyNeeded) {
        slip.require("评估故障", NOTIFIED);
        slip.diagnosis().judge(assessment);
        slip.diagnosis().surveyNeeded = surveyNeeded;
        slip.severity().lossOrInjury(lossOrInjury);
    }

    void survey(Assessment assessment, String findings, Instant now) {
        slip.require("登记勘查结果", NOTIFIED);
        slip.diagnosis().judge(assessment);
        slip.diagnosis().surveyed(findings);
        slip.milestones().teamReached(now);
        slip.milestones().visited(now);
    }

    void classify(Classification result, Instant now) {
        slip.requireOpen("重新界定");
        if (!slip.severity().classify(result, slip.item() != null)) {
            return;
        }
        slip.milestones().importantSince = result.repairClass() == RepairClass.IMPORTANT ? now : null;
        if (result.repairClass() == RepairClass.ACCIDENT) {
            slip.accident = Accident.declared(now);
            slip.schedule().approvalNeeded(false);
        }
    }

    /** The head of customer service has the class on the desk (4.4.1, 4.4.2); the same class is not handed over twice. */
    void handOverToLead() {
        slip.requireOpen("处置");
        slip.severity().handedOver();
    }

    void downgrade(String reason) {
        slip.requireOpen("降级");
        slip.heed(slip.severity().objectionToDowngrade(reason));
        if (slip.accidentOpen()) {
            throw slip.refused("维修事故要由主任结案，不能降级。");
        }
        slip.severity().downgrade(reason);
        slip.milestones().importantSince = null;
        slip.schedule().approvalNeeded(false);
    }
}
