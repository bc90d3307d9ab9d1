package org.baoxiu.shared;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The empty list to fill in, with a sheet that explains its columns. All columns are text: else 3-2 becomes a day. */
public final class TableTemplate {

    private static final int WIDTH = 14 * 256;
    private static final int EXPLANATION_WIDTH = 60 * 256;

    private TableTemplate() {}

    /**
     * @param name    of the sheet
     * @param columns headings with what is to be filled in below each, in their order
     */
    public static void write(String name, Map<String, String> columns, OutputStream target) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            TextStyles styles = TextStyles.of(workbook);

            Sheet list = workbook.createSheet(name);
            Row first = list.createRow(0);
            list.createFreezePane(0, 1);
            Sheet explained = workbook.createSheet("填写说明");
            explained.setColumnWidth(0, WIDTH);
            explained.setColumnWidth(1, EXPLANATION_WIDTH);
            int index = 0;
            for (Map.Entry<String, String> column : columns.entrySet()) {
                list.setDefaultColumnStyle(index, styles.text());
                list.setColumnWidth(index, WIDTH);
                first.createCell(index).setCellValue(column.getKey());
                first.getCell(index).setCellStyle(styles.heading());
                Row row = explained.createRow(index);
                row.createCell(0).setCellValue(column.getKey());
                row.createCell(1).setCellValue(column.getValue());
                index++;
            }
            workbook.write(target);
        }
    }
}
