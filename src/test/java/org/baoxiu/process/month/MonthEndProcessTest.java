package org.baoxiu.process.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.month.MonthCase.CHECKED;
import static org.baoxiu.process.month.MonthCase.RECEIVED;
import static org.baoxiu.process.month.MonthEndProcess.Elements.CHECK_MONTH;
import static org.baoxiu.process.month.MonthEndProcess.Elements.RECEIVE_PACK;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.MonthState;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcedureTest
@DisplayName("月度统计与结算")
@Tag("long")
class MonthEndProcessTest {

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    @Test
    @Tag("3.4")
    @Tag("4.3.8")
    void theSlipsOfTheMonthAndNoOthersAreInItsPack() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timeIs(month.end().minus(Duration.ofHours(2)));
        RepairCase lastOfTheMonth = TapRepair.closed(office);
        office.timeIs(month.end());
        RepairCase firstOfTheNext = TapRepair.closed(office);
        office.timePasses(Duration.ofMinutes(5));

        month.timerFires().backgroundWorkRuns();

        assertThat(monthOf(lastOfTheMonth)).isEqualTo(month.month().toString());
        assertThat(database.queryForList(
                        "select period from month_slip where slip_number = ?", String.class, firstOfTheNext.number()))
                .as("month of what ended at " + firstOfTheNext.slip().closedAt() + ", after " + month.month())
                .isEmpty();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        assertThat(months.copyPack(month.month(), pack)).isTrue();
        assertThat(pack.toByteArray()).startsWith('P', 'K');
    }

    @Test
    @Tag("3.4")
    void countingAgainMakesNoSecondPack() {
        MonthCase month = MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();
        int parts = parts(month.month());

        months.count(month.month());

        assertThat(parts(month.month())).isEqualTo(parts).isPositive();
    }

    @Test
    @Tag("3.4")
    void aMonthIsSettledOnce() {
        MonthCase month = MonthCase.next(office, engine, months).isSettledBy("clerk1");

        Refusal.of(() -> month.isSettledBy("clerklead"))
                .invalid()
                .says(month.record().label(), "不能重复");
    }

    @Test
    @Tag("3.4")
    void whoSettlesTheMonthAfterTheTimerIsRefusedAndItsPackStays() {
        MonthCase month = MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();
        int parts = parts(month.month());

        Refusal.of(() -> month.isSettledBy("clerk1"))
                .invalid()
                .says(month.record().label(), "不能重复");

        month.backgroundWorkRuns();
        assertThat(parts(month.month())).isEqualTo(parts).isPositive();
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
    }

    @Test
    @Tag("3.4")
    void ofThoseWhoSettleTheMonthAtTheSameMomentOneDoes() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timeIs(month.end().minus(Duration.ofHours(2)));
        RepairCase repair = TapRepair.closed(office);
        office.timeIs(month.end().plus(Duration.ofMinutes(5)));

        List<Throwable> refusals = atOnce(4, () -> month.isSettledBy("clerk1"));

        assertThat(refusals).hasSize(3).allSatisfy(refusal -> assertThat(refusal)
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("不能重复"));
        assertThat(months.all())
                .extracting(one -> one.month())
                .contains(month.month())
                .doesNotHaveDuplicates();
        assertThat(monthOf(repair)).isEqualTo(month.month().toString());
        month.backgroundWorkRuns();
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
    }

    @Test
    @Tag("3.4")
    void ofThoseWhoCountTheMonthAtTheSameMomentOneMakesThePack() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months).timerFires();

        List<Throwable> failures = atOnce(4, () -> months.count(month.month()));

        assertThat(failures).isEmpty();
        assertThat(parts(month.month())).isPositive();
        month.backgroundWorkRuns();
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
    }

    @Test
    @Tag("3.4")
    void thePackStaysWhenTheStepThatMadeItIsRolledBackAndTheNextFindsIt() {
        MonthCase month = MonthCase.next(office, engine, months).timerFires();

        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            month.backgroundWorkRuns();
            transaction.setRollbackOnly();
        });

        int parts = parts(month.month());
        assertThat(parts).isPositive();
        assertThat(month.openTasks()).isEmpty();
        month.backgroundWorkRuns();
        assertThat(parts(month.month())).isEqualTo(parts);
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
    }

    @Test
    @Tag("3.4")
    void aMonthThatIsNotOverAndAMonthBeforeItsTurnAreRefused() {
        MonthCase month = MonthCase.next(office, engine, months);

        Refusal.of(() -> settles(month.month().plusMonths(1))).invalid().says("还没有过完");
        office.timePasses(Duration.ofDays(40));
        Refusal.of(() -> settles(month.month().plusMonths(1)))
                .invalid()
                .says("按顺序", month.month().toString());
    }

    @Test
    @Tag("3.4")
    @Tag("4.3.7")
    void monthsThatWereMissedAreSettledOneAfterTheOther() {
        MonthCase first = MonthCase.next(office, engine, months);
        office.timePasses(Duration.ofDays(63));

        first.timerFires();

        assertThat(months.all())
                .extracting(one -> one.month())
                .contains(
                        first.month(),
                        first.month().plusMonths(1),
                        first.month().plusMonths(2))
                .doesNotHaveDuplicates();
        assertThat(months.next()).isEmpty();
    }

    @Test
    @Tag("4.3.7")
    void nobodyHandsOverWhatWasNotCheckedOrReceivesWhatDidNotCome() {
        MonthCase month = MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();

        refused(() -> month.does("clerk1", CHECK_MONTH, Map.of("figuresChecked", false)), "已核对");
        month.does("clerk1", CHECK_MONTH, CHECKED);
        refused(() -> month.does("affairs", RECEIVE_PACK, Map.of()), "已收到");
        refused(() -> month.does("affairs", RECEIVE_PACK, Map.of("packReceived", true, "foreign", 1)), "foreign");
        month.does("affairs", RECEIVE_PACK, RECEIVED);
        assertThat(month.record().state()).isEqualTo(MonthState.CLOSED);
    }

    private static void refused(ThrowingCallable step, String why) {
        assertThatThrownBy(step).rootCause().isInstanceOf(Rejection.class).hasMessageContaining(why);
    }

    /** What came of those steps that failed. */
    private static List<Throwable> atOnce(int people, Runnable step) throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(people);
        ExecutorService all = Executors.newFixedThreadPool(people);
        try {
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> one : all.invokeAll(Collections.nCopies(people, () -> {
                barrier.await();
                step.run();
                return null;
            }))) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return failures;
        } finally {
            all.shutdown();
        }
    }

    private void settles(YearMonth month) {
        office.starts(
                "clerk1", MonthEndProcess.KEY, Map.of("monthDay", month.atDay(3).toString()));
    }

    private String monthOf(RepairCase repair) {
        return database.queryForObject(
                "select period from month_slip where slip_number = ?", String.class, repair.number());
    }

    private int parts(YearMonth month) {
        return database.queryForObject(
                "select count(*) from month_pack where period = ?", Integer.class, month.toString());
    }
}
