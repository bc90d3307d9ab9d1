package org.baoxiu.web.models;

import java.util.List;
import org.baoxiu.models.rehearsal.Rehearsal;
import org.baoxiu.shared.Times;

/**
 * One rehearsal, as pages show it.
 *
 * @param failure empty if nothing is wrong
 * @param result  how it has gone, in a few words
 */
record RehearsalLine(
        long id,
        long draft,
        String files,
        String by,
        String started,
        boolean running,
        String failure,
        String result,
        List<Rehearsal.Case> cases) {

    static RehearsalLine of(Rehearsal rehearsal, int all, People people) {
        long stopped =
                rehearsal.cases().stream().filter(Rehearsal.Case::stopped).count();
        String result = rehearsal.running()
                ? "正在演练，" + all + " 个案件走完了 " + rehearsal.cases().size() + " 个"
                : rehearsal.failure() != null
                        ? "没有演练完"
                        : stopped == 0 ? all + " 个案件都走到了结束" : all + " 个案件里有 " + stopped + " 个停住了";
        return new RehearsalLine(
                rehearsal.id(),
                rehearsal.draft(),
                rehearsal.files(),
                people.named(rehearsal.person()),
                Times.minute(rehearsal.started()),
                rehearsal.running(),
                rehearsal.failure() == null ? "" : rehearsal.failure(),
                result,
                rehearsal.cases());
    }
}
