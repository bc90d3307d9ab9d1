package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure of 今日, counted a second time in plain Java from rows that are read without any condition; two offices. */
@DomainTest
@Label("今日的数字")
class TodayPropertiesTest {

    private static final List<String> OFFICES = List.of("今日甲管理处", "今日乙管理处");
    private static final Set<String> NONE = Set.of("MISTAKEN", "JOINED");
    private static final Set<String> LOAD = Set.of(
            "PICKED_UP", "ON_SITE", "QUOTED", "CONSENTED", "WORKING", "SUPPORT_REQUESTED", "DEFERRED", "FINISHED");
    private static final int SLIPS = 60;

    @Autowired
    Today today;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    record Row(
            String number,
            String office,
            String state,
            String technician,
            LocalDateTime received,
            LocalDateTime closed,
            LocalDateTime accident,
            LocalDateTime accidentClosed) {}

    record Promise(long id, String slip, LocalDateTime due, LocalDateTime ended, boolean withdrawn, boolean paused) {}

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void everyFigureIsTheSame(@ForAll long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.restart();
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
            for (String office : OFFICES) {
                new RandomSlips(database, office, now, seed + office.hashCode()).load(SLIPS);
            }
            somethingOfEverything(now, new Random(seed));
            for (List<String> offices : List.of(OFFICES.subList(0, 1), OFFICES.subList(1, 2), OFFICES)) {
                compare(offices, now);
            }
            assertThat(today.figures(List.of()).get(TodayFigure.OPEN))
                    .isGreaterThanOrEqualTo(today.figures(OFFICES).get(TodayFigure.OPEN));
        });
    }

    /** Late entries of today, mistaken and joined slips, accidents, money, messages, words about a miss, promises that are taken back. */
    private void somethingOfEverything(LocalDateTime now, Random random) {
        for (Row slip : slips(OFFICES)) {
            switch (random.nextInt(9)) {
                case 0 ->
                    database.update(
                            "update slip set state = ?, closed_at = ? where number = ?",
                            random.nextBoolean() ? "MISTAKEN" : "JOINED",
                            now.minusMinutes(random.nextInt(3_000)),
                            slip.number());
                case 1 ->
                    database.update(
                            "update slip set accident_declared_at = ?, accident_closed_at = ? where number = ?",
                            now.minusDays(2),
                            random.nextBoolean() ? now.minusDays(1) : null,
                            slip.number());
                case 2, 3 -> money(slip.number(), now, random);
                case 4 -> message(slip.number(), now, random);
                case 5 ->
                    database.update(
                            "update slip set received_at = ? where number = ?",
                            now.toLocalDate()
                                    .atStartOfDay()
                                    .plusSeconds(random.nextInt(2))
                                    .minusSeconds(1),
                            slip.number());
                case 6 ->
                    database.update(
                            "insert into history_entry (slip_number, occurred_at, person, step, clause, text) values (?, ?, 'tech1', 5, '4', '报告超时，预计明天完成：等配件')",
                            slip.number(),
                            now);
                case 7 ->
                    database.update(
                            "update commitment set due_at = ?, ended_at = null, withdrawn = ? where slip_number = ?",
                            now,
                            random.nextBoolean(),
                            slip.number());
                default -> {}
            }
        }
    }

    private void money(String number, LocalDateTime now, Random random) {
        for (String kind : List.of("BILLED", "PAYMENT", "WAIVER", "REFUND")) {
            if (kind.equals("BILLED") || random.nextBoolean()) {
                database.update(
                        "insert into fee_entry (slip_number, kind, amount, recorded_at, recorded_by) values (?, ?, ?, ?, 'clerk1')",
                        number,
                        kind,
                        BigDecimal.valueOf(random.nextInt(3) * 5_000L, 2),
                        now);
            }
        }
    }

    private void message(String number, LocalDateTime now, Random random) {
        List<String> states = List.of("FAILED", "EXPIRED", "TO_CALL", "DELIVERED", "WAITING");
        database.update(
                """
            insert into message (event_key, event, slip_number, recipient, channel, subject, text, created_at, expires_at, state, attempts)
            values (?, 'CLOSED', ?, 'clerk1', 'IN_APP', 's', 't', ?, ?, ?, 1)""",
                "today-" + number,
                number,
                now.minusHours(1),
                random.nextBoolean() ? now.plusHours(1) : now.minusMinutes(5),
                states.get(random.nextInt(states.size())));
    }

    private void compare(List<String> offices, LocalDateTime now) {
        List<Row> all = slips(offices).stream()
                .filter(slip -> !NONE.contains(slip.state()))
                .toList();
        List<Promise> promises = promises();
        Map<String, BigDecimal> owed = owed();
        LocalDateTime midnight = now.toLocalDate().atStartOfDay();
        Predicate<Row> open = slip -> slip.closed() == null;
        Map<TodayFigure, Predicate<Row>> counted = new HashMap<>();
        counted.put(
                TodayFigure.RECEIVED,
                slip -> !slip.received().isBefore(midnight) && !slip.received().isAfter(now));
        counted.put(
                TodayFigure.CLOSED,
                slip -> slip.closed() != null
                        && !slip.closed().isBefore(midnight)
                        && !slip.closed().isAfter(now));
        counted.put(TodayFigure.OPEN, open);
        counted.put(TodayFigure.AGE_1, open.and(slip -> hours(slip, now) < 24));
        counted.put(TodayFigure.AGE_3, open.and(slip -> hours(slip, now) >= 24 && hours(slip, now) < 72));
        counted.put(TodayFigure.AGE_7, open.and(slip -> hours(slip, now) >= 72 && hours(slip, now) < 168));
        counted.put(TodayFigure.AGE_14, open.and(slip -> hours(slip, now) >= 168 && hours(slip, now) < 336));
        counted.put(TodayFigure.AGE_OLD, open.and(slip -> hours(slip, now) >= 336));
        counted.put(
                TodayFigure.OVERDUE,
                open.and(of(promises, one -> runs(one) && !one.due().isAfter(now))));
        counted.put(
                TodayFigure.DUE_SOON,
                open.and(of(
                        promises,
                        one -> runs(one) && one.due().isAfter(now) && !one.due().isAfter(now.plusHours(1)))));
        counted.put(TodayFigure.MISSED, of(promises, one -> missed(one, midnight, now)));
        counted.put(TodayFigure.ACCIDENTS, open.and(slip -> slip.accident() != null && slip.accidentClosed() == null));
        counted.put(
                TodayFigure.UNPAID,
                slip -> owed.getOrDefault(slip.number(), BigDecimal.ZERO).signum() > 0);
        Set<String> undelivered = undelivered(now);
        counted.put(TodayFigure.UNDELIVERED, slip -> undelivered.contains(slip.number()));

        Today.Look look = today.look(offices, 10_000);
        for (TodayFigure figure : TodayFigure.values()) {
            List<String> expected =
                    all.stream().filter(counted.get(figure)).map(Row::number).toList();
            assertThat(look.figure(figure)).as("%s of %s", figure, offices).isEqualTo(expected.size());
            assertThat(today.numbers(figure, offices, 0, 10_000))
                    .as("slips of %s", figure)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        Set<String> numbers = new HashSet<>(all.stream().map(Row::number).toList());
        assertThat(look.missed()).hasSize((int) promises.stream()
                .filter(one -> numbers.contains(one.slip()) && missed(one, midnight, now))
                .count());
        assertThat(look.accidents()).hasSize((int) look.figure(TodayFigure.ACCIDENTS));
        assertThat(look.owed())
                .isCloseTo(
                        numbers.stream()
                                .map(number -> owed.getOrDefault(number, BigDecimal.ZERO))
                                .filter(amount -> amount.signum() > 0)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        within(BigDecimal.ZERO));
        for (Today.Load person : look.people()) {
            List<Row> held = all.stream()
                    .filter(open.and(slip -> person.person().equals(slip.technician()) && LOAD.contains(slip.state())))
                    .toList();
            assertThat(person.held()).as(person.person()).isEqualTo(held.size());
            assertThat(person.late()).isEqualTo((int)
                    held.stream().filter(counted.get(TodayFigure.OVERDUE)).count());
        }
        assertThat(look.people().stream().mapToInt(Today.Load::held).sum()).isEqualTo((int) all.stream()
                .filter(open.and(slip -> slip.technician() != null && LOAD.contains(slip.state())))
                .count());
    }

    private static long hours(Row slip, LocalDateTime now) {
        return Duration.between(slip.received(), now).toHours();
    }

    private static Predicate<Row> of(List<Promise> promises, Predicate<Promise> which) {
        Set<String> slips =
                new HashSet<>(promises.stream().filter(which).map(Promise::slip).toList());
        return slip -> slips.contains(slip.number());
    }

    private static boolean runs(Promise one) {
        return one.ended() == null && !one.paused();
    }

    private static boolean missed(Promise one, LocalDateTime midnight, LocalDateTime now) {
        return !one.due().isBefore(midnight)
                && !one.due().isAfter(now)
                && !one.withdrawn()
                && !one.paused()
                && (one.ended() == null || one.ended().isAfter(one.due()));
    }

    private List<Row> slips(List<String> offices) {
        return database.query("select * from slip", TodayPropertiesTest::row).stream()
                .filter(slip -> offices.contains(slip.office()))
                .toList();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("office"),
                row.getString("state"),
                row.getString("technician"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("closed_at", LocalDateTime.class),
                row.getObject("accident_declared_at", LocalDateTime.class),
                row.getObject("accident_closed_at", LocalDateTime.class));
    }

    private List<Promise> promises() {
        Set<Long> paused = new HashSet<>();
        database.query("select commitment, paused_until from commitment_pause", row -> {
            if (row.getObject("paused_until") == null) {
                paused.add(row.getLong("commitment"));
            }
        });
        List<Promise> all = new ArrayList<>();
        database.query("select id, slip_number, due_at, ended_at, withdrawn from commitment", row -> {
            all.add(new Promise(
                    row.getLong("id"),
                    row.getString("slip_number"),
                    row.getObject("due_at", LocalDateTime.class),
                    row.getObject("ended_at", LocalDateTime.class),
                    row.getBoolean("withdrawn"),
                    paused.contains(row.getLong("id"))));
        });
        return all;
    }

    private Map<String, BigDecimal> owed() {
        Map<String, BigDecimal> owed = new HashMap<>();
        database.query("select slip_number, kind, amount from fee_entry", row -> {
            BigDecimal amount = row.getBigDecimal("amount");
            owed.merge(
                    row.getString("slip_number"),
                    Set.of("BILLED", "REFUND").contains(row.getString("kind")) ? amount : amount.negate(),
                    BigDecimal::add);
        });
        return owed;
    }

    private Set<String> undelivered(LocalDateTime now) {
        Set<String> numbers = new HashSet<>();
        database.query("select slip_number, state, expires_at from message", row -> {
            boolean toCall = row.getString("state").equals("TO_CALL")
                    && row.getObject("expires_at", LocalDateTime.class).isAfter(now);
            if (toCall || Set.of("FAILED", "EXPIRED").contains(row.getString("state"))) {
                numbers.add(row.getString("slip_number"));
            }
        });
        return numbers;
    }
}
