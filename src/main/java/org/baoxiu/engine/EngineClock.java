package org.baoxiu.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's clock as a {@link Clock}: domain code and timers see one time, and a test that moves the engine's clock
 * moves both. It ticks in whole milliseconds, as both databases keep them: what is read back equals what was saved.
 * The engine offers no public access to its clock; this class is the only place that reaches for it.
 */
public final class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    /** For what reads a form: a date without a year or a time without a date is one of now. */
    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }
}
