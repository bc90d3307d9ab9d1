package org.baoxiu.board;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/**
 * An open slip as everybody in the room may see it: nothing of the reporter is in it.
 *
 * @param subject     the item of the catalogue; what was reported until that is known
 * @param repairClass null before the slip is classified
 * @param technician  login name; null before the slip is picked up
 * @param clock       empty when no promise is owed, as before the call-back
 */
public record OpenSlip(
        String number,
        SlipState state,
        String office,
        String place,
        String subject,
        @Nullable RepairClass repairClass,
        boolean emergency,
        @Nullable String technician,
        Optional<SlipClock> clock) {

    /** By remaining time; what is paused comes after what runs, and what has no clock comes last. */
    static final Comparator<OpenSlip> MOST_URGENT_FIRST = Comparator.comparing(
                    (OpenSlip slip) -> slip.clockState() == ClockState.NONE)
            .thenComparing(slip -> slip.clockState() == ClockState.PAUSED)
            .thenComparing(slip -> slip.clock().map(SlipClock::left).orElse(Duration.ZERO))
            .thenComparing(OpenSlip::number);

    public ClockState clockState() {
        return clock.map(SlipClock::state).orElse(ClockState.NONE);
    }

    OpenSlip with(Optional<SlipClock> clock) {
        return new OpenSlip(number, state, office, place, subject, repairClass, emergency, technician, clock);
    }
}
