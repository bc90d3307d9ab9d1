package org.baoxiu.process.handover;

import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.with;

import java.time.Instant;
import java.util.Map;

/** What the heads fill in about who works on what. */
public final class HandOverAnswers {

    private HandOverAnswers() {}

    /** Everything, back to the group; {@code more} names a slip or whoever gets it. */
    public static Map<String, Object> handOver(String from, Object... more) {
        return with(fields("workOf", from, "handOverReason", "临时有事"), more);
    }

    /** From now on; {@code more} may name the beginning. */
    public static Map<String, Object> leave(String person, Instant until, String openWork, Object... more) {
        return with(
                fields(
                        "absentPerson",
                        person,
                        "absenceKind",
                        "leave",
                        "absentUntil",
                        until.toString(),
                        "absenceReason",
                        "病假",
                        "openWork",
                        openWork),
                more);
    }

    public static Map<String, Object> back(String person) {
        return fields("absentPerson", person, "absenceKind", "back");
    }

    public static Map<String, Object> roster(String team, String text) {
        return fields("office", "一号管理处", "rosterTeam", team, "rosterText", text);
    }
}
