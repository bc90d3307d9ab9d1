package org.baoxiu.process.repair.step6confirm;

import org.baoxiu.fee.Bill;
import org.baoxiu.fee.Fees;
import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.springframework.stereotype.Component;

/** Who accepts the work, and what it costs. */
@Component
class ConfirmVariables implements StepVariables {

    private final Fees fees;

    ConfirmVariables(Fees fees) {
        this.fees = fees;
    }

    @Override
    public void write(Slip slip, Values values) {
        if (slip.offers(OwnersStep.JUDGE_WORK)) {
            values.put(ConfirmForms.ACCEPTED_BY.name(), slip.report().reporterName());
        }
        if (slip.visit().arrivedAt() != null) {
            values.put(
                    "billText",
                    fees.latestBill(slip.number()).map(Bill::describe).orElse(""));
        }
    }
}
