package org.baoxiu.shared;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a list look that people fill in and send back: all are text, else 3-2 becomes a day. */
public record TextStyles(CellStyle text, CellStyle heading) {

    public static TextStyles of(Workbook workbook) {
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle heading = workbook.createCellStyle();
        heading.cloneStyleFrom(text);
        heading.setFont(bold);
        return new TextStyles(text, heading);
    }
}
