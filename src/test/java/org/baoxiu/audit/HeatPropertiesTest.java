package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers, percentiles and shares of random runs, counted a second time in plain Java; two offices. */
@DomainTest
@Label("时限热图的数字")
class HeatPropertiesTest {

    private static final List<String> OFFICES = List.of("热图甲管理处", "热图乙管理处");
    private static final List<String> ELEMENTS = List.of("Task_A", "Task_B", "SubProcess_C");
    private static final int SLIPS = 12;
    private static final int RUNS = 150;

    @Autowired
    Heat heat;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    record Run(
            String slip,
            String element,
            LocalDateTime ended,
            long seconds,
            Long limit,
            String office,
            String repairClass,
            String item,
            String technician) {}

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void everyFigureIsTheSame(@ForAll long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.restart();
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
            List<Run> all = load(new Random(seed), now);
            Instant from = clock.instant().minus(Duration.ofDays(10));
            for (List<String> offices : List.of(OFFICES.subList(0, 1), OFFICES)) {
                compare(all, new HeatFilter(from, clock.instant(), offices, null, null, null));
                compare(all, new HeatFilter(from, clock.instant(), offices, RepairClass.DAILY, null, null));
                compare(all, new HeatFilter(from, clock.instant(), offices, null, "PL-01", null));
                compare(all, new HeatFilter(from, clock.instant(), offices, null, null, "tech1"));
            }
        });
    }

    private List<Run> load(Random random, LocalDateTime now) {
        List<Run> all = new ArrayList<>();
        for (String office : OFFICES) {
            RandomSlips slips = new RandomSlips(database, office, now, random.nextLong());
            slips.load(SLIPS);
            for (int index = 0; index < RUNS; index++) {
                Run run = new Run(
                        slips.number(random.nextInt(SLIPS)),
                        ELEMENTS.get(random.nextInt(ELEMENTS.size())),
                        now.minusMinutes(random.nextInt(20 * 24 * 60)),
                        random.nextInt(5_000),
                        random.nextInt(3) == 0 ? null : 300L * (1 + random.nextInt(4)),
                        office,
                        random.nextBoolean() ? RepairClass.DAILY.name() : RepairClass.IMPORTANT.name(),
                        random.nextBoolean() ? "PL-01" : null,
                        random.nextBoolean() ? "tech1" : "tech2");
                all.add(run);
                database.update(
                        "insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, limit_seconds, office, repair_class, item_code, technician) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        office + index,
                        run.slip(),
                        run.element(),
                        run.ended().minusSeconds(run.seconds()),
                        run.ended(),
                        run.seconds(),
                        run.limit(),
                        run.office(),
                        run.repairClass(),
                        run.item(),
                        run.technician());
            }
        }
        return all;
    }

    private void compare(List<Run> all, HeatFilter filter) {
        LocalDateTime from = LocalDateTime.ofInstant(filter.from(), ZoneId.systemDefault());
        LocalDateTime until = LocalDateTime.ofInstant(filter.until(), ZoneId.systemDefault());
        Map<String, List<Run>> chosen = all.stream()
                .filter(run -> !run.ended().isBefore(from) && run.ended().isBefore(until))
                .filter(run -> filter.offices().contains(run.office()))
                .filter(run -> filter.repairClass() == null
                        || filter.repairClass().name().equals(run.repairClass()))
                .filter(run -> filter.item() == null || filter.item().equals(run.item()))
                .filter(run ->
                        filter.technician() == null || filter.technician().equals(run.technician()))
                .collect(Collectors.groupingBy(Run::element));
        Map<String, Heat.Figure> figures = heat.figures(filter);
        assertThat(figures.keySet()).isEqualTo(chosen.keySet());
        chosen.forEach((element, runs) -> {
            Heat.Figure figure = Objects.requireNonNull(figures.get(element));
            List<Run> promised =
                    runs.stream().filter(run -> run.limit() != null).toList();
            assertThat(figure.runs()).isEqualTo(runs.size());
            assertThat(figure.promised()).isEqualTo(promised.size());
            assertThat(figure.inTime())
                    .isEqualTo(promised.stream()
                            .filter(run -> run.seconds() <= run.limit())
                            .count());
            assertThat(figure.median().toSeconds())
                    .isEqualTo(percentile(runs.stream().map(Run::seconds).toList(), 5));
            assertThat(figure.p90().toSeconds())
                    .isEqualTo(percentile(runs.stream().map(Run::seconds).toList(), 9));
            if (promised.isEmpty()) {
                assertThat(figure.heat()).isNull();
            } else {
                assertThat(figure.heat())
                        .isEqualTo(percentile(
                                promised.stream()
                                        .map(run -> run.seconds() * 1000 / run.limit())
                                        .toList(),
                                9));
            }
            List<String> slips = runs.stream().map(Run::slip).distinct().toList();
            assertThat(heat.slips(element, filter)).isEqualTo(slips.size());
            assertThat(heat.slips(element, filter, 0, 1_000)).containsExactlyInAnyOrderElementsOf(slips);
        });
    }

    /** The smallest value that so many tenths of all do not exceed. */
    private static long percentile(List<Long> values, int tenths) {
        List<Long> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get((sorted.size() * tenths + 9) / 10 - 1);
    }
}
