package org.baoxiu.monthend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which months there are, frozen or open, and what is counted of each. */
@Component
public class MonthScopes {

    private final BusinessMonthRepository months;
    private final JdbcClient database;
    private final Clock clock;

    MonthScopes(BusinessMonthRepository months, JdbcClient database, Clock clock) {
        this.months = months;
        this.database = database;
        this.clock = clock;
    }

    /** The month that takes in what ends now, and what is recorded late: the one after the last that is frozen. */
    YearMonth firstOpen() {
        return months.findFirstByOrderByPeriodDesc()
                .map(last -> last.month().plusMonths(1))
                .orElseGet(this::begin);
    }

    /** Before any month was frozen: the month of the first slip, or this one. */
    private YearMonth begin() {
        YearMonth current = BusinessMonth.of(clock.instant());
        return database.sql("select min(received_at) from slip")
                .query((row, index) -> row.getObject(1, LocalDateTime.class))
                .optional()
                .map(YearMonth::from)
                .filter(first -> first.isBefore(current))
                .orElse(current);
    }

    /** The months that are not frozen and have begun, latest first. */
    List<YearMonth> open() {
        YearMonth first = firstOpen();
        long all = Math.max(0, ChronoUnit.MONTHS.between(first, BusinessMonth.of(clock.instant())));
        return LongStream.rangeClosed(0, all)
                .mapToObj(ago -> first.plusMonths(all - ago))
                .toList();
    }

    /** Empty for a month before the record begins: nothing is known of it, which is not the same as nothing having happened. */
    public Optional<MonthScope> find(YearMonth month) {
        return months.findById(month.toString()).map(this::of).or(() -> Optional.of(firstOpen())
                .filter(first -> !month.isBefore(first))
                .map(first -> open(month, first, clock.instant())));
    }

    MonthScope of(YearMonth month) {
        return find(month).orElseGet(() -> open(month, firstOpen(), clock.instant()));
    }

    MonthScope of(BusinessMonth frozen) {
        return new MonthScope(frozen.month(), frozen.month().plusMonths(1), since(frozen.month()), frozen.frozenAt());
    }

    /** Only the first of the open months has corrections. */
    private MonthScope open(YearMonth month, YearMonth first, Instant now) {
        return new MonthScope(month, first, month.equals(first) ? since(month) : now, now);
    }

    Instant since(YearMonth month) {
        return months.findById(month.minusMonths(1).toString())
                .map(BusinessMonth::frozenAt)
                .orElse(Instant.EPOCH);
    }
}
