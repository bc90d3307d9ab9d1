package org.baoxiu.monthend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.baoxiu.monthend.report.DrawnChart.Bar;
import org.baoxiu.monthend.report.DrawnChart.Point;
import org.baoxiu.monthend.workbook.ReportChart;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("3.4")
@DisplayName("月报页面上的图")
class DrawnChartTest {

    private static final List<Column> RATES = List.of(Column.of("承诺", CellType.TEXT), Column.of("按时率", CellType.RATE));
    private static final List<Column> COUNTS =
            List.of(Column.of("渠道", CellType.TEXT), Column.of("维修单（张）", CellType.COUNT));

    @Test
    @DisplayName("a rate is drawn against 100 %, and what was never owed has no bar")
    void rates() {
        DrawnChart chart = DrawnChart.of(
                new Chart("按时率", 1),
                RATES,
                List.of(
                        line("登记", new Rate(1, 1)),
                        line("到场", new Rate(1, 2)),
                        line("告知业主并约定时间，暂缓维修的", new Rate(0, 0))));

        assertThat(chart.bars()).extracting(Bar::figure).containsExactly("100.0%", "50.0%", "—");
        assertThat(chart.bars()).extracting(Bar::width).containsExactly(470, 235, 0);
        assertThat(chart.bars()).extracting(Bar::name).containsExactly("登记", "到场", "告知业主并约定时间，暂缓维…");
    }

    @Test
    @DisplayName("the largest count has the longest bar, and no more are drawn than can be read")
    void counts() {
        DrawnChart chart = DrawnChart.of(
                new Chart("张数", 1),
                COUNTS,
                IntStream.range(0, 40)
                        .mapToObj(i -> line("项目 " + i, 80L - 2 * i))
                        .toList());

        assertThat(chart.bars()).hasSize(ReportChart.LINES);
        assertThat(chart.bars().get(0)).isEqualTo(new Bar("项目 0", "80", 0, 470));
        assertThat(chart.bars().get(20).width()).isEqualTo(235);
        assertThat(DrawnChart.of(new Chart("张数", 1), COUNTS, List.of(line("电话", 0L)))
                        .bars()
                        .get(0)
                        .width())
                .isZero();
    }

    @Test
    @Tag("Q6")
    @DisplayName("a month without a call-back interrupts the curve")
    void curve() {
        List<Column> months = Arrays.asList(
                Column.of("谁", CellType.TEXT),
                Column.of("2026-07", CellType.SCORE),
                Column.of("2026-08", CellType.SCORE),
                Column.of("2026-09", CellType.SCORE),
                Column.of("2026-10", CellType.SCORE));
        DrawnChart chart = DrawnChart.of(
                new Chart("平均分（分）", 0),
                months,
                List.of(line("全部", new BigDecimal("5.00"), new BigDecimal("4.50"), null, new BigDecimal("2.00"))));

        assertThat(chart.points()).extracting(Point::figure).containsExactly("5.00", "4.50", "", "2.00");
        assertThat(chart.strokes()).singleElement().satisfies(stroke -> {
            assertThat(stroke.from().name()).isEqualTo("2026-07");
            assertThat(stroke.to().name()).isEqualTo("2026-08");
            assertThat(stroke.to().y())
                    .as("lower is worse")
                    .isGreaterThan(stroke.from().y());
        });
    }

    private static List<Object> line(Object... cells) {
        return Arrays.asList(cells);
    }
}
