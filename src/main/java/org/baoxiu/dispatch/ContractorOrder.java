package org.baoxiu.dispatch;

import java.time.Instant;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A slip in the hands of an outside contractor (Q3). The technician keeps the slip, secures the place and accompanies.
 *
 * @param id          0 until it is given
 * @param contractor  id of the {@link Contractor}
 * @param round       how often the slip had been repaired before: what was done then is not done now
 * @param orderNumber the contractor's own; null if it gave none
 * @param agreedAt    when it has promised to be there, by the latest agreement
 * @param arrivedAt   null while it is awaited, also again after a first visit
 * @param endedAs     null while it is under way
 * @param resultText  what was done, or why the order ended without
 */
public record ContractorOrder(
        @Id long id,
        String slipNumber,
        Long contractor,
        int round,
        @Nullable String orderNumber,
        Instant calledAt,
        Instant agreedAt,
        Instant givenAt,
        String givenBy,
        @Nullable Instant arrivedAt,
        @Nullable String arrivalBy,
        @Nullable End endedAs,
        @Nullable String resultText,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    /** How an order ends. */
    public enum End {
        DONE,
        HANDED_BACK,
        /** The slip needs nobody any more. */
        CALLED_OFF
    }

    static ContractorOrder given(
            Slip slip,
            long contractor,
            @Nullable String orderNumber,
            Instant calledAt,
            Instant agreedAt,
            Instant now,
            String by) {
        return new ContractorOrder(
                0,
                slip.number(),
                contractor,
                slip.acceptance().reworks(),
                orderNumber,
                calledAt,
                agreedAt,
                now,
                by,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    ContractorOrder arrived(Instant at, String by) {
        return new ContractorOrder(
                id,
                slipNumber,
                contractor,
                round,
                orderNumber,
                calledAt,
                agreedAt,
                givenAt,
                givenBy,
                at,
                by,
                endedAs,
                resultText,
                endedAt,
                endedBy);
    }

    /** It comes at another time, or once more. */
    ContractorOrder agreed(Instant newTime) {
        return new ContractorOrder(
                id,
                slipNumber,
                contractor,
                round,
                orderNumber,
                calledAt,
                newTime,
                givenAt,
                givenBy,
                null,
                null,
                endedAs,
                resultText,
                endedAt,
                endedBy);
    }

    ContractorOrder ended(End as, @Nullable String text, Instant now, String by) {
        return new ContractorOrder(
                id,
                slipNumber,
                contractor,
                round,
                orderNumber,
                calledAt,
                agreedAt,
                givenAt,
                givenBy,
                arrivedAt,
                arrivalBy,
                as,
                text,
                now,
                by);
    }

    public boolean awaited() {
        return endedAs == null && arrivedAt == null;
    }
}
