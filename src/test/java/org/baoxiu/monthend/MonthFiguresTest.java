package org.baoxiu.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_SOLUTION;
import static org.baoxiu.commitment.CommitmentKind.ARRIVAL;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;
import static org.baoxiu.monthend.ToldSlip.at;
import static org.baoxiu.monthend.ToldSlip.call;
import static org.baoxiu.monthend.ToldSlip.number;
import static org.baoxiu.monthend.ToldSlip.promise;
import static org.baoxiu.monthend.ToldSlip.slip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.feedback.CallBackReport;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.monthend.report.DrawnChart;
import org.baoxiu.monthend.report.MonthReport;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.TestClock;
import org.baoxiu.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** It is 23 November 2026 when a test begins. */
@DomainTest
@DisplayName("每个月都是自己的数字")
class MonthFiguresTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    private MonthEnd months;

    @Autowired
    private Reports reports;

    @Autowired
    private MonthReport pages;

    @Autowired
    private Feedback feedback;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @AfterEach
    void resultsAreNotReused() throws SQLException {
        reuse(0);
    }

    /** What H2 does by itself; no setting of ours may be what the figures stand on. */
    private void reuse(int results) throws SQLException {
        if (!TestDatabase.postgres()) {
            // it ends a transaction, so not in that of the test
            try (Connection another = database.getDataSource().getConnection()) {
                another.createStatement().execute("set optimize_reuse_results " + results);
            }
        }
    }

    @Test
    @Tag("3.4")
    @Tag("found:A1")
    @DisplayName("twelve months read in random order over one connection: each its own figures, as a recount has them")
    void twelveMonthsInRandomOrder() throws SQLException {
        List<SlipFacts> all = new ArrayList<>();
        List<YearMonth> twelve =
                IntStream.rangeClosed(-11, 0).mapToObj(NOVEMBER::plusMonths).toList();
        for (YearMonth month : twelve) {
            int slips = 12 + 3 * month.getMonthValue();
            all.addAll(new RandomMonth(month.hashCode(), month, 1)
                    .slips(slips).stream()
                            .filter(slip -> slip.closedAt().isBefore(now())
                                    && slip.receivedAt()
                                            .isAfter(twelve.get(0).atDay(1).atStartOfDay()))
                            .toList());
            mistaken(new RandomMonth(month.hashCode() + 1, month, 500));
        }
        new SlipLoader(database).load(all);
        for (YearMonth month : twelve.subList(0, 8)) {
            months.freeze(month, "case of " + month);
        }
        assertThat(months.open())
                .as("frozen, the next one and later ones are read")
                .containsExactly(NOVEMBER, OCTOBER, SEPTEMBER, YearMonth.of(2026, 8));
        Map<YearMonth, Map<String, Object>> expected = new LinkedHashMap<>();
        twelve.forEach(month -> expected.put(month, new MonthRecount(all, month, now()).overview()));
        assertThat(expected.values()).doesNotHaveDuplicates();

        reuse(1);
        Random random = new Random(2_026);
        for (int round = 0; round < 6; round++) {
            List<YearMonth> order = new ArrayList<>(twelve);
            Collections.shuffle(order, random);
            for (YearMonth month : order) {
                assertThat(overview(month))
                        .as("%s in round %s", month, round)
                        .containsAllEntriesOf(expected.get(month));
                assertThat(column("overview", month, 3))
                        .as("beside %s, the month before", month)
                        .containsAllEntriesOf(expected.getOrDefault(month.minusMonths(1), Map.of()));
                if (round == 0) {
                    assertThat(column("year", month, 12)).containsAllEntriesOf(expected.get(month));
                    assertThat(column("year", month, 11))
                            .as("the month before %s, in the year", month)
                            .containsAllEntriesOf(expected.getOrDefault(month.minusMonths(1), Map.of()));
                }
                MonthRecount recount = new MonthRecount(all, month, now());
                assertThat(column("promises", month, 5))
                        .as("promises of %s", month)
                        .isEqualTo(recount.keptBy(one -> one.clock().kind().label()));
                assertThat(column("clerks", month, 3))
                        .as("clerks in %s", month)
                        .isEqualTo(recount.keptBy(one -> one.clock().clerk() == null
                                ? null
                                : DomainSlice.named(one.clock().clerk())));
                assertThat(sum("flow", month, 4)).isEqualTo(recount.open().size());
                assertThat(sum("staff", month, 1))
                        .isEqualTo(recount.ended().stream()
                                .filter(slip -> slip.technician() != null)
                                .count());
                assertThat(sum("channel", month, 1)).isEqualTo(recount.ended().size());
                assertThat(lines("trend", month).get(0).get(12)).isEqualTo(recount.averageScore(recount.ended()));
                assertThat(pages.summary(month))
                        .contains("维修单：**" + recount.ended().size() + " 张**");
            }
        }
    }

    /** Slips that are in no recount: nobody has repaired anything, whatever promise was missed until somebody noticed. */
    private void mistaken(RandomMonth month) {
        List<SlipFacts> none = month.slips(150).stream()
                .filter(SlipFacts::cancelled)
                .filter(slip -> slip.closedAt().isBefore(now()))
                .toList();
        new SlipLoader(database).load(none);
        int number = 0;
        for (SlipFacts slip : none) {
            String state = number++ % 2 == 0 ? "MISTAKEN" : "JOINED";
            database.update("update slip set state = ? where number = ?", state, slip.number());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISTAKEN", "JOINED"})
    @Tag("3.4")
    @Tag("4.3.1")
    @DisplayName(
            "a slip that a frozen month has left open and that is marked as mistaken, or joined to another, later: the month stays as it was signed, and hands nothing on")
    void noneAfterTheMonthWasFrozen(String state) {
        load(slip(1, "2026-09-05T09:00", null), slip(2, "2026-09-06T09:00", null));
        months.freeze(SEPTEMBER, "case9");
        assertThat(overview(SEPTEMBER)).containsEntry("未结", "2 张").containsEntry("接报", "2 张");
        assertThat(overview(OCTOBER)).containsEntry("上月转入", "2 张").containsEntry("接报", "0 张");

        clock.advance(Duration.ofMinutes(1));
        database.update("update slip set state = ?, closed_at = ? where number = ?", state, now(), number(1));
        clock.advance(Duration.ofMinutes(1));

        assertThat(overview(SEPTEMBER)).containsEntry("未结", "2 张").containsEntry("接报", "2 张");
        for (boolean frozen : new boolean[] {false, true}) {
            if (frozen) {
                months.freeze(OCTOBER, "case10");
            }
            assertThat(overview(OCTOBER))
                    .as("frozen: %s", frozen)
                    .containsEntry("上月转入", "1 张")
                    .containsEntry("接报", "0 张")
                    .containsEntry("维修单", "0 张")
                    .containsEntry("未结", "1 张");
        }
        assertThat(sum("flow", NOVEMBER, 1)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        database.update("update slip set state = ?, closed_at = ? where number = ?", state, now(), number(2));
        assertThat(overview(OCTOBER)).containsEntry("上月转入", "1 张").containsEntry("未结", "1 张");
        assertThat(overview(NOVEMBER)).containsEntry("上月转入", "0 张").containsEntry("接报", "0 张");
    }

    @Test
    @Tag("3.4")
    @Tag("found:A1")
    void correctionsAreThoseOfTheMonthThatIsAskedForWhateverWasAskedBefore() throws SQLException {
        load(slip(1, "2026-08-05T09:00", "2026-08-05T12:00"), slip(2, "2026-09-05T09:00", "2026-09-05T12:00"));
        months.freeze(YearMonth.of(2026, 8), "case8");
        enter(1, "减免一");
        months.freeze(SEPTEMBER, "case9");
        enter(2, "减免二");
        months.freeze(OCTOBER, "case10");
        enter(1, "减免三");

        reuse(1);
        for (int round = 0; round < 5; round++) {
            assertThat(reasons(YearMonth.of(2026, 8))).isEmpty();
            assertThat(reasons(SEPTEMBER)).containsExactly("减免一");
            assertThat(reasons(OCTOBER)).containsExactly("减免二");
            assertThat(reasons(NOVEMBER)).containsExactly("减免三");
        }
    }

    private List<Object> reasons(YearMonth month) {
        return lines("corrections", month).stream().map(line -> line.get(4)).toList();
    }

    private void enter(int slip, String reason) {
        clock.advance(Duration.ofMinutes(1));
        database.update(
                "insert into fee_entry (slip_number, kind, amount, reason, recorded_at, recorded_by) values (?, 'WAIVER', 5.00, ?, ?, 'x')",
                number(slip),
                reason,
                now());
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    @Tag("3.4")
    @Tag("found:A7")
    @DisplayName(
            "a new installation on 29 November: six slips closed the same day are in November now, and no month before is asked for")
    void theCurrentMonthIsThere() {
        clock.advance(Duration.ofDays(6));
        load(IntStream.rangeClosed(1, 6)
                .mapToObj(i -> slip(i, "2026-11-29T08:00", "2026-11-29T08:30")
                        .with(promise(REGISTRATION, "2026-11-29T08:03", "2026-11-29T08:01", null))
                        .with(promise(CommitmentKind.TWO_WEEKS, "2026-12-13T08:00", "2026-11-29T08:30", null))
                        .facts())
                .toArray(SlipFacts[]::new));

        assertThat(months.open()).containsExactly(NOVEMBER);
        assertThat(months.next()).isEmpty();
        assertThat(overview(NOVEMBER))
                .containsEntry("接报", "6 张")
                .containsEntry("维修单", "6 张")
                .containsEntry("未结", "0 张")
                .containsEntry("按时做到的承诺", new Rate(6, 6));
    }

    @Test
    @Tag("3.4")
    @Tag("found:A7")
    @DisplayName(
            "while October waits to be settled, November is counted already; October begins with the first slip, not before")
    void theCurrentMonthBesideOneThatIsNotSettled() {
        load(
                slip(1, "2026-10-05T09:00", "2026-10-05T12:00"),
                slip(2, "2026-10-30T09:00", "2026-11-02T12:00"),
                slip(3, "2026-11-03T09:00", null));

        assertThat(months.open()).containsExactly(NOVEMBER, OCTOBER);
        assertThat(months.next()).contains(OCTOBER);
        assertThat(overview(NOVEMBER))
                .containsEntry("上月转入", "1 张")
                .containsEntry("接报", "1 张")
                .containsEntry("维修单", "1 张")
                .containsEntry("未结", "1 张");
        Map<String, Object> before = overview(NOVEMBER);
        months.freeze(OCTOBER, "case10");
        assertThat(overview(NOVEMBER)).isEqualTo(before);
        assertThat(overview(OCTOBER))
                .containsEntry("接报", "2 张")
                .containsEntry("维修单", "1 张")
                .containsEntry("未结", "1 张");
    }

    @Test
    @Tag("Q6")
    @Tag("found:A8")
    @DisplayName(
            "six slips scored 5 by telephone; one owner says 1 on the page later: six scores, one of them 1, and both stay on record")
    void oneScoreASlip() {
        load(IntStream.rangeClosed(1, 6)
                .mapToObj(i -> slip(i, "2026-11-20T08:00", "2026-11-20T08:30")
                        .with(call(5))
                        .facts())
                .toArray(SlipFacts[]::new));
        complete();
        feedback.recordLateRating(number(3), new CallBackReport(true, true, 1, false, "又漏了"), Person.owner());

        for (String report : List.of("team", "technician")) {
            assertThat(lines(report, NOVEMBER)).as(report).singleElement().satisfies(line -> assertThat(
                            line.subList(1, 8))
                    .containsExactly(6L, 6L, new Rate(6, 6), 6L, new BigDecimal("4.33"), 1L, 0L));
        }
        assertThat(lines("staff", NOVEMBER).get(0).get(7)).isEqualTo(new BigDecimal("4.33"));
        assertThat(overview(NOVEMBER)).containsEntry("满意度平均分", "4.33 分");
        assertThat(lines("trend", NOVEMBER)).hasSize(3).allSatisfy(line -> assertThat(line.get(12))
                .isEqualTo(new BigDecimal("4.33")));
        assertThat(database.queryForList(
                        "select score from call_back where slip_number = ? order by id", Integer.class, number(3)))
                .containsExactly(5, 1);
        assertThat(database.queryForObject(
                        "select text from history_entry where slip_number = ?", String.class, number(3)))
                .isEqualTo("业主在网页上评价 1 分，业主说：又漏了（代替回访时的 5 分）");
    }

    @Test
    @Tag("Q6")
    @Tag("found:A8")
    @DisplayName(
            "said after the freezing, it is a correction of the open month; after a rework the call about the new work counts")
    void aScoreThatComesLate() {
        load(
                slip(1, "2026-10-20T08:00", "2026-10-20T08:30").with(call(5)).facts(),
                slip(2, "2026-10-21T08:00", "2026-10-21T18:30")
                        .with(call(2))
                        .with(call(4))
                        .facts());
        assertThat(overview(OCTOBER)).containsEntry("满意度平均分", "4.50 分");
        months.freeze(OCTOBER, "case10");
        clock.advance(Duration.ofMinutes(1));
        complete();
        feedback.recordLateRating(number(1), new CallBackReport(true, true, 1, false, "又漏了"), Person.owner());
        clock.advance(Duration.ofMinutes(1));

        assertThat(overview(OCTOBER)).containsEntry("满意度平均分", "4.50 分");
        assertThat(lines("trend", NOVEMBER).get(0).get(11))
                .as("October in the trend")
                .isEqualTo(new BigDecimal("4.50"));
        assertThat(lines("corrections", NOVEMBER)).singleElement().satisfies(line -> assertThat(line)
                .containsExactly(number(1), "业主改评", now().minusMinutes(1), null, "1 分：又漏了"));
    }

    @Test
    @Tag("3.4")
    @Tag("4.7.7")
    @DisplayName(
            "a place that is recognised after the freezing makes one of two for the open month, and not for the frozen one")
    void recognisedLater() {
        load(
                slip(1, "2026-10-05T08:00", "2026-10-05T09:00").in("一号管理处", "3 栋 天台"),
                slip(2, "2026-10-06T08:00", "2026-10-06T09:00").in("一号管理处", "3 栋 楼顶"),
                slip(3, "2026-10-07T08:00", "2026-10-07T09:00").in("一号管理处", "9 栋 101"),
                slip(4, "2026-10-08T08:00", "2026-10-08T09:00").in("一号管理处", "9 栋 101"));
        List<List<Object>> places = lines("again-place", OCTOBER);
        List<List<Object>> buildings = lines("again-building", OCTOBER);
        assertThat(places).extracting(line -> line.subList(1, 5)).containsExactly(List.of("9 栋 101", "更换水龙头", 2L, 2L));
        assertThat(buildings)
                .extracting(line -> line.subList(1, 6))
                .containsExactly(List.of("3栋", "更换水龙头", 2L, 2L, 2L), List.of("9栋", "更换水龙头", 2L, 2L, 1L));
        months.freeze(OCTOBER, "case10");
        assertThat(lines("again-place", OCTOBER)).isEqualTo(places);
        assertThat(lines("again-building", OCTOBER)).isEqualTo(buildings);

        database.update(
                "update slip set place_key = (select o.place_key from slip o where o.number = ?), building = '5栋' where number in (?, ?)",
                number(1),
                number(1),
                number(2));

        assertThat(lines("again-place", OCTOBER)).isEqualTo(places);
        assertThat(lines("again-building", OCTOBER)).isEqualTo(buildings);
        load(slip(5, "2026-11-05T08:00", "2026-11-05T09:00").in("一号管理处", "3 栋 天台"));
        assertThat(lines("again-place", NOVEMBER))
                .extracting(line -> line.subList(2, 5))
                .containsExactly(List.of("更换水龙头", 1L, 3L));
    }

    @Test
    @Tag("5.4")
    @DisplayName("a repeat that is called off is no rework; what failed before the owner gave up is")
    void calledOff() {
        load(
                slip(1, "2026-10-05T08:00", "2026-10-05T09:00"),
                slip(2, "2026-10-06T08:00", "2026-10-06T09:00"),
                slip(3, "2026-10-07T08:00", "2026-10-07T09:00"));
        database.update(
                "update slip set state = 'CANCELLED', confirmed = false, confirmed_at = null, found_cause = null, technician = null where number in (?, ?)",
                number(2),
                number(3));

        for (boolean frozen : new boolean[] {false, true}) {
            if (frozen) {
                months.freeze(OCTOBER, "case10");
            }
            assertThat(overview(OCTOBER)).as("frozen: %s", frozen).containsEntry("返修率", new Rate(0, 1));
            assertThat(lines("rework", OCTOBER)).isEmpty();
        }
        load(
                slip(4, "2026-11-01T08:00", "2026-11-01T09:00"),
                slip(5, "2026-11-02T08:00", "2026-11-02T09:00").in("一号管理处", "9 栋 101"));
        database.update(
                "update slip set state = 'CANCELLED', confirmed = false, reworks = 1 where number = ?", number(5));
        assertThat(lines("rework", NOVEMBER))
                .extracting(line -> line.subList(0, 3))
                .containsExactly(List.of(number(4), "验收后再次报修", number(1)), List.of(number(5), "验收或核查不合格", ""));
    }

    @Test
    @Tag("3.4")
    @Tag("found:A9")
    @DisplayName(
            "3栋 of two offices are two buildings: in the count, behind its lines, in the workbook and in its chart")
    void buildingsBelongToTheirOffice() throws IOException {
        load(IntStream.rangeClosed(1, 20)
                .mapToObj(i -> slip(i, "2026-10-20T08:00", "2026-10-20T08:30")
                        .in(i <= 10 ? "一号管理处" : "二号管理处", i % 2 == 0 ? "3栋 101" : "3 栋 202")
                        .facts())
                .toArray(SlipFacts[]::new));

        MonthReport.Table table = pages.tables(OCTOBER, 100).stream()
                .filter(one -> one.code().equals("building"))
                .findFirst()
                .orElseThrow();
        assertThat(table.lines())
                .extracting(line -> line.cells().subList(0, 2))
                .containsExactlyInAnyOrder(List.of("一号管理处 · 3栋", "10"), List.of("二号管理处 · 3栋", "10"));
        assertThat(table.chart().bars())
                .extracting(DrawnChart.Bar::name)
                .containsExactlyInAnyOrder("一号管理处 · 3栋", "二号管理处 · 3栋");
        assertThat(pages.slips(OCTOBER, "building", "二号管理处 · 3栋", 100).lines())
                .hasSize(10)
                .allSatisfy(line -> assertThat(line.cells().get(4)).isEqualTo("二号管理处"));
        months.freeze(OCTOBER, "case10");
        months.count(OCTOBER);
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        months.copyPack(OCTOBER, pack);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(pack.toByteArray()))) {
            assertThat(IntStream.of(3, 4)
                            .mapToObj(row -> workbook.getSheet("按楼栋").getRow(row))
                            .map(row -> row.getCell(0).getStringCellValue() + " "
                                    + row.getCell(1).getNumericCellValue()))
                    .containsExactlyInAnyOrder("一号管理处 · 3栋 10.0", "二号管理处 · 3栋 10.0");
        }
    }

    @Test
    @Tag("4.7.1")
    @Tag("4.6.1a")
    @Tag("found:A10")
    @DisplayName(
            "registered after five days, repaired at once: customer service missed its promise, the technician none")
    void aMissCountsForWhoHadToKeepThePromise() {
        load(slip(1, "2026-11-10T08:00", "2026-11-15T10:00")
                .with(promise(REGISTRATION, "2026-11-10T08:03", "2026-11-15T08:00", null))
                .with(promise(CommitmentKind.ONE_DAY, "2026-11-11T08:00", "2026-11-15T09:00", null))
                .with(promise(ARRIVAL, "2026-11-15T08:15", "2026-11-15T08:10", "tech1"))
                .with(promise(CommitmentKind.REPAIR, "2026-11-15T08:45", "2026-11-15T08:30", "tech1"))
                .facts());

        assertThat(lines("staff", NOVEMBER)).singleElement().satisfies(line -> assertThat(line.subList(3, 6))
                .as("promises, missed, rate")
                .containsExactly(2L, 0L, new Rate(2, 2)));
        assertThat(column("roles", NOVEMBER, 2)).isEqualTo(Map.of("客户服务中心", 2L, "工程部维修班", 0L));
        assertThat(lines("late", NOVEMBER))
                .extracting(line -> line.subList(1, 4))
                .containsExactlyInAnyOrder(List.of("登记", "客户服务中心", ""), List.of("一天内解决", "客户服务中心", ""));
    }

    @Test
    @Tag("4.7.1")
    @Tag("Q3")
    @DisplayName("a contractor that comes late has missed its own promise, and nobody's of the office")
    void aContractorsPromise() {
        load(slip(1, "2026-11-10T08:00", "2026-11-10T12:00")
                .with(promise(CommitmentKind.CONTRACTOR_ARRIVAL, "2026-11-10T08:30", "2026-11-10T08:31", null))
                .with(promise(ARRIVAL, "2026-11-10T08:05", "2026-11-10T08:04", "tech1"))
                .facts());

        assertThat(column("roles", NOVEMBER, 2)).isEqualTo(Map.of("外包单位", 1L, "工程部维修班", 0L));
        assertThat(lines("late", NOVEMBER))
                .extracting(line -> line.subList(1, 4))
                .containsExactly(List.of("外包单位到场", "外包单位", ""));
    }

    @Test
    @Tag("4.7.1")
    @Tag("Q3")
    @DisplayName(
            "a time that a contractor puts off or hands back before it is due is neither kept nor missed; the one that it keeps is one of one")
    void aContractorThatPutsItOff() {
        load(slip(1, "2026-10-10T08:00", "2026-10-10T12:00")
                .with(ToldSlip.withdrawn(CommitmentKind.CONTRACTOR_ARRIVAL, "2026-10-10T10:00", "2026-10-10T09:59"))
                .with(promise(CommitmentKind.CONTRACTOR_ARRIVAL, "2026-10-10T11:00", "2026-10-10T11:00", null))
                .facts());
        Map<String, Rate> expected = Map.of("外包单位", new Rate(1, 1));

        assertThat(column("roles", OCTOBER, 3)).isEqualTo(expected);
        months.freeze(OCTOBER, "case10");
        assertThat(column("roles", OCTOBER, 3)).isEqualTo(expected);
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName(
            "of two technicians of one slip each has the promises that were due with him; one that nobody had is the team's alone")
    void aMissOfThePersonWhoHadTheSlipThen() {
        load(
                slip(1, "2026-11-10T08:00", "2026-11-10T12:00")
                        .with(promise(ARRIVAL, "2026-11-10T08:15", "2026-11-10T08:40", "tech2"))
                        .with(promise(CommitmentKind.REPAIR, "2026-11-10T09:10", "2026-11-10T09:00", "tech1"))
                        .facts(),
                slip(2, "2026-11-11T08:00", "2026-11-11T12:00")
                        .with(promise(ARRIVAL, "2026-11-11T08:15", "2026-11-11T08:40", null))
                        .facts());

        assertThat(column("staff", NOVEMBER, 4)).isEqualTo(Map.of("师傅 tech1", 0L, "师傅 tech2", 1L));
        assertThat(column("roles", NOVEMBER, 2)).isEqualTo(Map.of("工程部维修班", 2L));
    }

    @Test
    @Tag("3.4")
    @Tag("5.3b")
    @Tag("found:A11")
    @DisplayName(
            "received in September, closed in October, an accident still open: each month has what it received, ended and handed on")
    void openSlipsAreInTheFiguresOfEachMonth() {
        load(
                slip(1, "2026-09-20T08:00", "2026-10-02T10:00")
                        .with(promise(ARRIVAL, "2026-09-20T08:15", "2026-09-21T09:00", "tech1"))
                        .facts(),
                slip(2, "2026-09-25T08:00", null)
                        .of(RepairClass.ACCIDENT)
                        .with(promise(ARRIVAL, "2026-09-25T08:15", "2026-09-25T08:10", "tech1"))
                        .with(promise(ACCIDENT_SOLUTION, "2026-10-08T09:00", null, null))
                        .facts());
        database.update("update slip set accident_declared_at = ? where number = ?", at("2026-09-28T09:00"), number(2));

        theMonthsAddUp();
        months.freeze(SEPTEMBER, "case9");
        theMonthsAddUp();
        months.freeze(OCTOBER, "case10");
        theMonthsAddUp();
        assertThat(lines("open", NOVEMBER)).singleElement().satisfies(line -> assertThat(line)
                .startsWith(number(2), at("2026-09-25T08:00"), 59L));
    }

    private void theMonthsAddUp() {
        assertThat(overview(SEPTEMBER))
                .containsEntry("上月转入", "0 张")
                .containsEntry("接报", "2 张")
                .containsEntry("维修单", "0 张")
                .containsEntry("未结", "2 张")
                .containsEntry("其中维修事故", "1 张")
                .containsEntry("按时做到的承诺", new Rate(1, 2));
        assertThat(overview(OCTOBER))
                .containsEntry("上月转入", "2 张")
                .containsEntry("接报", "0 张")
                .containsEntry("维修单", "1 张")
                .containsEntry("未结", "1 张")
                .containsEntry("其中维修事故", "1 张")
                .containsEntry("按时做到的承诺", new Rate(0, 1));
        assertThat(lines("flow", OCTOBER)).singleElement().satisfies(line -> assertThat(line.subList(1, 7))
                .containsExactly(2L, 0L, 1L, 1L, 1L, 1L));
        assertThat(lines("open", SEPTEMBER))
                .extracting(line -> line.subList(0, 3))
                .containsExactly(
                        List.of(number(2), at("2026-09-25T08:00"), 5L),
                        List.of(number(1), at("2026-09-20T08:00"), 10L));
        assertThat(lines("open", OCTOBER))
                .extracting(line -> line.subList(0, 3))
                .containsExactly(List.of(number(2), at("2026-09-25T08:00"), 36L));
        for (YearMonth month : List.of(SEPTEMBER, OCTOBER, NOVEMBER)) {
            assertThat(lines("accidents", month))
                    .as("accidents of %s", month)
                    .singleElement()
                    .satisfies(line -> assertThat(line.subList(0, 5))
                            .containsExactly(number(2), at("2026-09-28T09:00"), null, null, null));
        }
        assertThat(lines("late", OCTOBER)).singleElement().satisfies(line -> assertThat(line.subList(0, 3))
                .containsExactly(number(2), "解决事故", "主任"));
    }

    @Test
    @Tag("4.7.8")
    @Tag("found:A11")
    @DisplayName(
            "what was not known when September was frozen: the open month takes it in as a correction, and September stays")
    void whatIsKnownLateIsACorrection() {
        load(slip(1, "2026-09-20T08:00", "2026-09-20T10:00").facts());
        months.freeze(SEPTEMBER, "case9");
        Map<String, Object> september = overview(SEPTEMBER);
        load(slip(2, "2026-09-22T08:00", null)
                .with(promise(ARRIVAL, "2026-09-22T08:15", "2026-09-22T09:00", "tech1"))
                .facts());

        assertThat(overview(SEPTEMBER)).isEqualTo(september);
        for (int round = 0; round < 2; round++) {
            assertThat(overview(OCTOBER))
                    .containsEntry("上月转入", "0 张")
                    .containsEntry("接报", "1 张")
                    .containsEntry("未结", "1 张")
                    .containsEntry("按时做到的承诺", new Rate(0, 1));
            assertThat(lines("corrections", OCTOBER)).singleElement().satisfies(line -> assertThat(line.subList(0, 3))
                    .containsExactly(number(2), "补计超时", at("2026-09-22T08:15")));
            if (round == 0) {
                months.freeze(OCTOBER, "case10");
            }
        }
        assertThat(overview(NOVEMBER)).containsEntry("按时做到的承诺", new Rate(0, 0)).containsEntry("上月转入", "1 张");
    }

    @Test
    @Tag("4.6.2")
    @Tag("found:A11")
    @DisplayName("a promise that waits is not due, and one that is due later than now is not missed yet")
    void whatIsNotDueDoesNotCount() {
        load(slip(1, "2026-11-22T08:00", null)
                .with(promise(ARRIVAL, "2026-11-22T08:15", null, "tech1"))
                .with(promise(ACCIDENT_SOLUTION, "2026-11-30T08:00", null, null))
                .facts());
        assertThat(overview(NOVEMBER)).containsEntry("按时做到的承诺", new Rate(0, 1));
        database.update(
                "insert into commitment_pause (commitment, paused_from, reason) select id, started_at, '等待业主' from commitment where kind = 'ARRIVAL'");
        assertThat(overview(NOVEMBER)).containsEntry("按时做到的承诺", new Rate(0, 0));
    }

    /** The domain reads a slip with the whole of its item. */
    private void complete() {
        database.update(
                "update slip set item_standard_hours = 0.5, item_labour_price = 50, item_in_price_list = true, item_emergency_by_nature = false, "
                        + "item_forced_entry = false, item_contractor_only = false");
    }

    private void load(Object... slips) {
        new SlipLoader(database)
                .load(Stream.of(slips)
                        .map(slip -> slip instanceof ToldSlip told ? told.facts() : (SlipFacts) slip)
                        .toList());
    }

    private Map<String, Object> overview(YearMonth month) {
        return lines("overview", month).stream()
                .collect(LinkedHashMap::new, (all, line) -> all.put((String) line.get(0), line.get(1)), Map::putAll);
    }

    private Map<Object, Object> column(String report, YearMonth month, int column) {
        return lines(report, month).stream()
                .collect(LinkedHashMap::new, (all, line) -> all.put(line.get(0), line.get(column)), Map::putAll);
    }

    private long sum(String report, YearMonth month, int column) {
        return lines(report, month).stream()
                .mapToLong(line -> (Long) line.get(column))
                .sum();
    }

    private List<List<Object>> lines(String report, YearMonth month) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(month), Integer.MAX_VALUE, lines::add);
        return lines;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
