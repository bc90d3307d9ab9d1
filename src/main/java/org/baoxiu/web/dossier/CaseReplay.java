package org.baoxiu.web.dossier;

import java.util.List;
import org.baoxiu.audit.CaseWalk.Scene;
import org.jspecify.annotations.Nullable;

/**
 * A case that is walked through over its diagrams, in the words of its readers. Times are numbers of {@link Moment}s.
 *
 * @param running whether the last moment is now
 * @param visits  runs of elements, in the order in which they began
 * @param lines   the slip's history, in its own order
 */
record CaseReplay(
        String number,
        String state,
        boolean running,
        List<Moment> moments,
        List<Scene> scenes,
        List<Visit> visits,
        List<Passage> passages,
        List<Promise> promises,
        List<Line> lines) {

    /** @param passed how long after the moment before; empty for the first */
    record Moment(String time, String passed) {}

    /**
     * @param scene   number of the diagram on which it is drawn, -1 where it is on none
     * @param turns   whether the case only turned off there
     * @param until   null while it lasts
     * @param promise number of the promise that it had to keep
     */
    record Visit(
            int scene,
            String element,
            String name,
            String kind,
            boolean turns,
            String person,
            int from,
            @Nullable Integer until,
            boolean cancelled,
            String started,
            String ended,
            String took,
            @Nullable Integer promise) {}

    record Passage(int scene, String flow, int at) {}

    /**
     * @param late    from when on it was missed; null if it was not
     * @param outcome as it stands in the end
     */
    record Promise(
            String name,
            String clause,
            String keeper,
            String limit,
            String due,
            int from,
            @Nullable Integer late,
            @Nullable Integer until,
            String outcome,
            List<Pause> pauses) {}

    record Pause(int from, @Nullable Integer until, String reason) {}

    record Line(int at, String time, String person, String step, String clause, String text) {}
}
