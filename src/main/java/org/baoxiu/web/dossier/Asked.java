package org.baoxiu.web.dossier;

import java.util.List;

/** What the owner has added after the report, and what was answered. */
final class Asked {

    private Asked() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "remarks",
                "业主留言",
                List.of("时间", "业主说", "答复", "答复人"),
                papers.remarks().stream()
                        .map(remark -> List.of(
                                remark.said(),
                                words.written(remark.words()),
                                remark.answer() == null ? "还没有答复" : words.written(remark.answer()),
                                remark.answeredAt() == null
                                        ? ""
                                        : words.name(remark.answeredBy()) + "，" + remark.answered()))
                        .toList());
    }
}
