package org.baoxiu.web.models;

import org.baoxiu.models.ModelChange;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One change, as the list shows it.
 *
 * @param clause empty if none is given
 * @param approved by whom; empty where nobody was asked
 * @param undone number of the change that it takes back; null if it takes none back
 */
record ChangeLine(
        long id,
        String time,
        String by,
        String reason,
        String clause,
        String approved,
        String files,
        @Nullable Long undone) {

    private static final int NAMED = 5;

    static ChangeLine of(ModelChange change, People people) {
        String named =
                String.join("、", change.files().stream().distinct().limit(NAMED).toList());
        long all = change.files().stream().distinct().count();
        return new ChangeLine(
                change.id(),
                Times.minute(change.at()),
                people.named(change.person()),
                change.reason(),
                change.clause() == null ? "" : change.clause(),
                change.approvedBy() == null ? "" : people.named(change.approvedBy()),
                all > NAMED ? named + " 等 " + all + " 个" : named,
                change.undone());
    }
}
