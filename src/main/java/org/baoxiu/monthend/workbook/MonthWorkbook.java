package org.baoxiu.monthend.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.monthend.report.Report;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.shared.Times;
import org.springframework.stereotype.Component;

/**
 * The workbook that a month is handed over as (3.4, 4.3.8): a cover, then a sheet for each report. Rows leave the memory as they are
 * written.
 */
@Component
public class MonthWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private final Reports reports;

    MonthWorkbook(Reports reports) {
        this.reports = reports;
    }

    public void write(MonthScope scope, OutputStream to) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true)) {
            Styles styles = new Styles(workbook);
            new CoverSheet(workbook, styles)
                    .write(Times.month(scope.month()), Times.minuteAndYear(scope.asOf()), reports.all());
            for (Report report : reports.all()) {
                ReportSheets sheets = new ReportSheets(workbook, styles, report, report.columns(scope));
                report.lines(scope, Integer.MAX_VALUE, sheets::line);
                sheets.finish();
            }
            workbook.write(to);
        }
    }
}
