package org.baoxiu.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Tables of a page as a workbook, a sheet each. Rows leave the memory as they are written. */
public final class TableWorkbook implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true);
    private final CellStyle heading = heading(workbook);
    private final CellStyle text = text(workbook);
    private final CellStyle whole = number(workbook, "#,##0");
    private final CellStyle yuan = number(workbook, "#,##0.00");

    /** The rows below the headings of one table. */
    public final class Sheet {

        private final SXSSFSheet sheet;
        private final int columns;
        private int next = 1;

        private Sheet(String name, List<String> headings) {
            sheet = workbook.createSheet(name);
            columns = headings.size();
            Row row = sheet.createRow(0);
            for (int column = 0; column < columns; column++) {
                cell(row, column, heading).setCellValue(headings.get(column));
            }
        }

        /** @param cells a {@link Long} or {@link BigDecimal} each, or what is written out */
        public void row(List<?> cells) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < cells.size(); column++) {
                Object value = cells.get(column);
                if (value instanceof Long count) {
                    cell(row, column, whole).setCellValue(count);
                } else if (value instanceof BigDecimal amount) {
                    cell(row, column, yuan).setCellValue(amount.doubleValue());
                } else {
                    cell(row, column, text).setCellValue(value.toString());
                }
            }
        }

        /** @param widths of the columns, in characters */
        public void finish(List<Integer> widths) {
            for (int column = 0; column < columns; column++) {
                sheet.setColumnWidth(column, widths.get(column) * 256);
            }
            sheet.createFreezePane(1, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns - 1));
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        }
    }

    public Sheet sheet(String name, List<String> headings) {
        return new Sheet(name, headings);
    }

    public void write(OutputStream to) throws IOException {
        workbook.write(to);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static Cell cell(Row row, int column, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** A word that begins like a formula stays a word, also when somebody edits its cell. */
    private static CellStyle text(SXSSFWorkbook workbook) {
        CellStyle style = bordered(workbook);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(true);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle number(SXSSFWorkbook workbook, String format) {
        CellStyle style = bordered(workbook);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle heading(SXSSFWorkbook workbook) {
        CellStyle style = bordered(workbook);
        Font bold = workbook.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle bordered(SXSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
