package org.baoxiu.web.dossier;

import java.util.List;
import org.baoxiu.feedback.CallBack;

/** What the owner said about the finished work (4.3.6, S7). */
final class Calls {

    private Calls() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "calls",
                "回访",
                List.of("时间", "由谁", "评价", "业主的话", "跟进"),
                papers.calls().stream().map(call -> line(call, words)).toList());
    }

    private static List<String> line(CallBack call, Words words) {
        return List.of(
                Words.time(call.calledAt()),
                words.name(call.calledBy()),
                call.reached() ? call.score() + " 分" + (call.conductComplaint() ? "，投诉态度" : "") : "没有联系上",
                words.written(call.words()),
                followUp(call));
    }

    private static String followUp(CallBack call) {
        if (call.followUp() == null) {
            return "";
        }
        return switch (call.followUp()) {
                    case CLOSE -> "结束";
                    case IMPROVE -> "改进服务";
                    case REWORK -> "返修";
                    case RETRY -> Words.time(call.retryAt()) + " 再次回访";
                }
                + (call.followUpReason() == null ? "" : "：" + call.followUpReason());
    }
}
