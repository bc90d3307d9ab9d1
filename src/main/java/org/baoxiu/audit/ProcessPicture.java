package org.baoxiu.audit;

import java.util.List;

/** The diagram of the repair as its model draws it, in the model's own units, each plane in units of its own. */
public record ProcessPicture(List<Shape> shapes, List<Edge> edges) {

    public enum Kind {
        STEP,
        TASK,
        GATEWAY,
        EVENT
    }

    /**
     * @param step  id of the one of the seven steps that it is, or is a part of; empty for what may happen at any time
     * @param plane id of the process, or of the sub-process that has a plane of its own
     */
    public record Shape(String id, String name, Kind kind, String step, String plane, Box box) {}

    public record Box(int x, int y, int width, int height) {

        public boolean holds(Point point) {
            return point.x() >= x && point.x() <= x + width && point.y() >= y && point.y() <= y + height;
        }
    }

    public record Point(int x, int y) {}

    public record Edge(String plane, List<Point> points) {}
}
