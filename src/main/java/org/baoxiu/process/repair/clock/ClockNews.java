package org.baoxiu.process.repair.clock;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.Deadline;
import org.baoxiu.notification.Event;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.springframework.stereotype.Component;

/** Tells everybody whom the escalation table names, when a clock warns or is missed (4.6, 5). */
@Component
public class ClockNews {

    private final StaffNews news;

    ClockNews(StaffNews news) {
        this.news = news;
    }

    /**
     * @param stage as the models spell it
     * @param told  groups, separated by commas, or the technician; without one, the supervisors who get the task instead
     */
    public void tell(Commitment commitment, String stage, String told) {
        boolean warning = stage.equals("warning");
        Deadline deadline = commitment.deadline();
        long time = Optional.ofNullable(warning ? deadline.warnedAt() : deadline.toldAt())
                .orElse(deadline.dueAt())
                .toEpochMilli();
        news.tell(
                event(stage),
                "clock-" + commitment.id() + "-" + stage + "-" + time,
                commitment.slipNumber(),
                Map.of("promise", commitment.label(), "due", Times.minute(deadline.dueAt()), "late", late(deadline)),
                Map.of("told", told));
    }

    /** In whole days, as accidents are told again (5.3); a step that somebody has added may be told again sooner. */
    static String late(Deadline deadline) {
        return deadline.daysLate() > 0 || deadline.toldAt() == null
                ? deadline.daysLate() + " 天"
                : TimeText.of(Duration.between(deadline.dueAt(), deadline.toldAt()));
    }

    private static Event event(String stage) {
        return switch (stage) {
            case "warning" -> Event.CLOCK_WARNING;
            case "missed" -> Event.CLOCK_MISSED;
            case "again" -> Event.CLOCK_AGAIN;
            default -> throw new IllegalArgumentException("no stage of a clock: " + stage);
        };
    }
}
