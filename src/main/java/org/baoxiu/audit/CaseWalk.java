package org.baoxiu.audit;

import java.time.Instant;
import java.util.List;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Point;
import org.jspecify.annotations.Nullable;

/**
 * The way of a case over the diagrams that it has followed, as the engine has written it down: the case itself and those that it called,
 * each run in the version of the diagram that it ran by.
 *
 * @param scenes   the diagrams; one for each plane of each version
 * @param visits   in the order in which they began
 * @param passages flows that were taken, in the order of time
 */
public record CaseWalk(List<Scene> scenes, List<Visit> visits, List<Passage> passages) {

    /**
     * @param definition id of the version of the process
     * @param step       id of the sub-process of which it is the plane; null for the process itself
     */
    public record Scene(String definition, String title, @Nullable String step, List<Part> parts, List<Line> lines) {}

    /**
     * An element as it is drawn.
     *
     * @param open   whether what is in it is drawn in it
     * @param sign   what stands in a circle or rhomb; empty for a plain one
     * @param label  where its name stands, if not in it
     * @param within id of the outermost sub-process that is drawn open around it, which may be itself; null where there is none
     */
    public record Part(
            String element,
            String name,
            Kind kind,
            boolean open,
            String sign,
            Box box,
            @Nullable Box label,
            @Nullable String within) {}

    /** @param flow id of a sequence flow; of something else where nothing passes */
    public record Line(String flow, String name, @Nullable Box label, List<Point> points) {}

    /**
     * A run of an element.
     *
     * @param type      as the engine names it
     * @param person    login name of whoever had the task
     * @param until     null while it lasts
     * @param cancelled whether something else has ended it
     */
    public record Visit(
            String definition,
            String element,
            String name,
            String type,
            @Nullable String person,
            Instant from,
            @Nullable Instant until,
            boolean cancelled) {}

    public record Passage(String definition, String flow, Instant at) {}
}
