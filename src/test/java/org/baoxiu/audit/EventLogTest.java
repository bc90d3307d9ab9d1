package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.audit.EventLogFormats.Attributed;
import org.baoxiu.audit.EventLogFormats.Trace;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.baoxiu.shared.Names;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcedureTest
@DisplayName("事件日志")
class EventLogTest {

    /** That no other test has. */
    private static final String DAY = "from=2035-05-03&until=2035-05-03";

    private static final List<String> OFFICES = List.of("日志\u0001甲<&\">𠮷处", "日志乙管理处");
    private static final int SLIPS = 25;
    private static final String FORMER = "Task_OfAFormerDiagram";

    /** Clause, text, and what of the owner it is; empty for what is none. */
    private static final List<List<String>> LINES = List.of(
            List.of("4.2.1.1", "业主催办：我是欧阳文轩，13812345678 快来", "业主催办"),
            List.of("4.1", "业主投诉：欧阳文轩没人管", "业主投诉"),
            List.of("Q1", "业主来电问进度，已答复", "业主问进度"),
            List.of("4.3.1.2", "业主补充：欧阳文轩 同意维修内容和金额", "业主补充"),
            List.of("4.3.1.2", "业主留言：门口等", "业主补充"),
            List.of("4.3.4.4", "业主要求调整报价：欧阳文轩 同意维修内容和金额以前要便宜", "业主要求调整报价"),
            List.of("4.3.4.4", "业主不同意维修：太贵", "业主不同意维修"),
            List.of("4.3.4.4、4.3.4.6", "欧阳文轩 同意维修内容和金额，同意有噪音或气味的施工", "业主同意报价"),
            List.of("4.3.4.8", "欧阳文轩 验收合格并签字", "业主验收合格"),
            List.of("S6", "业主验收不合格：欧阳文轩还漏", "业主验收不合格"),
            List.of("S1", "业主取消：欧阳文轩", "业主取消"),
            List.of("Q6", "业主在网页上评价 5 分，业主说：谢谢欧阳文轩", "业主在网页上评价"),
            List.of("4.3.6", "回访业主，评价 4 分", ""),
            List.of("4.6.2", "业主不在：没人开门", ""),
            List.of("4.3.4.8", "补记：欧阳文轩 验收合格并签字的纸单", ""),
            List.of("3.3", "欧阳文轩 同意维修内容和金额", ""));

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private EventLog log;

    @Autowired
    private RepairPicture picture;

    @Autowired
    private Names names;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    private Map<String, String> called = Map.of();

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    /** @param person login name; empty for the owner, null for nobody */
    private record Given(String slip, String name, LocalDateTime at, String transition, String person) {

        String told() {
            return name + " " + at.atZone(ZoneId.systemDefault()).toInstant() + " " + transition;
        }
    }

    @Test
    @DisplayName("what was done on the slips of a day is told in its order, by whose role, and nobody is named")
    void ofRealWork() {
        office.timeIs("2035-05-03T09:00:00+08:00");
        RepairCase closed = TapRepair.reported(office);
        later(closed, "clerk1", REGISTER_REQUEST, registered("PL-01"));
        later(closed, "tech1", PICK_UP_SLIP, pickedUp());
        later(closed, "tech1", VISIT_SITE, arrived());
        later(closed, "tech1", QUOTE_REPAIR, quoted());
        closed.ownerCalls("urge");
        later(closed, "tech1", OBTAIN_CONSENT, agreed());
        later(closed, "tech1", CARRY_OUT_REPAIR, done());
        later(closed, "tech1", ACCEPT_REPAIR, accepted());
        later(closed, "tech1", REPORT_RESULT, reported());
        later(closed, "clerk1", REVIEW_FEE, feeApproved());
        later(closed, "clerk2", CALL_BACK_OWNER, satisfied());
        RepairCase cancelled = TapRepair.registered(office);
        cancelled.ownerCalls("cancel");

        Phone affairs = Phone.of(port, "affairs");
        Phone.Answer xes = affairs.opens("/audit/xes?" + DAY);
        Phone.Answer ocel = affairs.opens("/audit/ocel?" + DAY);

        assertThat(xes.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"event-log-2035-05-03-2035-05-03.xes\"");
        assertThat(ocel.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"event-log-2035-05-03-2035-05-03.json\"");
        Map<String, Trace> traces = EventLogFormats.xes(bytes(xes));
        JsonNode objects = EventLogFormats.ocel(bytes(ocel));
        assertThat(traces).containsOnlyKeys(closed.number(), cancelled.number());
        Trace trace = traces.get(closed.number());
        assertThat(tasks(trace))
                .containsExactly(
                        REGISTER_REQUEST,
                        PICK_UP_SLIP,
                        VISIT_SITE,
                        QUOTE_REPAIR,
                        OBTAIN_CONSENT,
                        CARRY_OUT_REPAIR,
                        ACCEPT_REPAIR,
                        REPORT_RESULT,
                        REVIEW_FEE,
                        CALL_BACK_OWNER);
        assertThat(trace.names()).containsSubsequence("业主催办", "业主同意报价", "业主验收合格");
        assertThat(event(trace, REGISTER_REQUEST).of("org:role")).isEqualTo("客户服务中心");
        assertThat(event(trace, PICK_UP_SLIP).of("org:role")).isEqualTo("工程部维修班");
        assertThat(event(trace, PICK_UP_SLIP).of("org:resource"))
                .isEqualTo(event(trace, VISIT_SITE).of("org:resource"))
                .isNotEqualTo(event(trace, REGISTER_REQUEST).of("org:resource"));
        assertThat(event(trace, Steps.REPAIR).of("org:resource"))
                .as("a step is nobody's")
                .isNull();
        assertThat(trace.names().indexOf(event(trace, VISIT_SITE).of("concept:name")))
                .as("before its step, which ends with it")
                .isLessThan(trace.names().indexOf(event(trace, Steps.DISPATCH).of("concept:name")));
        assertThat(event(traces.get(cancelled.number()), PICK_UP_SLIP).of("lifecycle:transition"))
                .isEqualTo("ate_abort");
        assertThat(types(objects, "events")).contains("开出账单", "审核账单", "业主催办");
        assertThat(types(objects, "objects")).containsOnly("维修单", "地点", "维修人员", "办公人员", "账单");
        List<String> secrets =
                new ArrayList<>(List.of("张三", "13800000000", "栋 502", "等了很久", "clerk1", "clerk2", "tech1", "厨房水龙头漏水"));
        secrets.addAll(names.of(List.of("clerk1", "clerk2", "tech1")).values());
        assertThat(xes.body()).doesNotContain(secrets);
        assertThat(ocel.body()).doesNotContain(secrets);
        assertThat(affairs.opens("/audit?" + DAY).body())
                .contains("/audit/xes?from=2035-05-03&amp;until=2035-05-03", "/audit/ocel?from=2035-05-03");
        assertThat(EventLogFormats.xes(bytes(affairs.opens("/audit/xes?from=2035-05-04&until=2035-05-04"))))
                .isEmpty();
        assertThat(EventLogFormats.ocel(bytes(affairs.opens("/audit/ocel?from=2035-05-04&until=2035-05-04")))
                        .get("objects"))
                .isEmpty();
    }

    @Test
    @DisplayName("what cannot be read is said, and no file is sent")
    void refused() {
        Phone affairs = Phone.of(port, "affairs");
        for (String format : List.of("xes", "ocel")) {
            Phone.Answer answer = affairs.opens("/audit/" + format + "?from=x");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("日期请写成");
            assertThat(affairs.opens("/audit/" + format + "?office=nowhere").status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName(
            "every slip of the period is a trace, and everything that happened on it an event, counted a second time")
    void everyTraceAndEvent(long seed) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            Random random = new Random(seed);
            called = picture.now().shapes().stream()
                    .collect(Collectors.toMap(Shape::id, Shape::name, (one, other) -> one));
            LocalDateTime now = LocalDateTime.parse("2036-03-31T12:00:00");
            List<Given> given = new ArrayList<>();
            List<Given> money = new ArrayList<>();
            for (String name : OFFICES) {
                RandomSlips slips = new RandomSlips(database, name, now, random.nextLong());
                slips.load(SLIPS);
                for (int index = 0; index < SLIPS; index++) {
                    happens(slips.number(index), now, random, given);
                    costs(slips.number(index), now, random, money);
                }
            }
            LocalDateTime from = now.toLocalDate().atStartOfDay().minusDays(10 + random.nextInt(30));
            LocalDateTime until = from.plusDays(1 + random.nextInt(20));
            for (List<String> offices : List.of(OFFICES.subList(0, 1), OFFICES.subList(1, 2), OFFICES)) {
                Map<String, Map<String, Object>> chosen = chosen(offices, from, until);
                Period period = new Period(
                        from.atZone(ZoneId.systemDefault()).toInstant(),
                        until.atZone(ZoneId.systemDefault()).toInstant(),
                        offices);
                compareXes(period, chosen, of(given, chosen));
                compareOcel(period, chosen, of(given, chosen), of(money, chosen));
            }
        });
    }

    private static List<Given> of(List<Given> given, Map<String, Map<String, Object>> chosen) {
        return given.stream().filter(one -> chosen.containsKey(one.slip())).toList();
    }

    private void happens(String number, LocalDateTime now, Random random, List<Given> given) {
        database.update(
                "update slip set place_key = ?, building = ?, state = case when ? then 'MISTAKEN' else state end where number = ?",
                random.nextInt(4) == 0 ? null : "k" + random.nextInt(8),
                random.nextInt(3) == 0 ? null : random.nextInt(3) + " 栋",
                random.nextInt(10) == 0,
                number);
        for (int event = random.nextInt(5); event > 0; event--) {
            element(number, now.minusMinutes(random.nextInt(60_000)), random, given);
            List<String> line = LINES.get(random.nextInt(LINES.size()));
            LocalDateTime said = now.minusSeconds(random.nextInt(3_000_000));
            database.update(
                    "insert into history_entry (slip_number, occurred_at, person, step, clause, text) values (?, ?, 'clerk1', 0, ?, ?)",
                    number,
                    said,
                    line.get(0),
                    line.get(1));
            if (!line.get(2).isEmpty()) {
                given.add(new Given(number, line.get(2), said, "complete", ""));
            }
        }
    }

    /** Of some the engine still knows how it was, and whose. */
    private void element(String number, LocalDateTime ended, Random random, List<Given> given) {
        String activity = number + " " + given.size();
        String element =
                List.of(REGISTER_REQUEST, VISIT_SITE, Steps.DISPATCH, FORMER).get(random.nextInt(4));
        String technician = "tech" + random.nextInt(4);
        boolean known = random.nextBoolean();
        boolean aborted = random.nextInt(4) == 0;
        String assignee =
                random.nextInt(3) == 0 ? null : List.of("clerk1", "left7").get(random.nextInt(2));
        database.update(
                "insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, office, technician, limit_seconds) values (?, ?, ?, ?, ?, 60, 'x', ?, ?)",
                activity,
                number,
                element,
                ended.minusMinutes(1),
                ended,
                technician,
                random.nextBoolean() ? 900 : null);
        if (known) {
            database.update(
                    "insert into ACT_HI_ACTINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, ASSIGNEE_, START_TIME_, ACT_INST_STATE_) values (?, 'd', 'p', 'e', ?, '从前的任务', 'userTask', ?, ?, ?)",
                    activity,
                    element,
                    assignee,
                    ended.minusMinutes(1),
                    aborted ? 2 : 1);
        }
        given.add(new Given(
                number,
                element.equals(FORMER) ? (known ? "从前的任务" : FORMER) : called.get(element),
                ended,
                known && aborted ? "ate_abort" : "complete",
                known ? assignee : technician));
    }

    private void costs(String number, LocalDateTime now, Random random, List<Given> money) {
        if (random.nextBoolean()) {
            LocalDateTime at = now.minusMinutes(random.nextInt(50_000));
            LocalDateTime reviewed = random.nextBoolean() ? at.plusMinutes(9) : null;
            database.update(
                    "insert into bill (slip_number, recorded_at, recorded_by, amount_owner_pays, reviewed_amount, reviewed_at, reviewed_by) values (?, ?, 'tech1', ?, ?, ?, ?)",
                    number,
                    at,
                    random.nextBoolean() ? new BigDecimal("45.50") : null,
                    reviewed == null ? null : new BigDecimal("40.00"),
                    reviewed,
                    reviewed == null ? null : "clerk1");
            money.add(new Given(number, "开出账单", at, "bill", "tech1"));
            if (reviewed != null) {
                money.add(new Given(number, "审核账单", reviewed, "bill", "clerk1"));
            }
        }
        String kind = List.of("BILLED", "PAYMENT", "WAIVER", "REFUND").get(random.nextInt(4));
        database.update(
                "insert into fee_entry (slip_number, kind, amount, recorded_at, recorded_by) values (?, ?, 3, ?, 'system')",
                number,
                kind,
                now);
        if (!kind.equals("BILLED")) {
            String name =
                    Map.of("PAYMENT", "收款", "WAIVER", "减免", "REFUND", "退款").get(kind);
            money.add(new Given(number, name, now, "entry", null));
        }
    }

    /** Read without any condition. */
    private Map<String, Map<String, Object>> chosen(List<String> offices, LocalDateTime from, LocalDateTime until) {
        Map<String, Map<String, Object>> chosen = new TreeMap<>();
        database.query("select number, office, state, received_at, closed_at, place_key from slip", row -> {
            LocalDateTime received = row.getObject("received_at", LocalDateTime.class);
            LocalDateTime closed = row.getObject("closed_at", LocalDateTime.class);
            boolean then = !received.isBefore(from) && received.isBefore(until)
                    || closed != null && !closed.isBefore(from) && closed.isBefore(until);
            if (then
                    && offices.contains(row.getString("office"))
                    && !Set.of("MISTAKEN", "JOINED").contains(row.getString("state"))) {
                Map<String, Object> slip = new HashMap<>();
                slip.put("office", row.getString("office"));
                slip.put("place", row.getString("place_key"));
                chosen.put(row.getString("number"), slip);
            }
        });
        return chosen;
    }

    private void compareXes(Period period, Map<String, Map<String, Object>> chosen, List<Given> given) {
        byte[] written = written(to -> log.xes(period, picture.now(), to));
        Map<String, Trace> traces = EventLogFormats.xes(written);
        assertThat(traces.keySet()).containsExactlyInAnyOrderElementsOf(chosen.keySet());
        Map<String, Set<String>> aliases = new HashMap<>();
        traces.forEach((number, trace) -> {
            assertThat(trace.itself().of("管理处"))
                    .isEqualTo(chosen.get(number).get("office").toString().replace("\u0001", ""));
            List<Given> itsOwn =
                    given.stream().filter(one -> one.slip().equals(number)).toList();
            assertThat(trace.events())
                    .extracting(event ->
                            event.of("concept:name") + " " + event.time() + " " + event.of("lifecycle:transition"))
                    .containsExactlyInAnyOrderElementsOf(
                            itsOwn.stream().map(Given::told).toList());
            assertThat(trace.events()).extracting(Attributed::time).isSorted();
            for (Given one : itsOwn) {
                people(trace, one).forEach(alias -> aliases.computeIfAbsent(
                                Objects.requireNonNullElse(one.person(), "nobody"), first -> new TreeSet<>())
                        .add(alias));
            }
        });
        assertThat(aliases.values()).as("one name each: %s", aliases).allMatch(names -> names.size() == 1);
        assertThat(aliases.values().stream().flatMap(Set::stream).distinct().count())
                .as("and nobody the same: %s", aliases)
                .isEqualTo(aliases.size());
        assertThat(aliases.getOrDefault("", Set.of("业主"))).containsExactly("业主");
        nothingElse(written);
    }

    /** Of whoever is told to have done it, where only one event fits. */
    private static List<String> people(Trace trace, Given one) {
        List<String> people = trace.events().stream()
                .filter(event -> one.told()
                        .equals(event.of("concept:name") + " " + event.time() + " " + event.of("lifecycle:transition")))
                .map(event -> Objects.requireNonNullElse(event.of("org:resource"), "—"))
                .toList();
        return people.size() == 1 ? people : List.of();
    }

    private void compareOcel(
            Period period, Map<String, Map<String, Object>> chosen, List<Given> given, List<Given> money) {
        byte[] written = written(to -> log.ocel(period, picture.now(), to));
        JsonNode read = EventLogFormats.ocel(written);
        Map<String, Set<String>> objects = new HashMap<>();
        read.get("objects").forEach(one -> objects.computeIfAbsent(text(one, "type"), type -> new HashSet<>())
                .add(text(one, "id")));
        assertThat(objects.getOrDefault("维修单", Set.of())).isEqualTo(chosen.keySet());
        assertThat(objects.getOrDefault("地点", Set.of())).hasSize((int) chosen.entrySet().stream()
                .map(slip -> slip.getValue().get("place") == null
                        ? slip.getKey()
                        : slip.getValue().get("office") + " " + slip.getValue().get("place"))
                .distinct()
                .count());
        assertThat(objects.getOrDefault("账单", Set.of())).hasSize((int)
                money.stream().filter(one -> one.name().equals("开出账单")).count());
        Set<String> people = new HashSet<>();
        List<Given> all = new ArrayList<>(given);
        all.addAll(money);
        all.stream()
                .map(Given::person)
                .filter(person -> person != null && !person.isEmpty())
                .forEach(people::add);
        int told = objects.getOrDefault("维修人员", Set.of()).size()
                + objects.getOrDefault("办公人员", Set.of()).size();
        assertThat(told).isEqualTo(people.size());
        List<String> happened = new ArrayList<>();
        read.get("events").forEach(event -> {
            List<String> slips = related(event, "所属维修单");
            assertThat(slips).hasSize(1);
            happened.add(slips.get(0) + " " + text(event, "type") + " "
                    + OffsetDateTime.parse(text(event, "time")).toInstant() + " "
                    + (related(event, "办理人").size() + related(event, "经手人").size()) + " "
                    + related(event, "账单").size());
        });
        assertThat(happened)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(one -> one.slip() + " " + one.name() + " "
                                + one.at().atZone(ZoneId.systemDefault()).toInstant() + " "
                                + (one.person() == null || one.person().isEmpty() ? 0 : 1) + " "
                                + (one.transition().equals("bill") ? 1 : 0))
                        .toList());
        nothingElse(written);
    }

    private static List<String> related(JsonNode event, String qualifier) {
        return StreamSupport.stream(event.get("relationships").spliterator(), false)
                .filter(relation -> text(relation, "qualifier").equals(qualifier))
                .map(relation -> text(relation, "objectId"))
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).textValue();
    }

    private static void nothingElse(byte[] written) {
        assertThat(new String(written, StandardCharsets.UTF_8))
                .doesNotContain("欧阳", "张三", "13800138000", "13812345678", "水龙头漏水", "tech1", "clerk1", "left7");
    }

    private interface Writes {

        void to(ByteArrayOutputStream written) throws IOException;
    }

    private static byte[] written(Writes log) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            log.to(written);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return written.toByteArray();
    }

    private void later(RepairCase repair, String person, String task, Map<String, Object> form) {
        office.timePasses(Duration.ofMinutes(1));
        repair.does(person, task, form);
    }

    private static List<String> tasks(Trace trace) {
        return trace.events().stream()
                .filter(event -> "人工任务".equals(event.of("种类")))
                .map(event -> event.of("环节编号"))
                .filter(element -> !element.contains("Urge") && !element.contains("Escalation"))
                .toList();
    }

    private static Attributed event(Trace trace, String element) {
        return trace.events().stream()
                .filter(event -> element.equals(event.of("环节编号")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> types(JsonNode log, String list) {
        return StreamSupport.stream(log.get(list).spliterator(), false)
                .map(one -> text(one, "type"))
                .collect(Collectors.toSet());
    }

    private static byte[] bytes(Phone.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
