package org.baoxiu.process.repair.clock;

import java.time.Duration;
import java.util.Map;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.notification.Event;
import org.baoxiu.process.repair.telling.StaffNews;
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
        long time = (warning ? commitment.warnedAt() : commitment.toldAt()).toEpochMilli();
        long days = warning
                ? 0
                : Duration.between(commitment.dueAt(), commitment.toldAt()).toDays();
        news.tell(
                event(stage),
                "clock-" + commitment.id() + "-" + stage + "-" + time,
                commitment.slipNumber(),
                Map.of(
                        "promise",
                        commitment.kind().label(),
                        "due",
                        Times.minute(commitment.dueAt()),
                        "late",
                        days + " 天"),
                Map.of("told", told));
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
