package org.baoxiu.process.repair.step5work;

import static org.baoxiu.process.form.Field.code;

import java.util.List;
import java.util.Optional;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.MaterialLine;
import org.baoxiu.fee.Quote;
import org.baoxiu.process.repair.step5work.WorkForms.ConsentOutcome;
import org.baoxiu.process.repair.step5work.WorkForms.MaterialRow;
import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.slip.Completions;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.springframework.stereotype.Component;

/** What is found, offered, agreed and done where the fault is. */
@Component
class WorkVariables implements StepVariables {

    private final Fees fees;

    WorkVariables(Fees fees) {
        this.fees = fees;
    }

    @Override
    public void write(Slip slip, Values values) {
        values.put("consentResult", code(consentOutcome(slip)));
        if (slip.offers(OwnersStep.ANSWER_QUOTE)) {
            values.put(WorkForms.CONSENT_BY.name(), slip.report().reporterName());
        }
        if (slip.visit().arrivedAt() != null) {
            onSite(slip, values);
        }
    }

    private static ConsentOutcome consentOutcome(Slip slip) {
        if (slip.state() == SlipState.REFUSED) {
            return ConsentOutcome.REFUSED;
        }
        return slip.agreement().consentValid() ? ConsentOutcome.AGREED : ConsentOutcome.REQUOTE;
    }

    private void onSite(Slip slip, Values values) {
        Optional<Quote> quote = fees.latestQuote(slip.number());
        String cause = slip.diagnosis().foundCause() == null
                ? slip.diagnosis().assessedCause()
                : slip.diagnosis().foundCause();
        values.put(WorkForms.FOUND_CAUSE.name(), cause == null ? "" : cause);
        values.put("quoteText", quote.map(Quote::describe).orElse(""));
        values.put(
                "consentText",
                slip.agreement().consentedAmount() == null
                        ? "公共部位维修，不向业主收费"
                        : "业主同意的金额："
                                + slip.agreement().consentedAmount().setScale(2).toPlainString() + " 元");
        values.put("completionText", Completions.expected(slip));
        values.words("workNote", slip.work().note());
        quote.ifPresent(offered -> forMaterials(offered.materials(), values));
    }

    private static void forMaterials(List<MaterialLine> lines, Values values) {
        for (int row = 0; row < WorkForms.MATERIALS.size(); row++) {
            MaterialLine line = row < lines.size() ? lines.get(row) : null;
            MaterialRow fields = WorkForms.MATERIALS.get(row);
            values.put(fields.name().name(), line == null ? "" : line.name());
            values.put(
                    fields.quantity().name(),
                    line == null ? null : line.quantity().doubleValue());
            values.put(
                    fields.price().name(),
                    line == null ? null : line.unitPrice().doubleValue());
        }
    }
}
