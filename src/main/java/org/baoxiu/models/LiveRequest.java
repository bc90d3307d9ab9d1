package org.baoxiu.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is to go live later.
 *
 * @param person      login name of whoever has asked for it
 * @param clause      empty if none is given
 * @param differences what it would have changed when it was asked for, as a fingerprint
 * @param liveAt      null if it is to go live as soon as it is approved
 * @param approvedBy  login name; null as long as nobody has approved it
 */
public record LiveRequest(
        long draft,
        String person,
        Instant askedAt,
        String reason,
        String clause,
        String differences,
        @Nullable Instant liveAt,
        @Nullable String approvedBy) {}
