package org.baoxiu.monthend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadline;
import org.baoxiu.commitment.Deadlines;
import org.baoxiu.commitment.Stage;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** September and October of an office; it is November, when the clock of the tests begins. */
@DomainTest
@DisplayName("月份：冻结、更正、移交、关账")
class MonthEndTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Person CLERK = new Person("clerk1", Set.of("customerService"));
    private static final Person AFFAIRS = new Person("affairs", Set.of("generalAffairs"));

    @Autowired
    private MonthEnd months;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private Reports reports;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @Tag("3.4")
    void everySlipThatHasEndedIsInTheMonthOfItsTrueEnd() {
        load(SEPTEMBER, 1, 30);
        load(OCTOBER, 100, 40);
        load(YearMonth.of(2026, 11), 200, 1);

        months.freeze(SEPTEMBER, "case9");
        months.freeze(OCTOBER, "case10");

        assertThat(slipsOf(SEPTEMBER)).hasSize(30).allMatch(number -> number.startsWith("WX202609"));
        assertThat(slipsOf(OCTOBER)).hasSize(40).allMatch(number -> number.startsWith("WX202610"));
        assertThat(months.firstOpen()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(months.next()).isEmpty();
    }

    @Test
    @Tag("4.7.8")
    @Tag("3.4")
    @DisplayName("a paper slip that is entered late belongs to the month of its true time while that is open")
    void lateEntryIntoAnOpenMonth() {
        load(SEPTEMBER, 1, 3);
        load(OCTOBER, 100, 3);
        months.freeze(SEPTEMBER, "case9");
        load(OCTOBER, 110, 1);

        months.freeze(OCTOBER, "case10");

        assertThat(slipsOf(OCTOBER)).hasSize(4);
        assertThat(corrections(OCTOBER)).isEmpty();
    }

    @Test
    @Tag("4.7.8")
    @Tag("3.4")
    @DisplayName("and after that it is a correction in the open month, seen as one")
    void lateEntryAfterTheFreezing() {
        load(SEPTEMBER, 1, 3);
        months.freeze(SEPTEMBER, "case9");
        List<Object> septemberBefore = overview(SEPTEMBER);
        load(OCTOBER, 100, 3);
        load(SEPTEMBER, 50, 1);

        assertThat(corrections(OCTOBER)).as("before October is frozen").hasSize(1);
        months.freeze(OCTOBER, "case10");

        assertThat(corrections(OCTOBER)).singleElement().satisfies(line -> {
            assertThat(line.get(0).toString()).startsWith("WX202609");
            assertThat(line.get(1)).isEqualTo("补登维修单");
            assertThat(YearMonth.from((LocalDateTime) line.get(2))).isEqualTo(SEPTEMBER);
        });
        assertThat(slipsOf(OCTOBER)).hasSize(4);
        assertThat(overview(SEPTEMBER)).as("September stays as it was").isEqualTo(septemberBefore);
    }

    @Test
    @Tag("4.7.8")
    @Tag("4.3.8")
    void theWorkbookNamesWhatWasEnteredLateWithoutAnAmountOfItsOwn() throws Exception {
        load(SEPTEMBER, 1, 3);
        months.freeze(SEPTEMBER, "case9");
        load(SEPTEMBER, 50, 1);
        months.freeze(OCTOBER, "case10");

        months.count(OCTOBER);

        Row entry = workbook(OCTOBER).getSheet("更正").getRow(3);
        assertThat(entry.getCell(0).getStringCellValue()).startsWith("WX202609");
        assertThat(entry.getCell(1).getStringCellValue()).isEqualTo("补登维修单");
        assertThat(entry.getCell(3).getCellType()).isEqualTo(CellType.BLANK);
    }

    @Test
    @Tag("3.5")
    @Tag("4.3.8")
    void moneyThatIsLetOffAfterTheFreezingIsACorrectionOfTheOpenMonth() {
        load(SEPTEMBER, 1, 20);
        months.freeze(SEPTEMBER, "case9");
        List<Object> before = overview(SEPTEMBER);
        database.update(
                "insert into fee_entry (slip_number, kind, amount, reason, recorded_at, recorded_by) values (?, 'WAIVER', 5.00, '补偿', ?, 'x')",
                slipsOf(SEPTEMBER).get(0),
                LocalDateTime.ofInstant(clock.instant().plusMillis(1), ZoneId.systemDefault()));
        clock.advance(Duration.ofSeconds(1));

        assertThat(corrections(OCTOBER))
                .singleElement()
                .satisfies(line -> assertThat(line).containsSequence("减免").contains("补偿"));
        assertThat(overview(SEPTEMBER)).isEqualTo(before);
        months.freeze(OCTOBER, "case10");
        assertThat(corrections(OCTOBER)).hasSize(1);
    }

    @Test
    @Tag("3.4")
    void aSlipIsInNoSecondMonthWhateverHappens() {
        load(SEPTEMBER, 1, 1);
        load(OCTOBER, 100, 1);
        months.freeze(SEPTEMBER, "case9");
        months.freeze(OCTOBER, "case10");

        assertThatThrownBy(() -> database.update(
                        """
        insert into month_slip (slip_number, period, correction, late, cost, billed, waived, received)
        values (?, '2026-10', false, false, 0, 0, 0, 0)""",
                        slipsOf(SEPTEMBER).get(0)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    @Tag("4.3.7")
    void theHandOverIsInTimeUpToTheLastMomentOfThe1stAndLateASecondAfter() {
        BusinessMonth inTime = BusinessMonth.freeze(OCTOBER, "case10", handOver(), at("2026-11-01T00:05"));
        assertThat(inTime.deadline().dueAt()).isEqualTo(at("2026-11-02T00:00"));
        assertThat(inTime.judge(at("2026-11-01T15:59:59"))).isEmpty();
        assertThat(inTime.judge(at("2026-11-01T16:00"))).contains(Stage.WARNING);
        assertThat(inTime.judge(at("2026-11-01T16:00"))).as("once").isEmpty();
        inTime.handOver(null, at("2026-11-01T23:59:59"), CLERK);
        assertThat(inTime.judge(at("2026-11-02T00:00:01"))).isEmpty();
        assertThat(inTime.deadline().missedAt()).isNull();

        BusinessMonth late = BusinessMonth.freeze(OCTOBER, "case10", handOver(), at("2026-11-01T00:05"));
        assertThat(late.judge(at("2026-11-02T00:00:03")))
                .as("the timer is a little late")
                .contains(Stage.MISSED);
        assertThat(late.judge(at("2026-11-02T23:59:59"))).isEmpty();
        assertThat(late.judge(at("2026-11-03T00:00"))).as("the next one is not").contains(Stage.AGAIN);
        assertThat(late.judge(at("2026-11-03T00:00:01"))).isEmpty();
        assertThat(late.deadline().missedAt()).isEqualTo(at("2026-11-02T00:00:03"));
    }

    @Test
    @Tag("4.3.7")
    void nothingIsHandedOverUncountedOrReceivedBeforeItIsHandedOver() {
        load(OCTOBER, 100, 1);
        new SlipLoader(database).receivedFrom(OCTOBER);
        months.freeze(OCTOBER, "case10");

        Refusal.of(() -> months.handOver(OCTOBER, null, CLERK)).invalid().says("2026年10月", "还没有统计完");
        months.count(OCTOBER);
        Refusal.of(() -> months.receive(OCTOBER, null, AFFAIRS)).invalid().says("2026年10月", "不能签收");
        months.handOver(OCTOBER, null, CLERK);
        Refusal.of(() -> months.handOver(OCTOBER, null, CLERK)).invalid().says("不能移交");
        months.receive(OCTOBER, "收到", AFFAIRS);
        assertThat(months.get(OCTOBER).state()).isEqualTo(MonthState.CLOSED);
        Refusal.of(() -> months.get(SEPTEMBER)).invalid().says("2026年9月", "还没有冻结");
    }

    @Test
    @Tag("3.4")
    @Tag("found:A7")
    void anOfficeWithoutAnySlipBeginsWithThisMonthAndHasNothingToSettle() {
        assertThat(months.open()).containsExactly(YearMonth.of(2026, 11));
        assertThat(months.next()).isEmpty();
        assertThat(lines("overview", YearMonth.of(2026, 11))).contains(List.of("维修单", "0 张", "", "", ""));
        Refusal.of(() -> months.freeze(OCTOBER, "case10")).invalid().says("2026年10月", "不用结算");
    }

    private void load(YearMonth month, int first, int count) {
        List<SlipFacts> slips = new ArrayList<>(new RandomMonth(first, month, first).slips(count));
        SlipLoader loader = new SlipLoader(database);
        loader.load(slips);
        loader.receivedFrom(SEPTEMBER);
    }

    private List<String> slipsOf(YearMonth month) {
        return database.queryForList(
                "select slip_number from month_slip where period = ? order by 1", String.class, month.toString());
    }

    private Workbook workbook(YearMonth month) throws IOException {
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        assertThat(months.copyPack(month, pack)).isTrue();
        return new XSSFWorkbook(new ByteArrayInputStream(pack.toByteArray()));
    }

    private List<List<Object>> corrections(YearMonth month) {
        return lines("corrections", month).stream()
                .filter(line -> !line.get(1).equals("补计超时"))
                .toList();
    }

    private List<Object> overview(YearMonth month) {
        return lines("overview", month).stream().<Object>map(List::toString).toList();
    }

    private List<List<Object>> lines(String report, YearMonth month) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(month), Integer.MAX_VALUE, lines::add);
        return lines;
    }

    private Deadline handOver() {
        return deadlines.from(BusinessMonth.end(OCTOBER), CommitmentKind.MONTH_HAND_OVER);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant();
    }
}
