package org.baoxiu.slip;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * When things happened that were written on a paper slip while there was no power. What came later than the power came back is
 * null: it is recorded as it happens.
 *
 * @param registeredAt when the sheet was filled in, which is when the request reached the office; never null
 */
public record PaperTimes(
        Instant registeredAt,
        @Nullable Instant notifiedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant reportedAt) {

    /** In the order in which they have to happen. */
    private static final List<String> NAMES = List.of("通知维修班", "到场", "开始维修", "修理完毕", "业主签字", "反馈结果");

    /**
     * People write down hours and minutes only: each time is the first such one after the one before it, past midnight where it
     * must be.
     *
     * @param received when the request reached the office
     * @param clock    what the clock showed at each of the six moments, null from some moment on
     */
    static PaperTimes of(Instant received, List<@Nullable LocalTime> clock, Instant now) {
        List<@Nullable Instant> times = new ArrayList<>();
        ZonedDateTime last = received.atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < NAMES.size(); i++) {
            LocalTime shown = clock.get(i);
            if (shown == null) {
                times.add(null);
                continue;
            }
            if (times.contains(null)) {
                throw Rejection.invalid("纸上的时间要从前往后填：填了“" + NAMES.get(i) + "”的时间，前面的也要填。");
            }
            last = last.toLocalTime().isAfter(shown) ? last.plusDays(1).with(shown) : last.with(shown);
            times.add(notAfter(now, last.toInstant(), NAMES.get(i)));
        }
        return new PaperTimes(
                received, times.get(0), times.get(1), times.get(2), times.get(3), times.get(4), times.get(5));
    }

    private static Instant notAfter(Instant now, Instant time, String name) {
        if (time.isAfter(now)) {
            throw Rejection.invalid("“" + name + "”的时间（" + Times.minute(time) + "）晚于现在。请核对收到时间和纸上的时间，改正后重新提交。");
        }
        return time;
    }
}
