package org.baoxiu.commitment;

import java.time.Instant;
import org.baoxiu.calendar.ServiceCalendar;
import org.springframework.stereotype.Service;

/** When something is due that is owed before there is a slip, or for more than one: by the table of limits and the office's hours. */
@Service
public class Deadlines {

    private final Limits limits;
    private final ServiceCalendar calendar;

    public Deadlines(Limits limits, ServiceCalendar calendar) {
        this.limits = limits;
        this.calendar = calendar;
    }

    /** Of a promise that starts at {@code start}. */
    public Deadline from(Instant start, CommitmentKind kind) {
        Limit limit = limits.of(kind, null, false).orElseThrow(() -> new IllegalStateException("no limit for " + kind));
        return Commitment.start("", Occurrence.of(kind, start, null), limit, null, false, calendar)
                .deadline();
    }
}
