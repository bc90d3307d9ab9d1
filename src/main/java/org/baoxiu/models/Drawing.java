package org.baoxiu.models;

import java.util.List;
import org.baoxiu.audit.CaseWalk.Scene;

/**
 * A diagram as it is drawn, with what is said at its elements.
 *
 * @param name   what tells it from another one beside it
 * @param scenes one for each plane
 * @param marks  at elements and flows; the others have nothing to say
 */
public record Drawing(String name, List<Scene> scenes, List<Mark> marks) {

    /** What a sign is about. */
    public enum Kind {
        CASES,
        ADDED,
        REMOVED,
        CHANGED,
        MOVED,
        /** What is drawn on the plane of a step. */
        INSIDE,
        PASSED,
        STOPPED
    }

    /**
     * @param element id
     * @param sign    stands at the element, so short that there is room for it
     * @param words   the whole of it
     */
    public record Mark(String element, Kind kind, String sign, String words) {}
}
