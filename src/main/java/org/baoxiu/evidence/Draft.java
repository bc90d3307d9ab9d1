package org.baoxiu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a line is to say.
 *
 * @param row       or null of a line about the whole slip, or about a finding
 * @param note      or null
 * @param explained or null of any other line
 */
record Draft(LineKind kind, @Nullable Row row, @Nullable String note, @Nullable Finding explained) {

    Draft(LineKind kind, @Nullable Row row, @Nullable String note) {
        this(kind, row, note, null);
    }

    Draft(Finding explained, String note) {
        this(LineKind.EXPLAINED, null, note, explained);
    }

    /** Of the row; of an explanation, the chain where the finding is. */
    @Nullable
    String key() {
        return row != null ? row.key() : explained != null ? explained.chain() : null;
    }

    byte @Nullable [] plain() {
        return row != null ? row.plain(Recorded.FORMAT) : explained != null ? explained.state() : null;
    }
}
