package org.baoxiu.monthend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.fee.EntryKind;
import org.baoxiu.monthend.report.Key;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Report;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.monthend.report.Totals;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Random months, counted a second time in plain Java from what they were made of: every figure is the same, to the fen. */
@DomainTest
@Label("明细、维修单、对账单、工作簿、合计逐分相符")
@Tag("long")
class ReconciliationTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    @Autowired
    MonthEnd months;

    @Autowired
    Reports reports;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    /** Spring's own extension is for Jupiter; this takes the same application context as the other tests. */
    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE, seed = "4386301562947")
    @Tag("3.4")
    @Tag("3.5")
    @Tag("4.3.8")
    @Tag("4.7.1")
    @Tag("4.7.6")
    @Tag("5.4")
    void anyMonth(@ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int slips) {
        settled(seed, slips, false);
    }

    @Example
    @Tag("3.4")
    @Tag("3.5")
    @Tag("4.3.8")
    @Tag("4.7.1")
    @Tag("5.4")
    void aMonthOfTenThousandSlips() {
        settled(20_261_101, 10_000, true);
    }

    private void settled(long seed, int count, boolean workbook) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            List<SlipFacts> slips = new RandomMonth(seed, MONTH, 1).slips(count);
            SlipLoader loader = new SlipLoader(database);
            loader.load(slips);
            List<SlipFacts> ofNovember = new RandomMonth(seed + 1, MONTH.plusMonths(1), 1).slips(2);
            loader.load(ofNovember);
            for (YearMonth month = months.firstOpen(); !month.isAfter(MONTH); month = months.firstOpen()) {
                months.freeze(month, "case of " + month);
            }
            LocalDateTime frozen = LocalDateTime.ofInstant(months.get(MONTH).frozenAt(), ZoneId.systemDefault());
            everySlipIsInTheMonthOnce(slips);
            theCountsAreThoseOfARecount(slips);
            whatIsOwedAndOpenIsThatOfARecount(new MonthRecount(
                    Stream.concat(slips.stream(), ofNovember.stream()).toList(), MONTH, frozen));
            theMoneyIsTheSameEverywhere(slips, frozen);
            if (workbook) {
                theSheetsShowTheSameLinesAndTotals();
            }
        });
    }

    private void everySlipIsInTheMonthOnce(List<SlipFacts> slips) {
        assertThat(lines("slips"))
                .extracting(line -> line.get(0))
                .containsExactlyInAnyOrderElementsOf(
                        slips.stream().<Object>map(SlipFacts::number).toList());
    }

    private void theCountsAreThoseOfARecount(List<SlipFacts> slips) {
        Map<List<Object>, List<SlipFacts>> byPlace =
                slips.stream().collect(groupingBy(ReconciliationTest::placeAndItem));
        Map<String, Object> overview = byFirst(lines("overview"), 1);
        assertThat(overview)
                .containsEntry(
                        "返修率",
                        new Rate(
                                count(slips, slip -> reworked(slip, byPlace)),
                                count(slips, slip -> slip.confirmedAt() != null)))
                .containsEntry(
                        "判断不准率",
                        new Rate(
                                count(
                                        slips,
                                        slip -> slip.assessedCause() != null
                                                && slip.foundCause() != null
                                                && !slip.assessedCause().equals(slip.foundCause())),
                                count(slips, slip -> slip.assessedCause() != null && slip.foundCause() != null)));
        dimension("channel", slips, slip -> slip.channel().name());
        dimension("office", slips, SlipFacts::office);
        dimension(
                "building",
                slips,
                slip -> slip.office() + " · "
                        + (slip.place().contains("栋")
                                ? slip.place().replaceAll(" ", "").replaceAll("栋.*", "栋")
                                : "未写明楼栋"));
        dimension(
                "item",
                slips,
                slip -> slip.item() == null ? "未选项目" : slip.item().name());
        dimension(
                "repair-class",
                slips,
                slip -> slip.repairClass() == null ? "" : slip.repairClass().name());
        dimension("hour", slips, slip -> "%02d 时".formatted(slip.receivedAt().getHour()));
        assertThat(lines("rework"))
                .extracting(line -> line.get(0))
                .containsExactlyInAnyOrderElementsOf(slips.stream()
                        .filter(slip -> reworked(slip, byPlace))
                        .<Object>map(SlipFacts::number)
                        .toList());
        assertThat(lines("unaccounted"))
                .extracting(line -> line.get(0))
                .containsExactlyInAnyOrderElementsOf(slips.stream()
                        .filter(ReconciliationTest::unaccounted)
                        .<Object>map(SlipFacts::number)
                        .toList());
        staff(slips, count(slips, slip -> reworked(slip, byPlace)));
    }

    private void whatIsOwedAndOpenIsThatOfARecount(MonthRecount recount) {
        assertThat(byFirst(lines("overview"), 1)).containsAllEntriesOf(recount.overview());
        assertThat(totals("flow").subList(1, 5))
                .as("carried over, received, ended, open")
                .isEqualTo(Stream.of(recount.carried(), recount.received(), recount.ended(), recount.open())
                        .<Object>map(slips -> (long) slips.size())
                        .toList());
        assertThat(lines("open"))
                .extracting(line -> line.get(0))
                .containsExactlyInAnyOrderElementsOf(
                        recount.open().stream().<Object>map(SlipFacts::number).toList());
        assertThat(rates("promises", 5))
                .isEqualTo(recount.keptBy(one -> one.clock().kind().label()));
        assertThat(rates("roles", 3))
                .isEqualTo(recount.keptBy(one -> one.clock().kind().keptBy().label()));
        assertThat(rates("staff", 5))
                .as("of each person the own promises alone")
                .containsAllEntriesOf(recount.keptBy(one -> one.clock().technician() == null
                        ? null
                        : DomainSlice.named(one.clock().technician())));
        assertThat(rates("clerks", 3))
                .isNotEmpty()
                .isEqualTo(recount.keptBy(one -> one.clock().clerk() == null
                        ? null
                        : DomainSlice.named(one.clock().clerk())));
        assertThat(lines("clerks").stream()
                        .mapToLong(line -> (Long) line.get(4))
                        .sum())
                .as("missed registrations that are a clerk's")
                .isEqualTo(recount.promises().stream()
                        .filter(one -> one.clock().kind() == REGISTRATION
                                && one.clock().clerk() != null
                                && one.clock().missed())
                        .count());
        assertThat(lines("late"))
                .extracting(line -> List.of(line.get(0), line.get(1), line.get(2)))
                .containsExactlyInAnyOrderElementsOf(recount.promises().stream()
                        .filter(one -> one.clock().missed())
                        .map(one -> List.<Object>of(
                                one.slip().number(),
                                one.clock().kind().label(),
                                one.clock().kind().keptBy().label()))
                        .toList());
        assertThat(lines("team").stream().mapToLong(line -> (Long) line.get(4)).sum())
                .as("one score a slip")
                .isEqualTo(count(recount.ended(), slip -> slip.scored().isPresent()));
        assertThat(lines("trend").get(0).get(12)).isEqualTo(recount.averageScore(recount.ended()));
    }

    private Map<Object, Rate> rates(String report, int column) {
        return lines(report).stream().collect(toMap(line -> line.get(0), line -> (Rate) line.get(column)));
    }

    /** By the values of the record, which the keys of the lines hold. */
    private void dimension(String report, List<SlipFacts> slips, Function<SlipFacts, String> by) {
        Map<String, List<SlipFacts>> expected = slips.stream().collect(groupingBy(by));
        List<List<Object>> lines = lines(report);
        assertThat(lines).as(report).hasSameSizeAs(expected.keySet()).allSatisfy(line -> {
            Key key = (Key) line.get(0);
            List<SlipFacts> own = expected.get(key.value());
            assertThat(line.get(1)).as(key.label()).isEqualTo((long) own.size());
            assertThat(line.get(4)).isEqualTo(new Rate(count(own, slip -> !slip.late()), own.size()));
        });
        Key first = (Key) lines.get(0).get(0);
        List<List<Object>> behind = new ArrayList<>();
        reports.slips(reports.find(report).orElseThrow().dimension().orElseThrow(), first.value())
                .lines(months.scope(MONTH), Integer.MAX_VALUE, behind::add);
        assertThat(behind)
                .as("slips behind a line of " + report)
                .hasSize(expected.get(first.value()).size());
    }

    private void staff(List<SlipFacts> slips, long reworks) {
        List<List<Object>> lines = lines("staff");
        Map<String, Long> expected = slips.stream()
                .filter(slip -> slip.technician() != null)
                .collect(groupingBy(SlipFacts::technician, counting()));
        assertThat(lines.stream().mapToLong(line -> (Long) line.get(1)).sum())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        BigDecimal hours = slips.stream()
                .filter(slip -> slip.technician() != null)
                .map(SlipFacts::hours)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines.stream().map(line -> (BigDecimal) line.get(2)).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(hours, offset(new BigDecimal("0.05").multiply(BigDecimal.valueOf(lines.size()))));
        assertThat(lines.stream().mapToLong(line -> (Long) line.get(6)).sum()).isEqualTo(reworks);
    }

    private void theMoneyIsTheSameEverywhere(List<SlipFacts> slips, LocalDateTime frozen) {
        BigDecimal cost = sum(slips, SlipFacts::total);
        BigDecimal billed = sum(slips, slip -> slip.sum(EntryKind.BILLED, frozen));
        BigDecimal waived = sum(slips, slip -> slip.sum(EntryKind.WAIVER, frozen));
        BigDecimal received =
                sum(slips, slip -> slip.sum(EntryKind.PAYMENT, frozen).subtract(slip.sum(EntryKind.REFUND, frozen)));
        BigDecimal open = billed.subtract(waived).subtract(received);

        assertThat(totals("slips").subList(12, 17)).as("slips").isEqualTo(money(cost, billed, waived, received, open));
        assertThat(totals("fees").subList(4, 9))
                .as("by item, payer and state")
                .isEqualTo(money(cost, billed, waived, received, open));
        assertThat(totals("statements").subList(3, 7))
                .as("statements")
                .isEqualTo(money(billed, waived, received, open));
        Map<String, Object> overview = byFirst(lines("overview"), 1);
        assertThat(List.of(overview.get("业主应收"), overview.get("减免"), overview.get("已收"), overview.get("未收")))
                .as("overview")
                .isEqualTo(money(billed, waived, received, open).stream()
                        .map(amount -> amount + " 元")
                        .toList());
        BigDecimal lines = sum(
                slips,
                slip -> sum(slip.bills(), bill -> bill.labour()
                        .add(bill.service())
                        .add(sum(bill.materials(), SlipFacts.Material::amount))));
        assertThat(lines).as("lines of the bills").isEqualByComparingTo(cost);
        assertThat(lines("materials").stream()
                        .map(line -> (BigDecimal) line.get(4))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("materials")
                .isEqualByComparingTo(sum(slips, slip -> sum(slip.bills(), SlipFacts.Bill::materialAmount)));
        for (SlipFacts slip : slips.subList(0, Math.min(50, slips.size()))) {
            assertThat(slip.sum(EntryKind.BILLED, frozen))
                    .isEqualByComparingTo(database.queryForObject(
                            "select billed from month_slip where slip_number = ?", BigDecimal.class, slip.number()));
        }
    }

    private void theSheetsShowTheSameLinesAndTotals() {
        months.count(MONTH);
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        try {
            months.copyPack(MONTH, pack);
            try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(pack.toByteArray()))) {
                for (Report report : reports.all()) {
                    List<List<Object>> expected = lines(report.code());
                    if (report.summed()) {
                        expected.add(totals(report.code()));
                    }
                    Sheet sheet = workbook.getSheet(report.title());
                    for (int i = 0; i < expected.size(); i++) {
                        same(expected.get(i), sheet.getRow(3 + i), report.title());
                    }
                    assertThat(sheet.getRow(3 + expected.size()))
                            .as("nothing below the lines of " + report.title())
                            .isNull();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void same(List<Object> expected, Row row, String sheet) {
        for (int column = 0; column < expected.size(); column++) {
            Object value = expected.get(column);
            Cell cell = row.getCell(column);
            if (value instanceof BigDecimal amount) {
                assertThat(BigDecimal.valueOf(cell.getNumericCellValue()))
                        .as(sheet + " " + row.getRowNum())
                        .isEqualByComparingTo(amount);
            } else if (value instanceof Long count) {
                assertThat(cell.getNumericCellValue())
                        .as(sheet + " " + row.getRowNum())
                        .isEqualTo(count.doubleValue());
            } else if (value instanceof String || value instanceof Key) {
                assertThat(cell.getStringCellValue())
                        .as(sheet + " " + row.getRowNum())
                        .isEqualTo(value.toString());
            } else if (value instanceof Duration time) {
                assertThat(cell.getNumericCellValue() * Duration.ofDays(1).toMillis())
                        .as(sheet + " " + row.getRowNum())
                        .isCloseTo(time.toMillis(), offset(1.0));
            } else if (value == null) {
                assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
            }
        }
    }

    private static boolean unaccounted(SlipFacts slip) {
        return slip.bills().stream().anyMatch(bill -> !bill.materials().isEmpty())
                && slip.area() == Area.INSIDE
                && slip.bills().stream().noneMatch(SlipFacts.Bill::reviewed);
    }

    private static boolean reworked(SlipFacts slip, Map<List<Object>, List<SlipFacts>> byPlace) {
        return slip.reworks() > 0
                || slip.item() != null
                        && !slip.cancelled()
                        && byPlace.get(placeAndItem(slip)).stream()
                                .anyMatch(earlier -> earlier.confirmedAt() != null
                                        && earlier != slip
                                        && !earlier.confirmedAt().isAfter(slip.receivedAt())
                                        && earlier.confirmedAt()
                                                .isAfter(slip.receivedAt().minusDays(30)));
    }

    private static List<Object> placeAndItem(SlipFacts slip) {
        return Arrays.asList(slip.office(), slip.place(), slip.item());
    }

    private static long count(List<SlipFacts> slips, Predicate<SlipFacts> which) {
        return slips.stream().filter(which).count();
    }

    private static <T> BigDecimal sum(List<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Object> money(BigDecimal... amounts) {
        return List.of(amounts).stream()
                .<Object>map(amount -> amount.setScale(2, RoundingMode.UNNECESSARY))
                .toList();
    }

    private List<List<Object>> lines(String report) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(MONTH), Integer.MAX_VALUE, lines::add);
        return lines;
    }

    private List<Object> totals(String report) {
        Totals totals = new Totals(reports.find(report).orElseThrow().columns(months.scope(MONTH)));
        lines(report).forEach(totals::add);
        return totals.line();
    }

    private static Map<String, Object> byFirst(List<List<Object>> lines, int column) {
        return lines.stream().collect(toMap(line -> (String) line.get(0), line -> line.get(column)));
    }
}
