package org.baoxiu.web.dossier;

import java.util.List;
import org.baoxiu.commitment.AddedStep;

/** What fields and steps have brought that the process owner has added to forms and diagram. */
final class Extras {

    private Extras() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "extras",
                "补充内容",
                List.of("内容", "填写", "步骤", "由谁", "时间"),
                papers.extras().stream()
                        .map(extra -> List.of(
                                extra.label(),
                                words.written(extra.words()),
                                extra.step(),
                                words.name(extra.person()),
                                Words.time(extra.at())))
                        .toList());
    }

    static Table steps(Papers papers, Words words) {
        return Table.of(
                "added",
                "增加的步骤",
                List.of("步骤", "条款", "开始", "到期", "办结", "由谁", "结果"),
                papers.added().stream()
                        .map(step -> List.of(
                                step.name(),
                                step.clause(),
                                Words.time(step.startedAt()),
                                Words.time(step.dueAt()),
                                Words.time(step.endedAt()),
                                words.name(step.person()),
                                outcome(step, papers)))
                        .toList());
    }

    private static String outcome(AddedStep step, Papers papers) {
        boolean over = step.missedBy(papers.now());
        if (step.endedAt() == null) {
            return papers.slip().state().ended() ? "没有办" : over ? "已超时" : "还没有办";
        }
        return step.dueAt() == null ? "已办" : over ? "超时" : "按时";
    }
}
