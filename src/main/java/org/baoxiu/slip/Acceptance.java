package org.baoxiu.slip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What owner or customer service said to the finished work, and how often it had to be done again (S6, S7, 4.5.1, 4.6.3). A part
 * of the {@link Slip}, whose steps alone change it.
 */
public class Acceptance {

    boolean confirmed;

    @Nullable
    Instant confirmedAt;

    @Nullable
    String confirmedBy;

    @Nullable
    Instant resultReportedAt;

    int reworks;

    Acceptance() {}

    void confirm(String by, Instant at) {
        confirmed = true;
        confirmedBy = by;
        confirmedAt = at;
    }

    /** The work goes on: what was accepted is no longer what is there. */
    void revoke() {
        confirmed = false;
    }

    void sendBack() {
        revoke();
        reworks++;
    }

    /** @param at null as long as the result of the present round is not reported */
    void reported(@Nullable Instant at) {
        resultReportedAt = at;
    }

    public boolean confirmed() {
        return confirmed;
    }

    public @Nullable Instant confirmedAt() {
        return confirmedAt;
    }

    /** Who accepted or verified the work last: the owner's or the deputy's name, in a public area a login name. */
    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    public @Nullable Instant resultReportedAt() {
        return resultReportedAt;
    }

    public int reworks() {
        return reworks;
    }
}
