package org.baoxiu.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One person is on duty for one group of one office, from one moment to another, the last one not included.
 *
 * @param team   id of the group
 * @param person login name
 */
public record Shift(
        @Id @Nullable Long id,
        String office,
        String team,
        String person,
        Instant startsAt,
        Instant endsAt,
        Instant recordedAt,
        String recordedBy) {

    boolean covers(Instant moment) {
        return !startsAt.isAfter(moment) && endsAt.isAfter(moment);
    }
}
