package org.baoxiu.web.desk;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.baoxiu.paper.StatementPrinter;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.PdfAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The monthly statement of the owner of a slip 月结账单 (4.3.8); the address names a slip, not a person. */
@Controller
class StatementPage {

    private final StatementPrinter printer;

    StatementPage(StatementPrinter printer) {
        this.printer = printer;
    }

    /** @param month such as 2026-11 */
    @GetMapping("/statements/{month}/{slipNumber}")
    ResponseEntity<byte[]> print(@PathVariable String month, @PathVariable String slipNumber) {
        return PdfAnswer.of("statement-" + slipNumber, printer.print(List.of(printer.of(slipNumber, month(month)))));
    }

    private static YearMonth month(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw Rejection.invalid("“" + month + "”不是月份，请照 2026-11 这样填写。");
        }
    }
}
