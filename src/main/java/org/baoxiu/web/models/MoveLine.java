package org.baoxiu.web.models;

import org.baoxiu.models.CaseMove;
import org.baoxiu.shared.Times;

/** Cases that were moved, as the page shows it. */
record MoveLine(String time, String by, String reason, String what, String state) {

    static MoveLine of(CaseMove move, People people) {
        String state = move.left() == 0
                ? "已移完"
                : move.left() == move.failed() ? "有 " + move.failed() + " 件没有移成，留在原来的版本" : "还有 " + move.left() + " 件";
        return new MoveLine(
                Times.minute(move.started()),
                people.named(move.person()),
                move.reason(),
                "第 " + move.fromVersion() + " 版 → 第 " + move.toVersion() + " 版，" + move.cases() + " 件",
                state);
    }
}
