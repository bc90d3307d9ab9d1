package org.baoxiu.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.office.Location;
import org.baoxiu.office.Part;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One fault that concerns many, or a planned interruption.
 *
 * @param what       such as 电梯停运, 停水
 * @param expectedAt when it is expected to be over; null while nobody knows, never of a planned one
 * @param endedAt    as it was entered, or when a planned one ended by itself; null before; before its beginning if it was called off
 * @param slipNumber of the one slip that repairs it, or null
 * @param declaredBy login name
 * @param version    of what is said of it, from 0
 * @param callers    how many different telephones have called about it
 */
public record Incident(
        long id,
        String office,
        String what,
        boolean planned,
        Instant beginsAt,
        @Nullable Instant expectedAt,
        @Nullable Instant endedAt,
        @Nullable String slipNumber,
        Instant declaredAt,
        String declaredBy,
        int version,
        List<Part> parts,
        int callers) {

    /** Where it stands. */
    public enum Stage {
        PLANNED("计划中"),
        RUNNING("进行中"),
        ENDED("已恢复"),
        CALLED_OFF("已取消");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Since when it is over; null while it is not. A planned one is over at the end that was announced. */
    public @Nullable Instant over(Instant now) {
        return endedAt == null && planned && hasPassed(now) ? expectedAt : endedAt;
    }

    /** Whether an unplanned one was to be over by now, and nobody has said that it is. */
    public boolean late(Instant now) {
        return endedAt == null && !planned && hasPassed(now);
    }

    private boolean hasPassed(Instant now) {
        return expectedAt != null && !expectedAt.isAfter(now);
    }

    public Stage stage(Instant now) {
        Instant over = over(now);
        if (over != null) {
            return over.isBefore(beginsAt) ? Stage.CALLED_OFF : Stage.ENDED;
        }
        return beginsAt.isAfter(now) ? Stage.PLANNED : Stage.RUNNING;
    }

    public boolean concerns(Location at) {
        return parts.stream().anyMatch(part -> part.concerns(at));
    }

    Incident at(List<Part> places) {
        return new Incident(
                id,
                office,
                what,
                planned,
                beginsAt,
                expectedAt,
                endedAt,
                slipNumber,
                declaredAt,
                declaredBy,
                version,
                places,
                callers);
    }

    public String where() {
        return parts.stream().map(Part::label).collect(Collectors.joining("、"));
    }

    /** What whoever is about to report it should hear first, such as 3栋电梯停运，已在抢修，预计 11月23日 15:00 恢复。 */
    public String words(Instant now) {
        return where() + what + "，"
                + switch (stage(now)) {
                    case PLANNED ->
                        "计划 " + Times.minute(beginsAt) + (expectedAt == null ? "" : " 至 " + Times.minute(expectedAt));
                    case RUNNING -> (planned ? "正在按计划进行，" : "已在抢修，") + expected(now);
                    case ENDED -> "已于 " + ended(now) + (planned ? " 结束" : " 恢复");
                    case CALLED_OFF -> "已取消";
                }
                + "。";
    }

    private String expected(Instant now) {
        if (expectedAt == null) {
            return "恢复时间待定";
        }
        return late(now)
                ? "原预计 " + Times.minute(expectedAt) + " 恢复，是否恢复正在核实"
                : "预计 " + Times.minute(expectedAt) + " 恢复";
    }

    private String ended(Instant now) {
        Instant over = over(now);
        return over == null ? "" : Times.minute(over);
    }
}
