package org.baoxiu.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Somebody is away from one moment to another, the last one not included.
 *
 * @param id       0 until it is recorded
 * @param person   login name
 * @param handedTo login name of whoever gets the open work; null unless it is handed over
 */
public record Absence(
        @Id long id,
        String person,
        Instant startsAt,
        Instant endsAt,
        String reason,
        OpenWork openWork,
        @Nullable String handedTo,
        Instant recordedAt,
        String recordedBy) {

    boolean covers(Instant moment) {
        return !startsAt.isAfter(moment) && endsAt.isAfter(moment);
    }

    Absence begunAt(Instant moment) {
        return new Absence(id, person, moment, endsAt, reason, openWork, handedTo, recordedAt, recordedBy);
    }

    Absence again(Instant from) {
        return new Absence(0, person, from, endsAt, reason, openWork, handedTo, recordedAt, recordedBy);
    }

    Absence endedAt(Instant moment) {
        return new Absence(id, person, startsAt, moment, reason, openWork, handedTo, recordedAt, recordedBy);
    }
}
