package org.baoxiu.lists;

import java.time.Instant;
import org.baoxiu.board.ClockState;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/**
 * Which slips a list shows; what is null does not matter.
 *
 * @param ended          the slips that have ended between {@code from} and {@code until}; otherwise those that are open
 * @param technician     login name of whoever has the slip, {@link #NOBODY} for those that nobody has
 * @param promise        how the slip stands against the promise that presses most; of open slips only
 * @param receivedBefore of open slips only
 * @param from           inclusive, {@code until} exclusive; of ended slips only
 * @param onlyOf         login name of a technician who may see no others than those he or she works or worked on
 * @param scope          the offices whose slips the reader may see, whatever {@code office} asks for
 */
public record SlipFilter(
        boolean ended,
        @Nullable String office,
        @Nullable SlipState state,
        @Nullable String technician,
        @Nullable RepairClass repairClass,
        @Nullable ClockState promise,
        @Nullable Instant receivedBefore,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String onlyOf,
        OfficeScope scope) {

    /** No login name begins like that. */
    public static final String NOBODY = "-";
}
