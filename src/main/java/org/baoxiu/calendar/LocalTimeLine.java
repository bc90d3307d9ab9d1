package org.baoxiu.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/** Puts what the clock on the wall shows onto the line of instants, in order, whatever the clock is set to in between. */
final class LocalTimeLine {

    private LocalTimeLine() {}

    /**
     * The first instant at which the wall clock shows a time; where it skips the time because summer time begins, the instant
     * of the skip. So a later local time never comes before an earlier one, and periods that touch on paper touch in reality:
     * when summer time ends and an hour is shown twice, only its first showing opens and closes.
     */
    static Instant instant(LocalDateTime shown, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(shown);
        return offsets.isEmpty() ? rules.getTransition(shown).getInstant() : shown.toInstant(offsets.get(0));
    }
}
