package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.audit.Ways.Ended;
import org.baoxiu.audit.Ways.Way;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way and its figures, told apart a second time in plain Java from rows that are read without any condition; two offices. */
@DomainTest
@Label("办理路径")
class WaysPropertiesTest {

    private static final List<String> OFFICES = List.of("路径甲管理处", "路径乙管理处");
    private static final Set<String> TASKS = Set.of("登记", "上门");
    private static final int SLIPS = 60;

    @Autowired
    Ways ways;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    /** What a slip was given here. */
    private record Given(String office, StringBuilder way, List<Integer> scores) {}

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void everyWayIsTheSame(@ForAll long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.restart();
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
            Map<String, Given> given = load(new Random(seed), now);
            for (List<String> offices : List.of(OFFICES.subList(1, 2), OFFICES)) {
                for (RepairClass repairClass : new RepairClass[] {null, RepairClass.DAILY}) {
                    compare(given, now.minusDays(25), now, offices, repairClass);
                }
            }
        });
    }

    private Map<String, Given> load(Random random, LocalDateTime now) {
        Map<String, Given> given = new HashMap<>();
        for (String office : OFFICES) {
            RandomSlips slips = new RandomSlips(database, office, now, random.nextLong());
            slips.load(SLIPS);
            for (int index = 0; index < SLIPS; index++) {
                given.put(slips.number(index), given(slips.number(index), office, random, now));
            }
        }
        return given;
    }

    private Given given(String number, String office, Random random, LocalDateTime now) {
        Given given = new Given(office, new StringBuilder(), new ArrayList<>());
        LocalDateTime at = now.minusDays(40);
        for (int run = random.nextInt(4); run > 0; run--) {
            String element = List.of("登记", "上门", "处理超时").get(random.nextInt(3));
            at = at.plusMinutes(1 + random.nextInt(500));
            database.update(
                    "insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, office) values (?, ?, ?, ?, ?, 60, ?)",
                    number + " " + (100 - run) + random.nextInt(1_000),
                    number,
                    element,
                    at.minusMinutes(random.nextInt(2_000)),
                    at,
                    office);
            if (TASKS.contains(element)) {
                given.way().append(element).append(' ');
            }
        }
        for (int call = random.nextInt(3); call > 0; call--) {
            boolean reached = random.nextBoolean();
            int score = 1 + random.nextInt(5);
            database.update(
                    "insert into call_back (slip_number, round, called_at, called_by, reached, fixed, score, conduct_complaint) values (?, 0, ?, 'clerk1', ?, true, ?, false)",
                    number,
                    at,
                    reached,
                    reached ? score : 0);
            if (reached) {
                given.scores().add(score);
            }
        }
        database.update(
                "update slip set final_amount = ?, reworks = ?, state = case when closed_at is not null and ? then 'MISTAKEN' else state end where number = ?",
                random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(10_000), 2) : null,
                random.nextInt(2),
                random.nextInt(6) == 0,
                number);
        return given;
    }

    private record Row(
            String number,
            String repairClass,
            String state,
            LocalDateTime received,
            LocalDateTime closed,
            BigDecimal paid,
            int reworks) {}

    private void compare(
            Map<String, Given> given,
            LocalDateTime from,
            LocalDateTime until,
            List<String> offices,
            RepairClass repairClass) {
        Map<String, List<Row>> expected = new TreeMap<>();
        for (Row row : database.query(
                "select number, repair_class, state, received_at, closed_at, final_amount, reworks from slip",
                (one, index) -> new Row(
                        one.getString(1),
                        one.getString(2),
                        one.getString(3),
                        one.getObject(4, LocalDateTime.class),
                        one.getObject(5, LocalDateTime.class),
                        one.getBigDecimal(6),
                        one.getInt(7)))) {
            Given known = given.get(row.number());
            if (known != null
                    && offices.contains(known.office())
                    && row.closed() != null
                    && !row.closed().isBefore(from)
                    && row.closed().isBefore(until)
                    && !row.state().equals("MISTAKEN")
                    && (repairClass == null || repairClass.name().equals(row.repairClass()))) {
                expected.computeIfAbsent(known.way().toString(), way -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Way> found = ways.of(
                new Ended(
                        from.atZone(ZoneId.systemDefault()).toInstant(),
                        until.atZone(ZoneId.systemDefault()).toInstant(),
                        offices,
                        repairClass),
                TASKS);
        assertThat(found).hasSameSizeAs(expected.keySet());
        assertThat(found)
                .isSortedAccordingTo(
                        (one, other) -> other.numbers().size() - one.numbers().size());
        for (Way way : found) {
            List<Row> rows = expected.get(way.tasks().stream().reduce("", (all, task) -> all + task + " "));
            assertThat(way.numbers())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(Row::number).toList());
            List<Duration> took = rows.stream()
                    .map(row -> Duration.between(row.received(), row.closed()))
                    .sorted()
                    .toList();
            assertThat(way.median()).isEqualTo(took.get((took.size() - 1) / 2));
            assertThat(way.reworks())
                    .isEqualTo(rows.stream().mapToInt(Row::reworks).sum());
            average(
                    way.cost(),
                    rows.stream()
                            .map(Row::paid)
                            .filter(Objects::nonNull)
                            .map(BigDecimal::doubleValue)
                            .toList());
            average(
                    way.score(),
                    rows.stream()
                            .map(row -> given.get(row.number()).scores())
                            .filter(scores -> !scores.isEmpty())
                            .map(scores -> (double) scores.get(scores.size() - 1))
                            .toList());
        }
    }

    private static void average(BigDecimal found, List<Double> values) {
        if (values.isEmpty()) {
            assertThat(found).isNull();
        } else {
            double mean =
                    values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertThat(found.doubleValue()).isCloseTo(mean, within(found.scale() == 1 ? 0.0501 : 0.00501));
        }
    }
}
