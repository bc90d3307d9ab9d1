package org.baoxiu.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed at one moment of the models in force.
 *
 * @param person login name; null where the application was started with other models
 * @param reason as whoever did it has written it
 * @param undone the change that this one takes back; null if it takes none back
 * @param approvedBy login name of the second person who has approved it; null where nobody was asked
 * @param files  names of the files that differ
 */
public record ModelChange(
        long id,
        @Nullable String person,
        Instant at,
        String reason,
        @Nullable String clause,
        @Nullable Long undone,
        @Nullable String approvedBy,
        List<String> files) {

    ModelChange with(List<String> names) {
        return new ModelChange(id, person, at, reason, clause, undone, approvedBy, names);
    }
}
