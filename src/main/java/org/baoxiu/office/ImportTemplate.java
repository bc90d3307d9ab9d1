package org.baoxiu.office;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The empty list to fill in, with a sheet that explains its columns. All columns are text: else 3-2 becomes a day. */
final class ImportTemplate {

    private static final int WIDTH = 14 * 256;
    private static final int EXPLANATION_WIDTH = 60 * 256;

    private ImportTemplate() {}

    static void write(OutputStream target) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            Font bold = workbook.createFont();
            bold.setBold(true);
            CellStyle heading = workbook.createCellStyle();
            heading.cloneStyleFrom(text);
            heading.setFont(bold);

            Sheet list = workbook.createSheet("名册");
            Row first = list.createRow(0);
            list.createFreezePane(0, 1);
            Sheet explained = workbook.createSheet("填写说明");
            explained.setColumnWidth(0, WIDTH);
            explained.setColumnWidth(1, EXPLANATION_WIDTH);
            for (RegisterColumn column : RegisterColumn.values()) {
                list.setDefaultColumnStyle(column.ordinal(), text);
                list.setColumnWidth(column.ordinal(), WIDTH);
                first.createCell(column.ordinal()).setCellValue(column.heading());
                first.getCell(column.ordinal()).setCellStyle(heading);
                Row row = explained.createRow(column.ordinal());
                row.createCell(0).setCellValue(column.heading());
                row.createCell(1).setCellValue(column.explanation());
            }
            workbook.write(target);
        }
    }
}
