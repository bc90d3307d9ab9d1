package org.baoxiu.web.managers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.audit.AuditTopic;
import org.baoxiu.audit.AuditTrail;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.models.ModelChange;
import org.baoxiu.models.ModelChanges;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.TableWorkbook;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What happened in a period, topic by topic 审计: each figure with its clause and its definition leads to its lines, and all of it is a workbook to take
 * away.
 */
@StaffPage(title = "审计", path = "/audit", place = 44)
class AuditPage {

    private static final String PATH = "/audit";
    private static final String CHANGES = PATH + "/changes";
    private static final int LINES = 100;
    private static final int MOST = 50_000;
    private static final int WIDEST = 45;
    private static final int WIDE = 20;
    private static final List<String> CHANGE_HEADINGS = List.of("改动", "时间", "谁", "为什么", "条款", "文件", "按它办的单（张）");

    /** @param address of its lines */
    record Topic(String title, String clause, String definition, long number, String address) {}

    /** @param address of what the line as a whole leads to, or empty */
    record Line(List<String> cells, String address) {}

    private final AuditTrail trail;
    private final ModelChanges changes;
    private final SlipLines slips;
    private final Offices offices;
    private final Names names;
    private final Staff staff;
    private final Clock clock;

    AuditPage(
            AuditTrail trail,
            ModelChanges changes,
            SlipLines slips,
            Offices offices,
            Names names,
            Staff staff,
            Clock clock) {
        this.trail = trail;
        this.changes = changes;
        this.slips = slips;
        this.offices = offices;
        this.names = names;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String all(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            Model model) {
        AuditQuery query = offer(PATH, from, until, office, model);
        Period period = query.period(offices);
        Map<AuditTopic, Long> counts = trail.counts(period);
        List<Topic> topics = new ArrayList<>();
        for (AuditTopic topic : AuditTopic.values()) {
            topics.add(new Topic(
                    topic.title(),
                    topic.clause(),
                    topic.definition(),
                    Objects.requireNonNull(counts.get(topic), "every topic is counted"),
                    query.address(address(topic))));
        }
        topics.add(new Topic(
                "规则、价格、表单、流程图的改动",
                "全部",
                "谁在什么时候为什么改了什么，哪些单是按它办的；不分管理处",
                changes.between(period.from(), period.until()).size(),
                query.address(CHANGES)));
        model.addAttribute("topics", topics);
        return "audit";
    }

    @GetMapping(PATH + "/{topic:[a-z-]+}")
    String lines(
            @PathVariable String topic,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        AuditTopic chosen = topic(topic);
        AuditQuery query = offer(address(chosen), from, until, office, model);
        Period period = query.period(offices);
        long total = trail.count(chosen, period);
        int pages = (int) Math.max(1, (total + LINES - 1) / LINES);
        int shown = Math.max(1, Math.min(page, pages));
        show(
                model,
                chosen.title(),
                chosen.clause() + "：" + chosen.definition(),
                chosen.headings(),
                chosen.slipColumn(),
                trail.lines(chosen, period, (shown - 1L) * LINES, LINES).stream()
                        .map(cells ->
                                new Line(cells.stream().map(AuditPage::text).toList(), ""))
                        .toList(),
                total);
        model.addAttribute("pages", pages);
        model.addAttribute("page", shown);
        model.addAttribute("address", query.address(address(chosen)));
        return "audit-topic";
    }

    /** What was changed in the rules. */
    @GetMapping(CHANGES)
    String changes(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Model model) {
        AuditQuery query = offer(CHANGES, from, until, "", model);
        Period period = query.period(offices);
        List<Line> lines = changes.between(period.from(), period.until()).stream()
                .map(change ->
                        new Line(cells(change).stream().map(AuditPage::text).toList(), CHANGES + "/" + change.id()))
                .toList();
        show(
                model,
                "规则、价格、表单、流程图的改动",
                "谁在什么时候为什么改了什么；“按它办的单”是用这次改动带来的决策表决定过的，或者按这次改动带来的流程图办的，点开看是哪些",
                CHANGE_HEADINGS,
                -1,
                lines,
                lines.size());
        return "audit-topic";
    }

    /** One change with before and after, and the slips that were decided under it. */
    @GetMapping(CHANGES + "/{id:\\d{1,9}}")
    String change(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        ModelChange change =
                changes.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这次改动。"));
        LocalDate day = LocalDate.ofInstant(change.at(), clock.getZone());
        model.addAttribute("facts", cells(change).stream().map(AuditPage::text).toList());
        model.addAttribute("headings", CHANGE_HEADINGS);
        model.addAttribute("differences", changes.differences(id));
        if (staff.mayOpen("heat")) {
            model.addAttribute(
                    "before", "/heat?from=" + day.minusDays(AuditQuery.MONTH) + "&until=" + day.minusDays(1));
            model.addAttribute("after", "/heat?from=" + day);
        }
        slips.show(
                model,
                "第 " + id + " 次改动",
                "用这次改动带来的决策表决定过的，或者按这次改动带来的流程图办的维修单，单号大的在前。",
                CHANGES,
                CHANGES + "/" + id,
                trail.decidedUnder(id),
                page,
                (first, most) -> trail.decidedUnder(id, first, most));
        return "audit-change";
    }

    /** Everything of the period to take away. */
    @GetMapping(PATH + "/workbook")
    ResponseEntity<byte[]> workbook(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String office)
            throws IOException {
        AuditQuery query = AuditQuery.of(from, until, office, clock);
        Period period = query.period(offices);
        try (TableWorkbook workbook = new TableWorkbook()) {
            for (AuditTopic topic : AuditTopic.values()) {
                TableWorkbook.Sheet sheet = workbook.sheet(topic.title(), topic.headings());
                trail.each(topic, period, 0, MOST, sheet::row);
                sheet.finish(topic.headings().stream().map(AuditPage::width).toList());
            }
            TableWorkbook.Sheet sheet = workbook.sheet("规则和流程的改动", CHANGE_HEADINGS);
            changes.between(period.from(), period.until()).forEach(change -> sheet.row(cells(change)));
            sheet.finish(CHANGE_HEADINGS.stream().map(AuditPage::width).toList());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            workbook.write(content);
            return Attachment.workbook(
                    "audit-" + query.days().from() + "-" + query.days().until() + ".xlsx", content.toByteArray());
        }
    }

    private List<Object> cells(ModelChange change) {
        String person = change.person();
        return List.of(
                "第 " + change.id() + " 次",
                Times.minuteAndYear(change.at()),
                person == null ? "程序启动" : names.of(person),
                change.reason(),
                Objects.requireNonNullElse(change.clause(), ""),
                String.join("、", change.files().stream().distinct().toList()),
                trail.decidedUnder(change.id()));
    }

    private AuditQuery offer(String path, String from, String until, String office, Model model) {
        AuditQuery query = AuditQuery.of(from, until, office, clock);
        model.addAttribute("days", query.days());
        model.addAttribute("office", query.office());
        model.addAttribute("offices", path.equals(CHANGES) ? List.of() : offices.names());
        model.addAttribute("path", path);
        model.addAttribute("periods", query.periods(path, LocalDate.now(clock)));
        model.addAttribute("back", query.address(PATH));
        model.addAttribute("workbook", query.address(PATH + "/workbook"));
        model.addAttribute("xes", query.address(EventLogPage.XES));
        model.addAttribute("ocel", query.address(EventLogPage.OCEL));
        return query;
    }

    private static void show(
            Model model,
            String title,
            String definition,
            List<String> headings,
            int slipColumn,
            List<Line> lines,
            long total) {
        model.addAttribute("heading", title);
        model.addAttribute("definition", definition);
        model.addAttribute("headings", headings);
        model.addAttribute("slipColumn", slipColumn);
        model.addAttribute("lines", lines);
        model.addAttribute("total", total);
        model.addAttribute("pages", 1);
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal amount ? amount.setScale(2).toPlainString() : cell.toString();
    }

    /** Of a column, in characters. */
    private static int width(String heading) {
        return switch (heading) {
            case "怎么说", "写的是", "理由", "为什么", "文件", "项目或故障" -> WIDEST;
            default -> WIDE;
        };
    }

    private static String address(AuditTopic topic) {
        return PATH + "/" + topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static AuditTopic topic(String name) {
        return Arrays.stream(AuditTopic.values())
                .filter(topic -> address(topic).equals(PATH + "/" + name))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("没有这一项，请回到“审计”重新点。"));
    }
}
