package org.baoxiu.monthend.workbook;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.baoxiu.monthend.report.CellType;
import org.baoxiu.monthend.report.Column;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Report;
import org.baoxiu.monthend.report.Totals;

/**
 * The sheet of one report: title and definition, headings that stay in view and are printed on each page, the lines, their
 * total, the chart. What does not fit on one sheet goes on on another.
 */
final class ReportSheets {

    private static final int HEADING_ROW = 2;
    /** A sheet holds 1,048,576 rows. */
    private static final int LINES = 1_000_000;

    private static final int CHARACTERS_A_COLUMN = 10;
    /** A spreadsheet keeps times as parts of a day. */
    private static final double MILLIS_A_DAY = 86_400_000;
    /** In rows of ordinary height: what fits on a printed page, and what title, definition and headings take of it. */
    private static final int PAGE = 29;

    private static final int ABOVE_THE_LINES = 7;

    /** At the sides, in inches. */
    private static final double MARGIN = 0.35;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final Report report;
    private final List<Column> columns;
    private final Totals totals;
    private final List<List<Object>> drawn = new ArrayList<>();
    private SXSSFSheet sheet;
    private int sheets;
    private int next;

    ReportSheets(SXSSFWorkbook workbook, Styles styles, Report report, List<Column> columns) {
        this.workbook = workbook;
        this.styles = styles;
        this.report = report;
        this.columns = columns;
        this.totals = new Totals(columns);
        begin();
    }

    private void begin() {
        sheets++;
        sheet = workbook.createSheet(report.title() + (sheets == 1 ? "" : "（" + sheets + "）"));
        int last = columns.size() - 1;
        for (int column = 0; column <= last; column++) {
            sheet.setColumnWidth(column, width(columns.get(column).type()) * 256);
        }
        text(0, 26, styles.title(), report.title());
        int perLine = columns.stream().mapToInt(column -> width(column.type())).sum() / 2;
        text(1, 17 * (report.definition().length() / perLine + 1), styles.text(), report.definition());
        if (last > 0) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, last));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, last));
        }
        Row headings = sheet.createRow(HEADING_ROW);
        headings.setHeightInPoints(16 * headingLines());
        for (int column = 0; column <= last; column++) {
            Cell cell = headings.createCell(column);
            cell.setCellValue(columns.get(column).heading());
            cell.setCellStyle(styles.heading());
        }
        sheet.createFreezePane(1, HEADING_ROW + 1);
        next = HEADING_ROW + 1;
    }

    /**
     * In characters. The width of a page is that of all columns, so none is wider than it needs: figures and times, which are not shown at all where
     * they do not fit, have room; words are wrapped.
     */
    private static int width(CellType type) {
        return switch (type) {
            case WORDS -> 30;
            case SLIP -> 20;
            case PLACE, MOMENT -> 18;
            case TEXT -> 16;
            case FIGURE, YUAN -> 15;
            case HOURS, QUANTITY -> 13;
            case BRIEF -> 8;
            default -> CHARACTERS_A_COLUMN;
        };
    }

    /** A Chinese character is as wide as two others. */
    private int headingLines() {
        return Math.max(
                2,
                columns.stream()
                        .mapToInt(column -> column.heading().length() * 2 / width(column.type()) + 1)
                        .max()
                        .orElse(0));
    }

    private void text(int row, int points, CellStyle style, String text) {
        Row line = sheet.createRow(row);
        line.setHeightInPoints(points);
        Cell cell = line.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    void line(List<Object> cells) {
        if (next - HEADING_ROW > LINES) {
            finishSheet();
            begin();
        }
        if (report.summed()) {
            totals.add(cells);
        }
        if (drawn.size() < ReportChart.LINES) {
            drawn.add(cells);
        }
        write(cells, false);
    }

    private void write(List<Object> cells, boolean total) {
        Row row = sheet.createRow(next++);
        for (int column = 0; column < cells.size(); column++) {
            CellType type = cells.get(column) instanceof Rate
                    ? CellType.RATE
                    : columns.get(column).type();
            Cell cell = row.createCell(column);
            cell.setCellStyle(total ? styles.total(type) : styles.of(type));
            set(cell, cells.get(column));
        }
    }

    private static void set(Cell cell, Object value) {
        if (value instanceof LocalDateTime time) {
            cell.setCellValue(time);
        } else if (value instanceof Rate rate) {
            if (rate.whole() > 0) {
                cell.setCellValue(rate.fraction().doubleValue());
            }
        } else if (value instanceof Long count) {
            cell.setCellValue(count);
        } else if (value instanceof Duration time) {
            cell.setCellValue(time.toMillis() / MILLIS_A_DAY);
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    void finish() {
        if (report.summed()) {
            write(totals.line(), true);
        }
        if (!drawn.isEmpty()) {
            report.chart().ifPresent(chart -> {
                ReportChart picture = new ReportChart(
                        workbook.getXSSFWorkbook().getSheet(sheet.getSheetName()), chart, columns, drawn);
                if (ABOVE_THE_LINES + next - HEADING_ROW + picture.height() > PAGE) {
                    sheet.setRowBreak(next - 1);
                }
                picture.draw(HEADING_ROW, next + 1);
                next += picture.height() + 1;
            });
        }
        finishSheet();
    }

    private void finishSheet() {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, MARGIN);
        sheet.setMargin(PageMargin.RIGHT, MARGIN);
        sheet.setRepeatingRows(new CellRangeAddress(HEADING_ROW, HEADING_ROW, -1, -1));
        sheet.getFooter().setCenter("第 &P 页，共 &N 页");
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, columns.size() - 1, 0, next - 1);
    }
}
