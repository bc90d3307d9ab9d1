package org.baoxiu.web.dossier;

import java.util.List;
import java.util.Objects;
import org.baoxiu.owner.SevenSteps;

/** The whole history: what happened, who did it, when and under which clause. */
final class Happened {

    private Happened() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "history",
                "经过",
                List.of("时间", "谁", "步骤", "条款", "事项"),
                papers.history().stream()
                        .map(entry -> List.of(
                                Words.time(entry.occurredAt()),
                                words.name(entry.person()),
                                entry.step() == 0 ? "" : SevenSteps.name(entry.step()),
                                Objects.requireNonNullElse(entry.clause(), ""),
                                words.written(entry.text())))
                        .toList());
    }
}
