package org.baoxiu.monthend;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadline;
import org.baoxiu.commitment.Deadlines;
import org.baoxiu.commitment.Stage;
import org.baoxiu.monthend.workbook.MonthWorkbook;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.RecordWritten;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles the months, one after the other (3.4, 4.3.7, 4.3.8).
 *
 * <p>A slip belongs to the month in which it ended, that is was closed or cancelled, by its true time. Freezing a month takes in
 * the slips that ended in it, the promises that were due in it, and the slips that it hands on open. What is recorded later, with a
 * true time in a month that is frozen already, is taken in by the first month that is still open, as a correction; so every slip that
 * has ended and every promise that was due is in one month, and no month changes after its freezing.
 */
@Service
@Transactional
public class MonthEnd {

    private final BusinessMonthRepository months;
    private final MonthScopes scopes;
    private final MonthFacts facts;
    private final PackStore packs;
    private final MonthWorkbook workbook;
    private final Deadlines deadlines;
    private final JdbcClient database;
    private final ApplicationEventPublisher watchers;
    private final Clock clock;

    MonthEnd(
            BusinessMonthRepository months,
            MonthScopes scopes,
            MonthFacts facts,
            PackStore packs,
            MonthWorkbook workbook,
            Deadlines deadlines,
            JdbcClient database,
            ApplicationEventPublisher watchers,
            Clock clock) {
        this.months = months;
        this.scopes = scopes;
        this.facts = facts;
        this.packs = packs;
        this.workbook = workbook;
        this.deadlines = deadlines;
        this.database = database;
        this.watchers = watchers;
        this.clock = clock;
    }

    /** The earliest month that is over and not frozen yet. */
    @Transactional(readOnly = true)
    public Optional<YearMonth> next() {
        return Optional.of(firstOpen()).filter(month -> month.isBefore(BusinessMonth.of(clock.instant())));
    }

    /** The month that takes in what ends now, and what is recorded late: the one after the last that is frozen. */
    @Transactional(readOnly = true)
    public YearMonth firstOpen() {
        return scopes.firstOpen();
    }

    /** The months that are not frozen and have begun, latest first. */
    @Transactional(readOnly = true)
    public List<YearMonth> open() {
        return scopes.open();
    }

    /**
     * Freezes a month and takes its slips in.
     *
     * @param caseId the case that settles the month, once and for all
     */
    public BusinessMonth freeze(YearMonth month, String caseId) {
        checkNext(month);
        Deadline handOver = deadlines.from(BusinessMonth.end(month), CommitmentKind.MONTH_HAND_OVER);
        BusinessMonth frozen = save(BusinessMonth.freeze(month, caseId, handOver, clock.instant()));
        MonthScope scope = new MonthScope(month, month, scopes.since(month), frozen.frozenAt());
        facts.takeIn().forEach(written -> database.sql(scope.in(written)).update());
        Stream.of("month_slip", "month_promise", "month_open", "month_cause", "month_repeat")
                .forEach(table -> written(table, month));
        return frozen;
    }

    private void written(String table, YearMonth month) {
        watchers.publishEvent(new RecordWritten(table, month));
    }

    private void checkNext(YearMonth month) {
        String label = Times.month(month);
        if (months.existsById(month.toString())) {
            throw alreadyFrozen(label);
        }
        if (!month.isBefore(BusinessMonth.of(clock.instant()))) {
            throw Rejection.invalid(label + "还没有过完，不能结算。请在下月 1 日以后再办理。");
        }
        YearMonth open = firstOpen();
        if (!open.isBefore(BusinessMonth.of(clock.instant()))) {
            throw Rejection.invalid("现在没有过完而未结的月份，" + label + "不用结算。月份从第一张维修单那个月开始，按顺序结算。");
        }
        if (!month.equals(open)) {
            throw Rejection.invalid("月份要按顺序结算，现在该结的是" + Times.month(open) + "（" + open + "），请改正后重新提交。");
        }
    }

    /** Where two cases begin at the same moment, the primary key lets one of them through. */
    private BusinessMonth save(BusinessMonth frozen) {
        try {
            return months.save(frozen);
        } catch (DbActionExecutionException e) {
            throw alreadyFrozen(frozen.label());
        }
    }

    private static Rejection alreadyFrozen(String label) {
        return Rejection.invalid(label + "已经在结算或已结算，不能重复。以后的更正计入未结的月份。");
    }

    /** Writes the workbook of the month, unless it is there already; of two who count the same month the second waits and finds it. */
    public void count(YearMonth month) {
        BusinessMonth frozen = months.findByPeriod(month.toString()).orElseThrow(() -> notFrozen(month));
        if (!packs.exists(month)) {
            try (OutputStream pack = packs.write(month)) {
                workbook.write(scopes.of(frozen), pack);
            } catch (IOException e) {
                throw new IllegalStateException("no workbook of " + month, e);
            }
            written("month_pack", month);
        }
    }

    /** Customer service has checked the month and hands it to general affairs (4.3.7, 4.3.8). */
    public void handOver(YearMonth month, @Nullable String noteOrNull, Person by) {
        BusinessMonth checked = get(month);
        if (!packs.exists(month)) {
            throw Rejection.invalid(checked.label() + "还没有统计完，不能移交。请稍后再试。");
        }
        checked.handOver(noteOrNull, clock.instant(), by);
        months.save(checked);
    }

    /** General affairs has got the month; it is closed by that. */
    public void receive(YearMonth month, @Nullable String noteOrNull, Person by) {
        BusinessMonth handedOver = get(month);
        handedOver.receive(noteOrNull, clock.instant(), by);
        months.save(handedOver);
    }

    /** What is to be told about the hand-over now, marked as told; empty if it is in order. */
    public Optional<Stage> judge(YearMonth month) {
        BusinessMonth running = get(month);
        Optional<Stage> stage = running.judge(clock.instant());
        stage.ifPresent(told -> months.save(running));
        return stage;
    }

    @Transactional(readOnly = true)
    public BusinessMonth get(YearMonth month) {
        return find(month).orElseThrow(() -> notFrozen(month));
    }

    private static Rejection notFrozen(YearMonth month) {
        return Rejection.invalid(Times.month(month) + "还没有冻结。请先办理月度结算。");
    }

    @Transactional(readOnly = true)
    public Optional<BusinessMonth> find(YearMonth month) {
        return months.findById(month.toString());
    }

    /** The months that are frozen, latest first. */
    @Transactional(readOnly = true)
    public List<BusinessMonth> all() {
        return months.findAllByOrderByPeriodDesc();
    }

    /** Empty if the month has no workbook yet. */
    @Transactional(readOnly = true)
    public boolean copyPack(YearMonth month, OutputStream to) throws IOException {
        return packs.copy(month, to);
    }

    public MonthScope scope(YearMonth month) {
        return scopes.of(month);
    }
}
