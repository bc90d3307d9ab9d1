package org.baoxiu.web.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.baoxiu.evidence.Seal;
import org.baoxiu.evidence.Seals;
import org.baoxiu.monthend.BusinessMonth;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.report.MonthReport;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The months 月报 with their figures, the slips behind them and the workbook (3.4, 4.7.1). */
@StaffPage(title = "月报", path = "/months", place = 40)
class MonthsPage {

    /** A page shows no more of a list; all of it is in the workbook. */
    private static final int LINES = 200;

    private final MonthEnd months;
    private final MonthReport reports;
    private final Seals seals;
    private final Names names;

    MonthsPage(MonthEnd months, MonthReport reports, Seals seals, Names names) {
        this.months = months;
        this.reports = reports;
        this.seals = seals;
        this.names = names;
    }

    /** A month that is not frozen: its figures are those of this moment. */
    record Open(YearMonth month) {

        public String label() {
            return Times.month(month);
        }
    }

    /** A month that is, with how it went to general affairs. */
    record Settled(YearMonth month, String label, String state, String handOver) {}

    @GetMapping("/months")
    String months(Model model) {
        model.addAttribute("open", months.open().stream().map(Open::new).toList());
        model.addAttribute(
                "months",
                months.all().stream()
                        .map(month -> new Settled(
                                month.month(), month.label(), month.state().label(), handOver(month)))
                        .toList());
        return "months";
    }

    /** Any other address below is a file of the page. */
    @GetMapping("/months/{month:\\d{4}-\\d{2}}")
    String month(@PathVariable String month, Model model) {
        show(month, model);
        model.addAttribute("tables", reports.tables(parse(month), LINES));
        return "month";
    }

    @GetMapping("/months/{month}/slips")
    String slips(@PathVariable String month, @RequestParam String count, @RequestParam String of, Model model) {
        show(month, model);
        try {
            model.addAttribute("tables", List.of(reports.slips(parse(month), count, of, LINES)));
        } catch (Rejection e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage());
        }
        return "month";
    }

    private void show(String text, Model model) {
        YearMonth month = parse(text);
        Optional<BusinessMonth> frozen = months.find(month);
        if (frozen.isEmpty() && !months.open().contains(month)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, Times.month(month) + "没有月报：月报从第一张维修单那个月开始，到本月为止。");
        }
        model.addAttribute("month", month);
        model.addAttribute("label", Times.month(month));
        model.addAttribute("state", frozen.map(found -> found.state().label()).orElse("未冻结，数字到此刻为止"));
        model.addAttribute("frozen", frozen.isPresent());
        model.addAttribute("handOver", frozen.map(this::handOver).orElse(null));
        model.addAttribute(
                "seal", frozen.flatMap(found -> seals.latest()).map(Seal::line).orElse(null));
    }

    /** When general affairs should have had it, and when they did (4.3.7, 4.3.8). */
    private String handOver(BusinessMonth month) {
        Instant due = month.deadline().dueAt();
        Instant handedOver = month.handedOverAt();
        Instant received = month.receivedAt();
        return "应在 " + Times.minuteAndYear(due) + " 前交综合部（4.3.7）；"
                + (handedOver == null
                        ? "还没有移交"
                        : Times.minuteAndYear(handedOver) + " " + by(month.handedOverBy()) + "移交，"
                                + (handedOver.isAfter(due)
                                        ? TimeText.after("迟", Duration.between(due, handedOver))
                                        : "按时"))
                + (received == null
                        ? handedOver == null ? "" : "；综合部还没有签收"
                        : "；" + Times.minuteAndYear(received) + " " + by(month.receivedBy()) + "签收");
    }

    private String by(@Nullable String person) {
        return person == null ? "" : "由" + names.of(person);
    }

    @GetMapping("/months/{month}/workbook")
    ResponseEntity<byte[]> workbook(@PathVariable String month) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        if (!months.copyPack(parse(month), pack)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Attachment.workbook("month-" + parse(month) + ".xlsx", pack.toByteArray());
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
