package org.baoxiu.monthend.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.baoxiu.monthend.report.CellType;

/** The looks of cells, each made once: a workbook takes a limited number of them. */
final class Styles {

    private static final String FONT = "宋体";

    private final Workbook workbook;
    private final Map<CellType, CellStyle> cells = new EnumMap<>(CellType.class);
    private final Map<CellType, CellStyle> totals = new EnumMap<>(CellType.class);
    private final CellStyle title;
    private final CellStyle text;
    private final CellStyle heading;

    Styles(Workbook workbook) {
        this.workbook = workbook;
        for (CellType type : CellType.values()) {
            cells.put(type, cell(type, font(11, false)));
            totals.put(type, cell(type, font(11, true)));
        }
        title = plain(font(16, true));
        text = plain(font(11, false));
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        heading = bordered(font(11, true));
        heading.setWrapText(true);
        heading.setAlignment(HorizontalAlignment.CENTER);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private CellStyle cell(CellType type, Font font) {
        CellStyle style = bordered(font);
        style.setDataFormat(workbook.createDataFormat().getFormat(type.format()));
        style.setAlignment(type.number() ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(!type.number() && type != CellType.MOMENT && type != CellType.SLIP);
        // a word that begins like a formula stays a word also when somebody edits its cell
        style.setQuotePrefixed(!type.number() && type != CellType.MOMENT);
        return style;
    }

    private CellStyle bordered(Font font) {
        CellStyle style = plain(font);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private CellStyle plain(Font font) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private Font font(int points, boolean bold) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        return font;
    }

    CellStyle of(CellType type) {
        return Optional.ofNullable(cells.get(type)).orElseThrow();
    }

    CellStyle total(CellType type) {
        return Optional.ofNullable(totals.get(type)).orElseThrow();
    }

    CellStyle title() {
        return title;
    }

    CellStyle text() {
        return text;
    }

    CellStyle heading() {
        return heading;
    }
}
