package org.baoxiu.slip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.baoxiu.shared.Times;

/** A clock that a test sets: it starts on 23 November 2026 at 09:00 local time. */
public class TestClock extends Clock {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 23, 9, 0);

    private Instant now;

    public TestClock() {
        restart();
    }

    public void restart() {
        now = START.atZone(getZone()).toInstant();
        Times.tellBy(this);
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    public LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
