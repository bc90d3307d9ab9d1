package org.baoxiu.monthend.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.baoxiu.monthend.report.CellType;
import org.baoxiu.monthend.report.Chart;
import org.baoxiu.monthend.report.Column;
import org.baoxiu.monthend.report.Rate;
import org.jspecify.annotations.Nullable;

/** Draws a chart under the lines of a sheet, in dark grey alone: it is read in black and white. */
public final class ReportChart {

    private static final XDDFSolidFillProperties GREY =
            new XDDFSolidFillProperties(XDDFColor.from(PresetColor.DIM_GRAY));
    /** More bars than these nobody can read. */
    public static final int LINES = 24;
    /** What fits on a printed page under the headings, in rows. */
    private static final int TALLEST = 26;

    private final XSSFSheet sheet;
    private final Chart chart;
    private final List<Column> columns;
    private final List<List<Object>> lines;

    /** @param lines the first lines under the headings */
    ReportChart(XSSFSheet sheet, Chart chart, List<Column> columns, List<List<Object>> lines) {
        this.sheet = sheet;
        this.chart = chart;
        this.columns = columns;
        this.lines = lines;
    }

    /** In rows. */
    int height() {
        return chart.curve() ? 16 : Math.min(TALLEST, Math.max(8, 5 + lines.size() * 3 / 2));
    }

    void draw(int headingRow, int topRow) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 0, topRow, columns.size(), topRow + height());
        XSSFChart drawn = drawing.createChart(anchor);
        drawn.setTitleText(chart.title());
        drawn.setTitleOverlay(false);
        XDDFCategoryAxis names = drawn.createCategoryAxis(chart.curve() ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        XDDFValueAxis values = drawn.createValueAxis(chart.curve() ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        values.setMinimum(0);
        if (!chart.curve() && columns.get(chart.value()).type() == CellType.RATE) {
            values.setMaximum(1);
        }
        XDDFChartData data =
                chart.curve() ? curve(drawn, names, values, headingRow) : bars(drawn, names, values, headingRow);
        drawn.plot(data);
    }

    private XDDFChartData bars(XSSFChart drawn, XDDFCategoryAxis names, XDDFValueAxis values, int headingRow) {
        XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(60);
        names.setOrientation(AxisOrientation.MAX_MIN);
        int first = headingRow + 1;
        int last = headingRow + lines.size();
        XDDFDataSource<String> categories = XDDFDataSourcesFactory.fromArray(
                lines.stream().map(line -> String.valueOf(line.get(0))).toArray(String[]::new),
                reference(first, last, 0, 0));
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                lines.stream().map(line -> number(line.get(chart.value()))).toArray(Double[]::new),
                reference(first, last, chart.value(), chart.value()));
        numbers.setFormatCode(columns.get(chart.value()).type().format());
        fill(data.addSeries(categories, numbers));
        return data;
    }

    private XDDFChartData curve(XSSFChart drawn, XDDFCategoryAxis names, XDDFValueAxis values, int headingRow) {
        XDDFLineChartData data = (XDDFLineChartData) drawn.createData(ChartTypes.LINE, names, values);
        int last = columns.size() - 1;
        XDDFDataSource<String> categories = XDDFDataSourcesFactory.fromArray(
                columns.stream().skip(1).map(Column::heading).toArray(String[]::new),
                reference(headingRow, headingRow, 1, last));
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                IntStream.rangeClosed(1, last)
                        .mapToObj(column -> number(lines.get(0).get(column)))
                        .toArray(Double[]::new),
                reference(headingRow + 1, headingRow + 1, 1, last));
        numbers.setFormatCode("0.00");
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(categories, numbers);
        series.setSmooth(false);
        series.setLineProperties(new XDDFLineProperties(GREY));
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        series.setMarkerStyle(MarkerStyle.SQUARE);
        fill(series);
        return data;
    }

    private void fill(XDDFChartData.Series series) {
        series.setTitle(chart.title());
        series.setFillProperties(GREY);
    }

    private String reference(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        return new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn)
                .formatAsString(sheet.getSheetName(), true);
    }

    /** What is drawn; null where there is nothing to draw. */
    public static @Nullable Double number(@Nullable Object cell) {
        if (cell instanceof Rate rate) {
            return rate.whole() == 0 ? null : rate.fraction().doubleValue();
        }
        return cell instanceof BigDecimal number
                ? Double.valueOf(number.doubleValue())
                : cell instanceof Long count ? count.doubleValue() : null;
    }
}
