package org.baoxiu.testing;

/** A diagram as it was drawn before each step had a plane of its own: the same process, everything open on one. */
public final class FormerDrawing {

    private static final String NEXT_PLANE =
            "\\s*</bpmndi:BPMNPlane>\\s*</bpmndi:BPMNDiagram>\\s*<bpmndi:BPMNDiagram [^>]*>\\s*<bpmndi:BPMNPlane [^>]*>";

    private FormerDrawing() {}

    public static String of(String diagram) {
        String drawn =
                diagram.replace("isExpanded=\"false\"", "isExpanded=\"true\"").replaceAll(NEXT_PLANE, "");
        if (drawn.split("<bpmndi:BPMNPlane ", -1).length != 2 || drawn.equals(diagram)) {
            throw new IllegalArgumentException("no planes to put together");
        }
        return drawn;
    }
}
