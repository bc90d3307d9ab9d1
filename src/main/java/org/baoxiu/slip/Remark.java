package org.baoxiu.slip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that whoever works on the slip should know, as it stands on every form and on paper.
 *
 * @param label what it is, in the words of the office
 * @param text  as it was written, never blank
 */
public record Remark(String label, String text) {

    static Optional<Remark> of(String label, @Nullable String text) {
        return Optional.ofNullable(text).map(written -> new Remark(label, written));
    }
}
