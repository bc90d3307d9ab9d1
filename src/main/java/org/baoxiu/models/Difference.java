package org.baoxiu.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two versions of a file.
 *
 * @param place where, as the person finds it in the Modeler
 * @param was   empty for what was added
 * @param is    empty for what was removed
 * @param spot  where a diagram draws it; null where none does
 */
public record Difference(How how, String place, List<Piece> was, List<Piece> is, @Nullable Spot spot) {

    /**
     * @param element  id
     * @param property of which it is, in words; empty for the element as a whole
     */
    public record Spot(String element, String property) {}

    /** What has become of it. */
    public enum How {
        ADDED("新增"),
        REMOVED("去掉"),
        MOVED("移动"),
        CHANGED("修改");

        private final String label;

        How(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    static Difference added(String place, String what) {
        return new Difference(How.ADDED, place, List.of(), Piece.whole(what), null);
    }

    static Difference removed(String place, String what) {
        return new Difference(How.REMOVED, place, Piece.whole(what), List.of(), null);
    }

    static Difference moved(String place, String from, String to) {
        return new Difference(How.MOVED, place, Piece.whole(from), Piece.whole(to), null);
    }

    static Difference changed(String place, String was, String is) {
        return new Difference(How.CHANGED, place, Piece.former(was, is), Piece.present(was, is), null);
    }

    Difference at(@Nullable Spot spot) {
        return new Difference(how, place, was, is, spot);
    }
}
