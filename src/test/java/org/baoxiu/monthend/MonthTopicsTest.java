package org.baoxiu.monthend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.report.Rate;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.slip.DomainSlice;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The topics of a month over a random year of two offices, some months frozen, some not, read in any order, counted a second time in plain Java from rows
 * that are read without any condition. What is written after a month was frozen changes nothing of it.
 */
@DomainTest
@Label("月报各专题的数字，另数一遍都一样")
@Tag("long")
class MonthTopicsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final List<YearMonth> YEAR =
            IntStream.rangeClosed(-11, 0).mapToObj(NOVEMBER::plusMonths).toList();
    private static final List<String> OFFICES = List.of("甲管理处", "乙管理处");
    private static final List<String> CAUSES = List.of("垫圈老化", " 接头松动 ", "使用年久");
    private static final List<String> WORDS = List.of(
            "业主取消：自己修好了",
            "标为误登记：填错了：看错",
            "并入维修单 X：同一处",
            "并入了维修单 X：同一处",
            "降为日常维修：半小时就好",
            "更正地点：3 栋 → 5 栋；原因：听错了",
            "更正联系电话",
            "业主补充：更正一下");
    private static final Map<String, Predicate<String>> SAID = Map.of(
            "called-off", text -> WORDS.indexOf(text) >= 0 && WORDS.indexOf(text) < 3,
            "downgraded", text -> WORDS.indexOf(text) == 4,
            "put-right", text -> WORDS.indexOf(text) == 5 || WORDS.indexOf(text) == 6);

    @Autowired
    MonthEnd months;

    @Autowired
    Causes signing;

    @Autowired
    Reports reports;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Random random = new Random();
    private List<Map<String, Object>> slips = List.of();
    private Map<String, List<Map<String, Object>>> tables = Map.of();
    private final Map<YearMonth, List<List<Object>>> overviews = new HashMap<>();

    @BeforeProperty
    void prepare() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 3, edgeCases = EdgeCasesMode.NONE)
    @Tag("3.4")
    @Tag("4.6.2")
    @Tag("4.7.1")
    @Tag("4.7.5")
    @Tag("4.7.7")
    @Tag("5.4")
    void everyTopicIsThatOfARecount(@ForAll long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            clock.restart();
            random = new Random(seed);
            aYear(seed);
            int frozen = random.nextInt(YEAR.size() - 1);
            for (YearMonth month : YEAR.subList(0, frozen)) {
                tick();
                somethingIsSigned(month);
                tick();
                months.freeze(month, "case of " + month);
            }
            tick();
            YEAR.forEach(this::somethingIsSigned);
            somethingIsWritten();
            tick();
            read();
            YEAR.forEach(month -> overviews.put(month, lines("overview", month)));
            for (int round = 0; round < 2; round++) {
                List<YearMonth> order = new ArrayList<>(YEAR);
                Collections.shuffle(order, random);
                order.forEach(this::compare);
            }
        });
    }

    private void tick() {
        clock.advance(Duration.ofMinutes(1));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Any time from one to the present. */
    private LocalDateTime since(LocalDateTime from) {
        long minutes = Math.max(1, Duration.between(from, now()).toMinutes());
        return from.plusMinutes((long) (random.nextDouble() * minutes));
    }

    private void aYear(long seed) {
        for (String name : List.of("恒安燃气", "捷升电梯")) {
            database.update(
                    "insert into contractor (name, telephone, trade, licence_number, expires_on, recorded_at) values (?, '0755-1', 'GAS', 'L', date '2030-01-01', ?)",
                    name,
                    now());
        }
        SlipLoader loader = new SlipLoader(database);
        for (YearMonth month : YEAR) {
            List<SlipFacts> all = new RandomMonth(seed + month.hashCode(), month, 1)
                    .slips(14).stream()
                            .filter(slip -> slip.closedAt().isBefore(now())
                                    && slip.receivedAt()
                                            .isAfter(YEAR.get(0).atDay(1).atStartOfDay()))
                            .toList();
            loader.load(all);
            all.forEach(this::somethingOfEverything);
        }
    }

    private void somethingOfEverything(SlipFacts slip) {
        String number = slip.number();
        LocalDateTime arrived =
                slip.cancelled() || chance(10) ? null : slip.receivedAt().plusMinutes(1 + random.nextInt(300));
        LocalDateTime started = arrived == null || chance(10) ? null : arrived.plusMinutes(random.nextInt(30));
        LocalDateTime finished = started == null ? null : started.plusSeconds(60 + random.nextInt(20_000));
        int place = random.nextInt(8);
        int item = random.nextInt(4);
        boolean quoted = chance(60);
        boolean applied = chance(60);
        database.update(
                """
        update slip set office = ?, place = ?, place_key = ?, building = ?, item_code = ?, item_name = ?, found_cause = ?, arrived_at = ?,
          work_started_at = ?, finished_at = ?, quoted_amount = ?, consented_amount = ?, forced_entry = ?, application_applicant = ?,
          application_reference = ? where number = ?""",
                OFFICES.get(place % 2),
                "P" + place,
                "k" + place,
                place < 2 ? null : place % 3 + "栋",
                item == 3 ? null : "IT-" + item,
                item == 3 ? null : "项目" + item,
                slip.cancelled() ? null : chance(5) ? " " : pick(CAUSES),
                arrived,
                started,
                finished,
                quoted ? BigDecimal.valueOf(random.nextInt(90_000), 2) : null,
                quoted && chance(80) ? BigDecimal.valueOf(random.nextInt(90_000), 2) : null,
                chance(20),
                applied ? "张三" : null,
                applied && chance(80) ? "申-" + place : null,
                number);
        if (chance(6)) {
            database.update("update slip set state = ? where number = ?", chance(50) ? "MISTAKEN" : "JOINED", number);
        }
        database.update(
                "update commitment set repair_class = ? where slip_number = ?",
                pick(Arrays.asList("DAILY", "IMPORTANT", null)),
                number);
        for (int i = random.nextInt(3); i > 0; i--) {
            history(number, since(slip.receivedAt()), "clerk1", "4", pick(WORDS));
        }
        slip.clocks().forEach(promise -> somethingAbout(number, promise));
        database.update(
                "update bill set rule_reason = ? where slip_number = ?", pick(List.of("返修不收费", "管理处造成")), number);
        if (chance(15)) {
            database.update(
                    "update bill set reduction_reason = ?, reviewed_by = 'clerk1' where slip_number = ? and reviewed_at is not null",
                    pick(List.of("老住户", "材料偏贵")),
                    number);
            database.update(
                    "update bill set reviewed_amount = amount_owner_pays - 1 where slip_number = ? and reduction_reason is not null",
                    number);
        }
        database.update(
                "update fee_entry set reason = ? where slip_number = ? and kind in ('WAIVER', 'REFUND')",
                pick(List.of("业主困难", "多收")),
                number);
        database.update(
                "update call_back set words = ? where slip_number = ?", pick(Arrays.asList("来得太晚", "脏", null)), number);
        if (chance(15)) {
            database.update(
                    """
          insert into contractor_order (slip_number, contractor, round, order_number, called_at, agreed_at, given_at, given_by, ended_as, ended_at)
          select ?, id, 0, 'P1', ?, ?, ?, 'clerk1', cast(? as varchar(20)), ? from contractor where name = ?""",
                    number,
                    slip.receivedAt(),
                    slip.receivedAt(),
                    slip.receivedAt(),
                    pick(Arrays.asList("DONE", "HANDED_BACK", "CALLED_OFF")),
                    slip.closedAt(),
                    pick(List.of("恒安燃气", "捷升电梯")));
        }
    }

    /** What was said and told, before it was due and after, about it and about something else. */
    private void somethingAbout(String number, SlipFacts.Clock promise) {
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDateTime at = promise.dueAt().plusMinutes(random.nextInt(200) - 60);
            if (at.isBefore(now())) {
                history(
                        number,
                        at,
                        pick(List.of("clerk1", "system")),
                        pick(List.of(promise.clause(), "3.3", "S1")),
                        pick(List.of("知悉超时：堵车：绕路", "看过了", "到场的时限是 9:00，已超时：告知工程部主管", "改派给 李师傅：请假")));
            }
        }
    }

    private void history(String number, LocalDateTime at, String person, String clause, String text) {
        database.update(
                "insert into history_entry (slip_number, occurred_at, person, step, clause, text) values (?, ?, ?, 0, ?, ?)",
                number,
                at,
                person,
                clause,
                text);
    }

    /** Later than every freezing. */
    private void somethingIsWritten() {
        for (Map<String, Object> promise : rows("commitment")) {
            if (chance(20)) {
                history(
                        (String) promise.get("slip_number"),
                        now(),
                        pick(List.of("clerk1", "system")),
                        (String) promise.get("clause"),
                        pick(List.of("知悉超时：后来才说", "到场的时限是 9:00，已超时：告知主任")));
            }
        }
        for (Map<String, Object> slip : rows("slip")) {
            if (chance(10)) {
                database.update(
                        "insert into fee_entry (slip_number, kind, amount, reason, recorded_at, recorded_by) values (?, 'WAIVER', 2.00, '后来', ?, 'clerk1')",
                        slip.get("number"),
                        now());
            }
        }
    }

    private void somethingIsSigned(YearMonth month) {
        read();
        causes(month).keySet().stream().filter(key -> chance(50)).toList().forEach(key -> {
            database.update(
                    "insert into cause_measure (period, office, building, item_code, cause, done, signed_at, signed_by) values (?, ?, ?, ?, ?, ?, ?, 'supervisor')",
                    month.toString(),
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    key.get(3),
                    "处置 " + random.nextInt(100),
                    now());
        });
    }

    private void read() {
        tables = new HashMap<>();
        for (String table : List.of(
                "slip",
                "commitment",
                "history_entry",
                "bill",
                "fee_entry",
                "call_back",
                "contractor",
                "contractor_order",
                "cause_measure")) {
            tables.put(table, rows(table));
        }
        slips = table("slip");
    }

    private List<Map<String, Object>> table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    private List<Map<String, Object>> rows(String table) {
        return database.query("select * from " + table, (row, index) -> {
            Map<String, Object> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                boolean time = row.getMetaData()
                        .getColumnTypeName(column)
                        .toLowerCase()
                        .startsWith("timestamp");
                found.put(
                        row.getMetaData().getColumnLabel(column),
                        time ? row.getObject(column, LocalDateTime.class) : row.getObject(column));
            }
            return found;
        });
    }

    private void compare(YearMonth month) {
        LocalDateTime asOf = asOf(month);
        List<Map<String, Object>> ended = ended(month);
        same("late", month, List.of(0, 1, 4, 5, 8, 9, 10, 11), late(month, asOf));
        same(
                "times-class",
                month,
                List.of(0, 1, 2, 3, 4, 5, 6),
                durations(ended, slip -> classOf(slip.get("repair_class"))));
        same(
                "times-item",
                month,
                List.of(0, 1, 2, 3, 4, 5, 6),
                durations(ended, slip -> slip.get("item_name") == null ? "未选项目" : (String) slip.get("item_name")));
        assertThat(week(month))
                .as("week of %s", month)
                .isEqualTo(ended.stream()
                        .map(slip -> (LocalDateTime) slip.get("received_at"))
                        .collect(groupingBy(
                                at -> List.of(at.getHour(), at.getDayOfWeek().getValue()), counting())));
        SAID.forEach((report, which) -> same(report, month, List.of(0, 1, 2, 3), said(month, which, asOf)));
        same("again-place", month, List.of(0, 1, 2, 3, 4, 5, 6), again(month, "place_key"));
        same("again-building", month, List.of(0, 1, 2, 3, 4, 5, 6, 7), again(month, "building"));
        same(
                "rework",
                month,
                List.of(0, 2),
                ended.stream()
                        .filter(this::reworked)
                        .map(slip -> List.<Object>of(
                                slip.get("number"), (Integer) slip.get("reworks") > 0 ? "" : former(slip)))
                        .toList());
        same("low-scores", month, List.of(0, 1, 2), lowScores(ended, asOf));
        same(
                "forced-entries",
                month,
                List.of(0, 3),
                ended.stream()
                        .filter(slip -> (Boolean) slip.get("forced_entry"))
                        .map(slip -> List.<Object>of(
                                slip.get("number"),
                                slip.get("application_applicant") == null
                                        ? "没有登记申请"
                                        : slip.get("application_reference") == null
                                                ? "已登记"
                                                : slip.get("application_reference")))
                        .toList());
        same("contractors", month, List.of(0, 1, 5), contractors(ended));
        money(month, ended, asOf);
        causesAreSigned(month, asOf);
        besideOtherMonths(month);
    }

    private void same(String report, YearMonth month, List<Integer> columns, List<List<Object>> expected) {
        assertThat(lines(report, month))
                .as("%s of %s", report, month)
                .extracting(line -> columns.stream().map(line::get).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private List<List<Object>> lines(String report, YearMonth month) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(month), Integer.MAX_VALUE, lines::add);
        return lines;
    }

    private LocalDateTime asOf(YearMonth month) {
        return months.find(month)
                .map(frozen -> LocalDateTime.ofInstant(frozen.frozenAt(), ZoneId.systemDefault()))
                .orElseGet(this::now);
    }

    private static boolean within(YearMonth month, Object time) {
        return time instanceof LocalDateTime at && YearMonth.from(at).equals(month);
    }

    private static boolean repair(Map<String, Object> slip) {
        return !Set.of("MISTAKEN", "JOINED").contains((String) slip.get("state"));
    }

    private List<Map<String, Object>> ended(YearMonth month) {
        return slips.stream()
                .filter(slip -> repair(slip) && within(month, slip.get("closed_at")))
                .toList();
    }

    private Map<String, Object> slip(Map<String, Object> row) {
        return slips.stream()
                .filter(slip -> slip.get("number").equals(row.get("slip_number")))
                .findFirst()
                .orElseThrow();
    }

    private static String classOf(Object code) {
        return code == null
                ? RepairClass.labelOf(null)
                : RepairClass.valueOf((String) code).label();
    }

    private static String text(Object valueOrNull) {
        return valueOrNull == null ? "" : (String) valueOrNull;
    }

    private List<List<Object>> late(YearMonth month, LocalDateTime asOf) {
        return table("commitment").stream()
                .filter(promise -> within(month, promise.get("due_at")) && !(Boolean) promise.get("withdrawn"))
                .filter(promise -> repair(slip(promise)))
                .filter(promise ->
                        ((LocalDateTime) promise.get("ended_at")).isAfter((LocalDateTime) promise.get("due_at")))
                .map(promise -> {
                    LocalDateTime due = (LocalDateTime) promise.get("due_at");
                    Object clause = promise.get("clause");
                    String said = latest(
                            promise,
                            asOf,
                            line -> !line.get("person").equals("system")
                                    && Set.of(clause, "3.3").contains(line.get("clause"))
                                    && ((String) line.get("text")).contains("："));
                    String told = latest(
                            promise,
                            asOf,
                            line -> line.get("person").equals("system")
                                    && clause.equals(line.get("clause"))
                                    && ((String) line.get("text")).contains("：告知"));
                    return List.<Object>of(
                            promise.get("slip_number"),
                            CommitmentKind.valueOf((String) promise.get("kind")).label(),
                            classOf(promise.get("repair_class")),
                            clause,
                            Duration.between(due, (LocalDateTime) promise.get("ended_at")),
                            said.replaceFirst("^[^：]*：", ""),
                            said.replaceFirst("：.*", ""),
                            told.replaceFirst("^.*?：告知", ""));
                })
                .toList();
    }

    private String latest(Map<String, Object> promise, LocalDateTime asOf, Predicate<Map<String, Object>> which) {
        return table("history_entry").stream()
                .filter(line -> line.get("slip_number").equals(promise.get("slip_number")))
                .filter(line ->
                        !((LocalDateTime) line.get("occurred_at")).isBefore((LocalDateTime) promise.get("due_at")))
                .filter(line -> !((LocalDateTime) line.get("occurred_at")).isAfter(asOf))
                .filter(which)
                .max(Comparator.comparing(line -> (Long) line.get("id")))
                .map(line -> (String) line.get("text"))
                .orElse("");
    }

    private static List<List<Object>> durations(
            List<Map<String, Object>> ended, Function<Map<String, Object>, String> by) {
        List<List<Object>> lines = new ArrayList<>();
        ended.stream()
                .filter(slip -> slip.get("state").equals("CLOSED") && (Integer) slip.get("reworks") == 0)
                .collect(groupingBy(by))
                .forEach((name, own) -> {
                    List<Duration> response = times(own, "received_at", "arrived_at");
                    List<Duration> repair = times(own, "work_started_at", "finished_at");
                    if (!response.isEmpty() || !repair.isEmpty()) {
                        lines.add(Arrays.asList(
                                name,
                                (long) response.size(),
                                within(response, 5),
                                within(response, 9),
                                (long) repair.size(),
                                within(repair, 5),
                                within(repair, 9)));
                    }
                });
        return lines;
    }

    private static List<Duration> times(List<Map<String, Object>> own, String from, String to) {
        return own.stream()
                .filter(slip -> slip.get(from) != null && slip.get(to) != null)
                .map(slip -> Duration.between((LocalDateTime) slip.get(from), (LocalDateTime) slip.get(to)))
                .toList();
    }

    /** The shortest that so many tenths of them do not exceed. */
    private static Duration within(List<Duration> times, int tenths) {
        return times.stream()
                .filter(one -> times.stream()
                                        .filter(other -> other.compareTo(one) <= 0)
                                        .count()
                                * 10
                        >= (long) tenths * times.size())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Map<List<Integer>, Long> week(YearMonth month) {
        Map<List<Integer>, Long> counted = new HashMap<>();
        for (List<Object> line : lines("week", month)) {
            long all = 0;
            for (int day = 1; day <= 7; day++) {
                long count = (Long) line.get(day);
                all += count;
                if (count > 0) {
                    counted.put(List.of(Integer.parseInt(((String) line.get(0)).substring(0, 2)), day), count);
                }
            }
            assertThat(line.get(8)).isEqualTo(all);
        }
        return counted;
    }

    private List<List<Object>> said(YearMonth month, Predicate<String> which, LocalDateTime asOf) {
        return table("history_entry").stream()
                .filter(line -> within(month, line.get("occurred_at")) && which.test((String) line.get("text")))
                .filter(line -> !((LocalDateTime) line.get("occurred_at")).isAfter(asOf))
                .map(line -> {
                    String text = (String) line.get("text");
                    String why = text.startsWith("更正")
                            ? text.contains("；原因：") ? text.substring(text.indexOf("；原因：") + 4) : ""
                            : text.substring(text.indexOf('：') + 1);
                    return List.<Object>of(
                            line.get("slip_number"), line.get("occurred_at"), text.replaceFirst("：.*", ""), why);
                })
                .toList();
    }

    private List<List<Object>> again(YearMonth month, String where) {
        List<List<Object>> lines = new ArrayList<>();
        slips.stream()
                .filter(slip -> repair(slip) && slip.get("item_code") != null && slip.get(where) != null)
                .filter(slip ->
                        !YearMonth.from((LocalDateTime) slip.get("closed_at")).isAfter(month))
                .collect(groupingBy(slip -> List.of(slip.get("office"), slip.get(where), slip.get("item_code"))))
                .forEach((key, own) -> {
                    long now = own.stream()
                            .filter(slip -> within(month, slip.get("closed_at")))
                            .count();
                    if (own.size() > 1 && now > 0) {
                        List<Object> line = new ArrayList<>(List.of(
                                key.get(0),
                                where.equals("building")
                                        ? key.get(1)
                                        : own.get(0).get("place"),
                                own.get(0).get("item_name"),
                                now,
                                (long) own.size()));
                        if (where.equals("building")) {
                            line.add(own.stream()
                                    .map(slip -> slip.get("place_key"))
                                    .distinct()
                                    .count());
                        }
                        line.add(own.stream()
                                .mapToLong(slip -> (Integer) slip.get("reworks"))
                                .sum());
                        line.add(own.stream()
                                .map(slip -> (LocalDateTime) slip.get("received_at"))
                                .max(Comparator.naturalOrder())
                                .orElseThrow());
                        lines.add(line);
                    }
                });
        return lines;
    }

    private boolean reworked(Map<String, Object> slip) {
        return (Integer) slip.get("reworks") > 0 || !former(slip).isEmpty();
    }

    private String former(Map<String, Object> slip) {
        LocalDateTime received = (LocalDateTime) slip.get("received_at");
        if (slip.get("state").equals("CANCELLED")) {
            return "";
        }
        return slips.stream()
                .filter(other -> other != slip && slip.get("item_code") != null && other.get("confirmed_at") != null)
                .filter(other -> Stream.of("office", "place_key", "item_code")
                        .allMatch(what -> slip.get(what).equals(other.get(what))))
                .filter(other -> !((LocalDateTime) other.get("confirmed_at")).isAfter(received)
                        && ((LocalDateTime) other.get("confirmed_at")).isAfter(received.minusDays(30)))
                .max(Comparator.comparing((Map<String, Object> other) -> (LocalDateTime) other.get("confirmed_at"))
                        .thenComparing(other -> (String) other.get("number")))
                .map(other -> (String) other.get("number"))
                .orElse("");
    }

    private List<List<Object>> lowScores(List<Map<String, Object>> ended, LocalDateTime asOf) {
        return ended.stream()
                .flatMap(slip -> table("call_back").stream()
                        .filter(call ->
                                call.get("slip_number").equals(slip.get("number")) && (Boolean) call.get("reached"))
                        .filter(call -> !((LocalDateTime) call.get("called_at")).isAfter(asOf))
                        .max(Comparator.comparing(call -> (Long) call.get("id")))
                        .filter(call -> (Integer) call.get("score") <= 2)
                        .stream())
                .map(call -> List.<Object>of(
                        call.get("slip_number"), (long) (Integer) call.get("score"), text(call.get("words"))))
                .toList();
    }

    private List<List<Object>> contractors(List<Map<String, Object>> ended) {
        Set<Object> numbers =
                new HashSet<>(ended.stream().map(slip -> slip.get("number")).toList());
        return table("contractor_order").stream()
                .filter(order -> numbers.contains(order.get("slip_number")))
                .map(order -> List.<Object>of(
                        table("contractor").stream()
                                .filter(one -> one.get("id").equals(order.get("contractor")))
                                .findFirst()
                                .orElseThrow()
                                .get("name"),
                        order.get("slip_number"),
                        Map.of("DONE", "已修好", "HANDED_BACK", "退回", "CALLED_OFF", "不用来了")
                                .get((String) order.get("ended_as"))))
                .toList();
    }

    private void money(YearMonth month, List<Map<String, Object>> ended, LocalDateTime asOf) {
        same(
                "money",
                month,
                List.of(0, 1, 2, 3, 4, 5, 6),
                ended.stream()
                        .map(slip -> {
                            BigDecimal billed = sum(slip, asOf, "BILLED");
                            BigDecimal waived = sum(slip, asOf, "WAIVER");
                            BigDecimal received = sum(slip, asOf, "PAYMENT").subtract(sum(slip, asOf, "REFUND"));
                            return Arrays.asList(
                                    slip.get("number"),
                                    slip.get("quoted_amount"),
                                    slip.get("consented_amount"),
                                    billed,
                                    waived,
                                    received,
                                    billed.subtract(waived).subtract(received));
                        })
                        .filter(line -> line.get(1) != null || ((BigDecimal) line.get(3)).signum() != 0)
                        .toList());
        List<List<Object>> letOff = new ArrayList<>();
        Set<Object> numbers =
                new HashSet<>(ended.stream().map(slip -> slip.get("number")).toList());
        table("fee_entry").stream()
                .filter(entry -> numbers.contains(entry.get("slip_number"))
                        && Set.of("WAIVER", "REFUND").contains((String) entry.get("kind"))
                        && !((LocalDateTime) entry.get("recorded_at")).isAfter(asOf))
                .forEach(entry -> {
                    String what = entry.get("kind").equals("WAIVER") ? "减免" : "退款";
                    letOff.add(List.of(entry.get("slip_number"), what, entry.get("amount"), entry.get("reason")));
                });
        table("bill").stream()
                .filter(bill -> numbers.contains(bill.get("slip_number")) && bill.get("reduction_reason") != null)
                .forEach(bill -> letOff.add(List.of(
                        bill.get("slip_number"),
                        "审核时减",
                        ((BigDecimal) bill.get("amount_owner_pays")).subtract((BigDecimal) bill.get("reviewed_amount")),
                        bill.get("reduction_reason"))));
        same("let-off", month, List.of(0, 1, 2, 3), letOff);
        List<List<Object>> given = new ArrayList<>(
                letOff.stream().filter(line -> !line.get(1).equals("退款")).toList());
        table("bill").stream()
                .filter(bill -> numbers.contains(bill.get("slip_number"))
                        && bill.get("rule_payer").equals("office"))
                .forEach(bill -> given.add(
                        List.of(bill.get("slip_number"), "不收费的维修", bill.get("amount_total"), bill.get("rule_reason"))));
        same(
                "borne",
                month,
                List.of(0, 1, 2, 3),
                given.stream().collect(groupingBy(line -> List.of(line.get(1), line.get(3)))).entrySet().stream()
                        .map(one -> List.<Object>of(
                                one.getKey().get(0),
                                one.getKey().get(1),
                                one.getValue().stream()
                                        .map(line -> line.get(0))
                                        .distinct()
                                        .count(),
                                one.getValue().stream()
                                        .map(line -> (BigDecimal) line.get(2))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)))
                        .toList());
    }

    private BigDecimal sum(Map<String, Object> slip, LocalDateTime asOf, String kind) {
        return table("fee_entry").stream()
                .filter(entry -> entry.get("slip_number").equals(slip.get("number"))
                        && entry.get("kind").equals(kind))
                .filter(entry -> !((LocalDateTime) entry.get("recorded_at")).isAfter(asOf))
                .map(entry -> (BigDecimal) entry.get("amount"))
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** The slips of each office, building, item and cause. */
    private Map<List<String>, List<Map<String, Object>>> causes(YearMonth month) {
        return ended(month).stream()
                .filter(slip -> !text(slip.get("found_cause")).isBlank())
                .collect(groupingBy(slip -> List.of(
                        text(slip.get("office")),
                        text(slip.get("building")),
                        text(slip.get("item_code")),
                        text(slip.get("found_cause")).strip())));
    }

    private void causesAreSigned(YearMonth month, LocalDateTime asOf) {
        Map<List<String>, List<Map<String, Object>>> causes = causes(month);
        Map<List<String>, String> done = new HashMap<>();
        table("cause_measure").stream()
                .filter(one -> one.get("period").equals(month.toString())
                        && !((LocalDateTime) one.get("signed_at")).isAfter(asOf))
                .sorted(Comparator.comparing(one -> (Long) one.get("id")))
                .forEach(one -> done.put(
                        Stream.of("office", "building", "item_code", "cause")
                                .map(column -> text(one.get(column)))
                                .toList(),
                        (String) one.get("done")));
        same(
                "causes",
                month,
                List.of(0, 1, 2, 3, 4, 5, 6, 7),
                causes.entrySet().stream()
                        .map(one -> List.<Object>of(
                                one.getKey().get(0),
                                one.getKey().get(1).isEmpty()
                                        ? "未写明楼栋"
                                        : one.getKey().get(1),
                                one.getValue().get(0).get("item_name") == null
                                        ? "未选项目"
                                        : one.getValue().get(0).get("item_name"),
                                one.getKey().get(3),
                                (long) one.getValue().size(),
                                one.getValue().stream().filter(this::reworked).count(),
                                done.getOrDefault(one.getKey(), ""),
                                done.containsKey(one.getKey()) ? DomainSlice.named("supervisor") : ""))
                        .toList());
        Set<List<String>> signed = table("cause_measure").stream()
                .filter(one -> one.get("period").equals(month.toString()))
                .map(one -> Stream.of("office", "building", "item_code", "cause")
                        .map(column -> text(one.get(column)))
                        .toList())
                .collect(toSet());
        assertThat(signing.unsigned(month))
                .as("unsigned by now, of %s", month)
                .isEqualTo(causes.keySet().stream()
                        .filter(key -> !signed.contains(key))
                        .count());
        assertThat(lines("overview", month))
                .contains(Arrays.asList(
                        "签了处置的原因",
                        new Rate(done.size(), causes.size()),
                        "100%",
                        valueOf("签了处置的原因", month.minusMonths(1)),
                        valueOf("签了处置的原因", month.minusYears(1))));
    }

    /** What the month itself says; nothing before the record begins. */
    private Object valueOf(String figure, YearMonth month) {
        return overviews.getOrDefault(month, List.of()).stream()
                .filter(line -> line.get(0).equals(figure))
                .map(line -> line.get(1))
                .findFirst()
                .orElse("");
    }

    private void besideOtherMonths(YearMonth month) {
        List<List<Object>> overview = lines("overview", month);
        assertThat(overview).as("overview of %s, read again", month).isEqualTo(overviews.get(month));
        List<List<Object>> year = lines("year", month);
        for (List<Object> line : overview) {
            assertThat(line.get(3)).isEqualTo(valueOf((String) line.get(0), month.minusMonths(1)));
            List<Object> expected = new ArrayList<>(List.of(line.get(0)));
            for (int ago = 11; ago >= 0; ago--) {
                expected.add(valueOf((String) line.get(0), month.minusMonths(ago)));
            }
            assertThat(year).as("year of %s", month).contains(expected);
        }
    }
}
