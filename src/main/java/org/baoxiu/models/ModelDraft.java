package org.baoxiu.models;

import java.time.Instant;
import java.util.List;

/**
 * Files that somebody has sent and that are not in force.
 *
 * @param person  login name
 * @param refused whether they were deployed and refused, and not uploaded as a draft
 * @param files   their names
 */
public record ModelDraft(long id, String person, Instant at, boolean refused, List<String> files) {

    ModelDraft with(List<String> names) {
        return new ModelDraft(id, person, at, refused, names);
    }
}
