package org.baoxiu.web.models;

import org.baoxiu.models.ModelDraft;
import org.baoxiu.shared.Times;

/**
 * One draft, as the list shows it.
 *
 * @param waits for what before it goes live; empty if nobody has asked for that
 */
record DraftLine(long id, String time, String by, String how, String files, String waits) {

    static DraftLine of(ModelDraft draft, People people) {
        return of(draft, "", people);
    }

    static DraftLine of(ModelDraft draft, String waits, People people) {
        return new DraftLine(
                draft.id(),
                Times.minute(draft.at()),
                people.named(draft.person()),
                draft.refused() ? "部署没有通过" : "上传",
                String.join("、", draft.files()),
                waits);
    }
}
