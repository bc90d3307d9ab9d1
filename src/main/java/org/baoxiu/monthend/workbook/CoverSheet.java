package org.baoxiu.monthend.workbook;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.baoxiu.monthend.report.CellType;
import org.baoxiu.monthend.report.Report;

/** What the workbook is, which sheets it has with their definitions, and room for the signatures of the hand-over (4.3.7). */
final class CoverSheet {

    private static final int LAST_COLUMN = 1;
    private static final int CHARACTERS_A_LINE = 36;

    private final Workbook workbook;
    private final Sheet sheet;
    private final Styles styles;
    private int next;

    CoverSheet(Workbook workbook, Styles styles) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet("封面");
        this.styles = styles;
    }

    void write(String month, String frozenAt, List<Report> reports) {
        sheet.setColumnWidth(0, 22 * 256);
        sheet.setColumnWidth(1, 78 * 256);
        line(30, styles.title(), month + "维修统计与结算");
        line(18, styles.text(), "冻结时间", frozenAt);
        line(18, styles.text(), "交付", "客户服务中心核对后于次月 2 日前移交综合部");
        next++;
        line(20, styles.heading(), "工作表", "内容和口径");
        reports.forEach(report -> {
            line(lines(report.definition()) * 17, styles.of(CellType.TEXT), report.title(), report.definition());
            link(report.title());
        });
        next++;
        List.of("核对人（客户服务中心）", "移交日期", "签收人（综合部）", "签收日期")
                .forEach(label -> line(28, styles.of(CellType.TEXT), label, ""));
        print();
    }

    private static int lines(String text) {
        return text.length() / CHARACTERS_A_LINE + 1;
    }

    private void line(int points, CellStyle style, String... cells) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints(points);
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
            row.getCell(column).setCellStyle(style);
        }
        if (cells.length == 1) {
            sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, LAST_COLUMN));
        }
    }

    /** From the index to the sheet. */
    private void link(String title) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + title + "'!A1");
        sheet.getRow(next - 1).getCell(0).setHyperlink(link);
    }

    private void print() {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, LAST_COLUMN, 0, next - 1);
    }
}
