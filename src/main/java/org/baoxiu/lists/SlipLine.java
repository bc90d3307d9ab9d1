package org.baoxiu.lists;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.board.SlipClock;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/**
 * One slip of a list. Place and fault are as somebody has written them, with whatever telephone is in them.
 *
 * @param item       of the catalogue; null until it is known
 * @param technician login name; null while nobody has the slip
 * @param closedAt   null while it is open
 * @param clock      the promise that presses most; empty when none is owed
 */
public record SlipLine(
        String number,
        SlipState state,
        String office,
        String place,
        String fault,
        @Nullable String item,
        @Nullable RepairClass repairClass,
        boolean emergency,
        @Nullable String technician,
        Instant receivedAt,
        @Nullable Instant closedAt,
        int urges,
        int complaints,
        String reporterName,
        String reporterPhone,
        Optional<SlipClock> clock) {}
