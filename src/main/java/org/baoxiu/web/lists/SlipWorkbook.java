package org.baoxiu.web.lists;

import java.io.IOException;
import java.io.OutputStream;
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
import org.baoxiu.lists.SlipLists;
import org.springframework.stereotype.Component;

/** A list as a workbook, with the same filter, order and columns. Rows leave the memory as they are written. */
@Component
class SlipWorkbook {

    static final int MOST = 50_000;
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDEST = 45;

    private final SlipLists lists;
    private final ListScreens screens;

    SlipWorkbook(SlipLists lists, ListScreens screens) {
        this.lists = lists;
        this.screens = screens;
    }

    void write(ListQuery query, OutputStream to) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true)) {
            SXSSFSheet sheet = workbook.createSheet("维修单");
            CellStyle text = text(workbook);
            row(
                    sheet,
                    0,
                    heading(workbook),
                    query.columns().stream().map(ListColumn::label).toList());
            ListWords words = screens.words(lists.technicians(query.ended(), screens.scope()), true);
            int[] next = {1};
            lists.each(
                    screens.filter(query),
                    query.order(),
                    query.descending(),
                    MOST,
                    line -> row(
                            sheet,
                            next[0]++,
                            text,
                            query.columns().stream()
                                    .map(column -> words.of(line, column))
                                    .toList()));
            finish(sheet, query.columns(), next[0] - 1);
            workbook.write(to);
        }
    }

    private static void row(SXSSFSheet sheet, int number, CellStyle style, List<String> texts) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < texts.size(); column++) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(column));
        }
    }

    private static void finish(SXSSFSheet sheet, List<ListColumn> columns, int lastRow) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.setColumnWidth(column, width(columns.get(column)) * 256);
        }
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, lastRow, 0, columns.size() - 1));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    /** In characters. */
    private static int width(ListColumn column) {
        return switch (column) {
            case FAULT -> WIDEST;
            case NUMBER, OFFICE, PLACE, ITEM, PROMISE, REPORTER -> 24;
            default -> 16;
        };
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
