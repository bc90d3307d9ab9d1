package org.baoxiu.process.repair.step5work;

import java.util.Map;
import java.util.Objects;
import org.baoxiu.fee.FeeRule;
import org.baoxiu.shared.Yuan;
import org.baoxiu.words.TableWords;

/** What the table of fees has answered. */
public final class FeeAnswer {

    private FeeAnswer() {}

    public static FeeRule of(Map<String, Object> answer) {
        String payer = text(answer, "payer");
        return new FeeRule(
                payer,
                // only tables of former releases have a column for it
                answer.get("payerLabel") instanceof String label
                        ? label
                        : TableWords.answerSaid("repairFee", "payer", payer),
                number(answer, "ownerSharePercent").intValue(),
                Yuan.ofFen(number(answer, "serviceChargeFen")),
                Yuan.ofFen(number(answer, "minimumChargeFen")),
                text(answer, "reason"));
    }

    private static String text(Map<String, Object> answer, String column) {
        return (String) Objects.requireNonNull(answer.get(column), column);
    }

    private static Number number(Map<String, Object> answer, String column) {
        return (Number) Objects.requireNonNull(answer.get(column), column);
    }
}
