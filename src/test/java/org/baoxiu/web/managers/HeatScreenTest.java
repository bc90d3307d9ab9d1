package org.baoxiu.web.managers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.baoxiu.audit.ProcessPicture;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Edge;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Point;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.web.managers.HeatScreen.Drawing;
import org.baoxiu.web.managers.HeatScreen.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("时限热图的图")
class HeatScreenTest {

    private static final String PROCESS = "repairRequest";
    private static final String STEP = "SubProcess_Dispatch";
    private static final Shape TIMER = new Shape("Timer", "到场超时", Kind.EVENT, STEP, PROCESS, new Box(640, 92, 36, 36));
    private static final Edge ESCALATION = new Edge(PROCESS, List.of(new Point(658, 92), new Point(658, 60)));

    private static Drawing drawing(List<Shape> shapes, List<Edge> edges) {
        HeatQuery query = HeatQuery.of(
                "", "", "", "", "", "", STEP, Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("UTC")));
        return HeatScreen.of(new ProcessPicture(shapes, edges), List.of(STEP), Map.of(), query)
                .drawing();
    }

    @Test
    @DisplayName("a step with a plane of its own is drawn from that plane, with the ways around its tasks")
    void plane() {
        Drawing drawing = drawing(
                List.of(
                        new Shape(STEP, "4 维修调度", Kind.STEP, STEP, PROCESS, new Box(600, 110, 100, 80)),
                        TIMER,
                        new Shape("Task_VisitSite", "上门", Kind.TASK, STEP, STEP, new Box(200, 300, 100, 80)),
                        new Shape("Gateway", "上门结果？", Kind.GATEWAY, STEP, STEP, new Box(400, 315, 50, 50))),
                List.of(
                        ESCALATION,
                        new Edge(STEP, List.of(new Point(425, 315), new Point(425, 200), new Point(150, 200)))));

        assertThat(drawing.marks().stream().map(Mark::title)).containsExactly("上门", "上门结果？");
        assertThat(drawing.lines()).containsExactly("425,315 425,200 150,200");
        assertThat(drawing.viewBox()).isEqualTo("138 188 324 204");
        assertThat(drawing.width()).isEqualTo(405);
    }

    @Test
    @DisplayName("a step of one task is not blown up to the width of the page")
    void oneTask() {
        Drawing drawing = drawing(
                List.of(
                        new Shape(STEP, "2 报修登记", Kind.STEP, STEP, PROCESS, new Box(600, 110, 100, 80)),
                        new Shape("Task_Register", "登记报修", Kind.TASK, STEP, STEP, new Box(200, 300, 100, 80))),
                List.of());

        assertThat(drawing.viewBox()).isEqualTo("188 288 124 104");
        assertThat(drawing.width()).isEqualTo(155);
    }

    @Test
    @DisplayName("a step that is drawn open is cut out of the diagram, as in former versions")
    void open() {
        Drawing drawing = drawing(
                List.of(
                        new Shape(STEP, "4 维修调度", Kind.STEP, STEP, PROCESS, new Box(600, 110, 400, 200)),
                        TIMER,
                        new Shape("Task_VisitSite", "上门", Kind.TASK, STEP, PROCESS, new Box(700, 150, 100, 80)),
                        new Shape("Task_Other", "别处", Kind.TASK, "", PROCESS, new Box(1200, 150, 100, 80))),
                List.of(
                        ESCALATION,
                        new Edge(PROCESS, List.of(new Point(650, 190), new Point(700, 190))),
                        new Edge("SubProcess_Urged", List.of(new Point(650, 190), new Point(700, 190)))));

        assertThat(drawing.marks().stream().map(Mark::title)).containsExactly("4 维修调度", "到场超时", "上门");
        assertThat(drawing.lines()).containsExactly("650,190 700,190");
        assertThat(drawing.viewBox()).isEqualTo("588 98 424 224");
    }
}
