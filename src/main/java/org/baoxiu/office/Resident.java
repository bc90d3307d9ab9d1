package org.baoxiu.office;

import java.time.LocalDate;
import java.util.List;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * An owner or occupant of a flat. The same name in the same role at one flat is one person.
 *
 * @param telephones as people read them, each once, the preferred one first; may be empty
 * @param since      first day, null when unknown
 * @param until      last day, null while it goes on
 * @param note       such as that somebody is hard of hearing, or null
 */
public record Resident(
        ResidentKind kind,
        String name,
        List<String> telephones,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        @Nullable String note) {

    static final int MOST_TELEPHONES = 5;

    public Resident {
        telephones = List.copyOf(telephones);
        if (since != null && until != null && until.isBefore(since)) {
            throw Rejection.invalid("“止”（" + until + "）早于“起”（" + since + "），请改正。");
        }
        if (telephones.size() > MOST_TELEPHONES) {
            throw Rejection.invalid("一个人最多登记 " + MOST_TELEPHONES + " 个电话，请删去不用的。");
        }
    }

    /** Whether the flat is or was this person's on a day; unknown bounds are open. */
    public boolean on(LocalDate day) {
        return (since == null || !day.isBefore(since)) && (until == null || !day.isAfter(until));
    }
}
