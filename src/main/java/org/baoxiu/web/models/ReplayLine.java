package org.baoxiu.web.models;

import java.util.List;
import org.baoxiu.models.Replay;
import org.baoxiu.shared.Times;

/**
 * One replay, as pages show it.
 *
 * @param failure empty if nothing is wrong
 */
record ReplayLine(
        long id,
        long draft,
        String files,
        String by,
        String period,
        String started,
        boolean running,
        String progress,
        String failure,
        List<String> figures) {

    static ReplayLine of(Replay replay, boolean lost, People people) {
        return new ReplayLine(
                replay.id(),
                replay.draft(),
                replay.files(),
                people.named(replay.person()),
                replay.from() + " 至 " + replay.until(),
                Times.minute(replay.started()),
                replay.running() && !lost,
                replay.done() + " / " + replay.all(),
                lost
                        ? "算到一半停了（" + replay.done() + " / " + replay.all() + "），可能是系统重启了。请重新开始。"
                        : replay.failure() == null ? "" : replay.failure(),
                replay.figures());
    }
}
