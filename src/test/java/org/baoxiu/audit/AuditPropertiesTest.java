package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every topic of 审计, counted a second time in plain Java from rows that are read without any condition; two offices, random periods. */
@DomainTest
@Label("审计的数字")
class AuditPropertiesTest {

    private static final List<String> OFFICES = List.of("审计甲管理处", "审计乙管理处");
    private static final Set<String> NONE = Set.of("MISTAKEN", "JOINED");
    private static final int SLIPS = 40;
    private static final List<String> WORDS = List.of(
            "更正地点：3 栋 → 5 栋；原因：听错了",
            "更正联系电话",
            "王师傅 的这张单移交给 李师傅：请假",
            "王师傅 的这张单退回小组：请假",
            "转单给 李师傅：另一处抢修",
            "退单：缺工具",
            "业主取消：自己修好了",
            "标为误登记：填错了",
            "并入维修单 X：同一处",
            "并入了维修单 X：同一处",
            "降为日常维修：半小时就好",
            "业主补充：更正一下，退单就行");

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Map<String, Map<String, Object>> slips = Map.of();
    private LocalDateTime from = LocalDateTime.MIN;
    private LocalDateTime until = LocalDateTime.MAX;

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    void everyTopicIsTheSame(@ForAll long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.restart();
            Random random = new Random(seed);
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
            for (String office : OFFICES) {
                RandomSlips loaded = new RandomSlips(database, office, now, seed + office.hashCode());
                loaded.load(SLIPS);
                for (int index = 0; index < SLIPS; index++) {
                    somethingOfEverything(loaded.number(index), now, random);
                }
            }
            from = now.toLocalDate().atStartOfDay().minusDays(random.nextInt(30));
            until = from.plusDays(1 + random.nextInt(20));
            for (List<String> offices : List.of(OFFICES.subList(0, 1), OFFICES.subList(1, 2), OFFICES)) {
                compare(offices, now);
            }
        });
    }

    private static LocalDateTime lately(LocalDateTime now, Random random) {
        return now.minusMinutes(random.nextInt(30 * 24 * 60));
    }

    private void somethingOfEverything(String number, LocalDateTime now, Random random) {
        database.update(
                "update slip set item_code = ?, item_name = ?, building = ?, place_key = ?, reworks = ?, forced_entry = ? where number = ?",
                "IT-" + random.nextInt(3),
                "项目",
                random.nextInt(5) == 0 ? null : random.nextInt(3) + " 栋",
                "k" + random.nextInt(12),
                random.nextInt(6) == 0 ? 1 : 0,
                random.nextInt(4) == 0,
                number);
        if (random.nextInt(10) == 0) {
            database.update(
                    "update slip set state = ?, closed_at = ? where number = ?",
                    random.nextBoolean() ? "MISTAKEN" : "JOINED",
                    now,
                    number);
        }
        database.update(
                "update commitment set withdrawn = ?, technician = ?, clerk = ? where slip_number = ?",
                random.nextInt(8) == 0,
                random.nextBoolean() ? "tech" + random.nextInt(3) : null,
                random.nextBoolean() ? "clerk" + random.nextInt(3) : null,
                number);
        for (int i = random.nextInt(3); i > 0; i--) {
            database.update(
                    "insert into assignment (slip_number, technician, assigned_at, assigned_by, helper) values (?, ?, ?, 'x', ?)",
                    number,
                    "tech" + random.nextInt(3),
                    lately(now, random),
                    random.nextInt(5) == 0);
            database.update(
                    "insert into history_entry (slip_number, occurred_at, person, step, clause, text) values (?, ?, 'clerk1', 0, '4', ?)",
                    number,
                    lately(now, random),
                    WORDS.get(random.nextInt(WORDS.size())));
            database.update(
                    "insert into fee_entry (slip_number, kind, amount, recorded_at, recorded_by) values (?, ?, ?, ?, 'clerk1')",
                    number,
                    List.of("BILLED", "PAYMENT", "WAIVER", "REFUND").get(random.nextInt(4)),
                    BigDecimal.valueOf(1 + random.nextInt(9_000), 2),
                    lately(now, random));
        }
    }

    private void compare(List<String> offices, LocalDateTime now) {
        slips = rows("select * from slip").stream()
                .filter(slip -> offices.contains(slip.get("OFFICE")))
                .collect(Collectors.toMap(slip -> (String) slip.get("NUMBER"), Function.identity()));
        Period period = new Period(
                from.atZone(ZoneId.systemDefault()).toInstant(),
                until.atZone(ZoneId.systemDefault()).toInstant(),
                offices);
        Map<AuditTopic, Long> counts = trail.counts(period);
        Map<AuditTopic, List<List<Object>>> lines = new HashMap<>();
        for (AuditTopic topic : AuditTopic.values()) {
            lines.put(topic, trail.lines(topic, period, 0, 10_000));
            assertThat(lines.get(topic))
                    .as("lines of %s", topic)
                    .hasSize(counts.get(topic).intValue());
        }
        List<Map<String, Object>> repairs =
                slips.values().stream().filter(this::repair).toList();
        List<Map<String, Object>> received =
                repairs.stream().filter(slip -> in(slip.get("RECEIVED_AT"))).toList();
        List<Map<String, Object>> due = due(now);
        List<Map<String, Object>> missed = due.stream().filter(this::notKept).toList();
        Map<AuditTopic, Integer> expected = new HashMap<>(Map.of(
                AuditTopic.MISSED, missed.size(),
                AuditTopic.FORCED_ENTRY,
                        (int) received.stream()
                                .filter(slip -> (Boolean) slip.get("FORCED_ENTRY"))
                                .count(),
                AuditTopic.PUT_RIGHT, said(text -> text.startsWith("更正")),
                AuditTopic.HANDED_OVER, said(text -> Set.of(2, 3, 4, 5).contains(WORDS.indexOf(text))),
                AuditTopic.CALLED_OFF, said(text -> Set.of(6, 7, 8).contains(WORDS.indexOf(text))),
                AuditTopic.DOWNGRADED, said(text -> text.startsWith("降为")),
                AuditTopic.SLIPS,
                        (int) repairs.stream()
                                .filter(slip -> in(slip.get("RECEIVED_AT")) || in(slip.get("CLOSED_AT")))
                                .count(),
                AuditTopic.AGAIN_IN_PLACE, again(received, "PLACE_KEY", true),
                AuditTopic.AGAIN_IN_BUILDING, again(received, "BUILDING", false)));
        expected.forEach((topic, number) ->
                assertThat(counts.get(topic)).as("%s of %s", topic, offices).isEqualTo((long) number));
        people(lines.get(AuditTopic.PEOPLE), due, missed);
        money(lines.get(AuditTopic.MONEY), lines.get(AuditTopic.LET_OFF));
    }

    private List<Map<String, Object>> rows(String sql) {
        return database.query(sql, (row, index) -> {
            Map<String, Object> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                String name = row.getMetaData().getColumnLabel(column);
                found.put(
                        name,
                        row.getMetaData()
                                        .getColumnTypeName(column)
                                        .toLowerCase()
                                        .startsWith("timestamp")
                                ? row.getObject(column, LocalDateTime.class)
                                : row.getObject(column));
            }
            return found;
        });
    }

    private boolean in(Object moment) {
        return moment instanceof LocalDateTime time && !time.isBefore(from) && time.isBefore(until);
    }

    private boolean repair(Map<String, Object> slip) {
        return !NONE.contains((String) slip.get("STATE"));
    }

    /** Whether a row is about a repair of these offices. */
    private boolean ofRepair(Map<String, Object> row) {
        Map<String, Object> slip = slips.get((String) row.get("SLIP_NUMBER"));
        return slip != null && repair(slip);
    }

    private List<Map<String, Object>> due(LocalDateTime now) {
        Set<Object> paused = new HashSet<>();
        rows("select * from commitment_pause").stream()
                .filter(pause -> pause.get("PAUSED_UNTIL") == null)
                .forEach(pause -> paused.add(pause.get("COMMITMENT")));
        return rows("select * from commitment").stream()
                .filter(this::ofRepair)
                .filter(one -> in(one.get("DUE_AT")) && !((LocalDateTime) one.get("DUE_AT")).isAfter(now))
                .filter(one -> !(Boolean) one.get("WITHDRAWN") && !paused.contains(one.get("ID")))
                .toList();
    }

    private boolean notKept(Map<String, Object> one) {
        LocalDateTime ended = (LocalDateTime) one.get("ENDED_AT");
        return ended == null || ended.isAfter((LocalDateTime) one.get("DUE_AT"));
    }

    private int said(Predicate<String> which) {
        return (int) rows("select * from history_entry").stream()
                .filter(entry -> slips.containsKey((String) entry.get("SLIP_NUMBER")) && in(entry.get("OCCURRED_AT")))
                .filter(entry -> which.test((String) entry.get("TEXT")))
                .count();
    }

    private static int again(List<Map<String, Object>> received, String where, boolean alsoReworked) {
        return (int) received.stream()
                .filter(slip -> slip.get(where) != null)
                .collect(Collectors.groupingBy(
                        slip -> List.of(slip.get("OFFICE"), slip.get(where), slip.get("ITEM_CODE"))))
                .values()
                .stream()
                .filter(group -> group.size() > 1
                        || alsoReworked && group.stream().anyMatch(slip -> (Integer) slip.get("REWORKS") > 0))
                .count();
    }

    private void people(List<List<Object>> lines, List<Map<String, Object>> due, List<Map<String, Object>> missed) {
        List<Map<String, Object>> taken = rows("select * from assignment").stream()
                .filter(this::ofRepair)
                .filter(one -> !(Boolean) one.get("HELPER") && in(one.get("ASSIGNED_AT")))
                .toList();
        List<Map<String, Object>> promises = rows("select * from commitment");
        long late = taken.stream()
                .filter(one -> promises.stream()
                        .anyMatch(promise -> promise.get("SLIP_NUMBER").equals(one.get("SLIP_NUMBER"))
                                && !((LocalDateTime) promise.get("DUE_AT"))
                                        .isAfter((LocalDateTime) one.get("ASSIGNED_AT"))
                                && !(Boolean) promise.get("WITHDRAWN")
                                && notKept(promise)))
                .count();
        assertThat(sum(lines, 1)).as("taken").isEqualTo(taken.size());
        assertThat(sum(lines, 2)).as("late when taken").isEqualTo(late);
        assertThat(sum(lines, 3)).as("owed").isEqualTo(named(due));
        assertThat(sum(lines, 4)).as("missed").isEqualTo(named(missed));
    }

    private static long named(List<Map<String, Object>> promises) {
        return promises.stream()
                .filter(one -> one.get("TECHNICIAN") != null || one.get("CLERK") != null)
                .count();
    }

    private static long sum(List<List<Object>> lines, int column) {
        return lines.stream().mapToLong(line -> (Long) line.get(column)).sum();
    }

    private void money(List<List<Object>> lines, List<List<Object>> letOff) {
        List<Map<String, Object>> entries = rows("select * from fee_entry");
        Set<String> touched = entries.stream()
                .filter(this::ofRepair)
                .filter(entry -> in(entry.get("RECORDED_AT")))
                .map(entry -> (String) entry.get("SLIP_NUMBER"))
                .collect(Collectors.toSet());
        assertThat(lines).extracting(line -> line.get(0)).containsExactlyInAnyOrderElementsOf(touched);
        BigDecimal owed = entries.stream()
                .filter(entry -> touched.contains((String) entry.get("SLIP_NUMBER")))
                .map(entry -> Set.of("BILLED", "REFUND").contains((String) entry.get("KIND"))
                        ? (BigDecimal) entry.get("AMOUNT")
                        : ((BigDecimal) entry.get("AMOUNT")).negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amounts(lines, 8)).isEqualByComparingTo(owed);
        BigDecimal given = entries.stream()
                .filter(entry -> slips.containsKey((String) entry.get("SLIP_NUMBER")) && in(entry.get("RECORDED_AT")))
                .filter(entry -> Set.of("WAIVER", "REFUND").contains((String) entry.get("KIND")))
                .map(entry -> (BigDecimal) entry.get("AMOUNT"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(amounts(letOff, 5)).isEqualByComparingTo(given);
    }

    private static BigDecimal amounts(List<List<Object>> lines, int column) {
        return lines.stream().map(line -> (BigDecimal) line.get(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
