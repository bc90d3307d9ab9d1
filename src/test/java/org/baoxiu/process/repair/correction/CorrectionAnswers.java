package org.baoxiu.process.repair.correction;

import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.with;

import java.util.Map;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;

/** What whoever may register says about a slip that was registered wrongly. */
public final class CorrectionAnswers {

    private CorrectionAnswers() {}

    public static Map<String, Object> mistaken() {
        return fields("correctionKind", "mistaken", "correctionReason", "同一件事开了两张单");
    }

    /** @param other about the same fault */
    public static Map<String, Object> joined(RepairCase other) {
        return fields("correctionKind", "join", "joinWith", other.number(), "correctionReason", "同一个水龙头");
    }

    public static Map<String, Object> split() {
        return fields("correctionKind", "split", "splitFault", "客厅的灯不亮", "correctionReason", "一次说了两件事");
    }

    /** @param changed names and values of the fields that differ from what the form shows */
    public static Map<String, Object> corrected(Object... changed) {
        return with(fields("correctionKind", "correct", "correctionReason", "听错了"), changed);
    }

    public static Map<String, Object> nothing() {
        return fields("correctionKind", "nothing");
    }

    /** Somebody looks the slip up and says what is wrong with it. */
    public static RepairCase corrects(Office office, String person, RepairCase repair, Map<String, Object> answer) {
        office.answersCall(
                person,
                office.starts(person, SlipCorrectionProcess.KEY, fields("slipNumber", repair.number())),
                answer);
        return repair.backgroundWorkRuns();
    }
}
