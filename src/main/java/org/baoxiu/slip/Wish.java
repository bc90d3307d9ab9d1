package org.baoxiu.slip;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.baoxiu.shared.Plausible;
import org.jspecify.annotations.Nullable;

/**
 * When the owner wants the visit (4.3.1.3): the promise to arrive runs against the time, the words are a note to it.
 *
 * @param wantedAt   to the minute, as it is typed and confirmed; null for as soon as possible
 * @param wantedNote in the owner's words, at most 100 characters; null when nothing was said
 */
public record Wish(@Nullable Instant wantedAt, @Nullable String wantedNote) {

    private static final int NOTE_LENGTH = 100;

    public Wish {
        wantedAt = wantedAt == null ? null : wantedAt.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Null when nothing was said. */
    public static @Nullable Wish of(@Nullable Instant wantedAtOrNull, @Nullable String noteOrNull) {
        return wantedAtOrNull == null && noteOrNull == null ? null : new Wish(wantedAtOrNull, noteOrNull);
    }

    /** What is wrong with it: the time is over or more than a year ahead, or the note too long. */
    Optional<String> objection(Instant now) {
        if (wantedNote != null && wantedNote.length() > NOTE_LENGTH) {
            return Optional.of("对上门时间的说明最多 " + NOTE_LENGTH + " 个字，现在有 " + wantedNote.length() + " 个，请缩短后重新提交。");
        }
        return wantedAt == null ? Optional.empty() : Plausible.objectionAhead("希望上门时间", wantedAt, now);
    }
}
