package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day of an office whose figures are known by what its people did, tried on drafts of tables. */
@ProcedureTest
@DisplayName("用以前的案件重算")
@Tag("long")
class ReplayTest {

    private static final String OWNER = "processowner";
    private static final String LIMITS = "service-commitments.dmn";
    private static final String CLASSES = "repair-classification.dmn";
    private static final String FEES = "repair-fee.dmn";
    private static final String ITEMS = "repair-catalogue.dmn";
    /** Minutes until the technician was there; a quarter of an hour was promised. */
    private static final List<Integer> ARRIVALS = List.of(10, 15, 16, 19, 20, 21);

    /** Mondays on which nobody else works: each test has one. */
    private static final AtomicInteger WEEKS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Replays replays;

    @Autowired
    private JdbcClient database;

    private final List<RepairCase> repairs = new ArrayList<>();
    private String day;

    @BeforeEach
    void aDayOfTheOffice() {
        day = LocalDate.of(2021, 5, 17).plusWeeks(WEEKS.getAndIncrement()).toString();
        office.timeIs(day + "T09:00:00+08:00");
        for (int minutes : ARRIVALS) {
            RepairCase repair = TapRepair.registered(office);
            office.timePasses(Duration.ofMinutes(minutes));
            if (minutes > 20) {
                repair.ownerCalls("urge");
            }
            repairs.add(TapRepair.billed(TapRepair.working(repair)));
        }
    }

    @AfterEach
    void forget() {
        database.sql("delete from model_draft").update();
        ClockUtil.reset();
    }

    private RepairCase afterMinutes(int minutes) {
        return repairs.get(ARRIVALS.indexOf(minutes));
    }

    // counted by hand

    @Test
    @Tag("4.6.2")
    void aLongerLimitIsMissedLessOften() throws Exception {
        Replay replay = replayed(
                LIMITS,
                matching("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1\"20 分钟\"")
                        .apply(file(LIMITS)));

        assertThat(replay.figures()).containsExactly("到场：6 次中应做到未做到的 4 → 1 次。");
        assertThat(replays.changes(replay.id()))
                .extracting(Replay.Change::slip, Replay.Change::what, Replay.Change::was, Replay.Change::becomes)
                .containsExactlyInAnyOrder(
                        line(afterMinutes(16), "到场", "超时", "按时"),
                        line(afterMinutes(19), "到场", "超时", "按时"),
                        line(afterMinutes(20), "到场", "超时", "按时"));
        assertThat(replay.done()).isEqualTo(replay.all()).isPositive();
    }

    @Test
    @Tag("4.2.1.1")
    void aRuleThatComesEarlierChangesTheClassOfASlip() throws Exception {
        Replay replay = replayed(CLASSES, replacing("&gt;= 3", "&gt;= 1").apply(file(CLASSES)));

        assertThat(replay.figures()).containsExactly("6 件中有 1 件会改变类别：日常维修 → 维修事故 1 件。");
        assertThat(replays.changes(replay.id()))
                .extracting(Replay.Change::slip, Replay.Change::what, Replay.Change::was, Replay.Change::becomes)
                .containsExactly(line(afterMinutes(21), "类别", "日常维修", "维修事故"));
    }

    @Test
    @Tag("3.5")
    void aDearerVisitCostsOwnersMore() throws Exception {
        Replay replay =
                replayed(FEES, replacing("<text>10</text>", "<text>14</text>").apply(file(FEES)));

        assertThat(replay.figures()).containsExactly("费用：6 张账单中有 6 张会变，业主多付 24.00 元。");
    }

    @Test
    @Tag("3.5")
    void aCheaperItemCostsOwnersLess() throws Exception {
        String labour = database.sql("select amount_labour from bill where slip_number = ?")
                .param(afterMinutes(10).number())
                .query(String.class)
                .single();
        BigDecimal yuan = new BigDecimal(labour);
        Replay replay = replayed(
                ITEMS,
                matching(
                                "(id=\"OutputEntry_PL_01_LabourPrice\">\\s*<text>)[^<]*",
                                "$1" + yuan.subtract(new BigDecimal("2.50")).toPlainString())
                        .apply(file(ITEMS)));

        assertThat(replay.figures()).containsExactly("费用：6 张账单中有 6 张会变，业主少付 15.00 元。");
    }

    /** What was recorded is in codes, whatever the table was written in. */
    @Test
    void aTableInCodesDecidesTheSame() throws Exception {
        String coded = Dmn.convertToString(CodedTables.of(
                Dmn.readModelFromStream(new ByteArrayInputStream(file(CLASSES).getBytes(StandardCharsets.UTF_8)))));

        assertThat(replayed(CLASSES, coded).figures()).containsExactly("6 件中有 0 件会改变类别。");
    }

    @Test
    void whatIsAsBeforeChangesNothing() throws Exception {
        Replay replay = replayed(
                LIMITS, matching("(<description>)4.6.2 ", "$14.6.2 改了说明 ").apply(file(LIMITS)));

        assertThat(replay.figures()).containsExactly("时限：没有一项承诺的超时次数会改变。");
        assertThat(replays.changes(replay.id())).isEmpty();
    }

    @Test
    void ofOlderCasesThePageSaysWhatIsMissing() throws Exception {
        database.sql("delete from decision_taken where slip_number = ?")
                .param(afterMinutes(10).number())
                .update();

        Replay replay = replayed(CLASSES, replacing("&gt;= 3", "&gt;= 1").apply(file(CLASSES)));

        assertThat(replay.figures())
                .containsExactly("5 件中有 1 件会改变类别：日常维修 → 维修事故 1 件。", "另有 1 件是开始逐次记录判断以前界定的，缺少当时的输入，没有重算。");
    }

    @Test
    void eachDecisionIsOneRowOfItsTableVersionQuestionAndAnswer() {
        assertThat(database.sql(
                                "select decision, occasion, inputs, outputs from decision_taken where slip_number = ? order by id")
                        .param(afterMinutes(10).number())
                        .query((row, line) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly(
                        "repairCatalogue Task_LookUpCatalogue",
                        "repairClassification Task_ClassifyRequest",
                        "repairFee Task_DecideFee",
                        "repairFee Task_DecideBill");
        assertThat(database.sql(
                                "select inputs from decision_taken where slip_number = ? and decision = 'repairFee' order by id desc limit 1")
                        .param(afterMinutes(10).number())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"area\":\"inside\",\"officeFault\":false,\"rework\":false,\"underWarranty\":false}");
    }

    @Test
    void nothingIsBegunWithoutATableOrWithWrongDays() throws Exception {
        String form = uploads(
                "assess-fault.form",
                matching("\"label\": \"", "\"label\": \"请填 ").apply(file("assess-fault.form")));
        assertThat(post(form + "/replays", "from=" + day + "&until=" + day).body())
                .contains("没有改规则表");
        String limits = uploads(LIMITS, file(LIMITS).replace("2 天", "47 小时"));
        assertThat(post(limits + "/replays", "from=2021-05-19&until=2021-05-18").body())
                .contains("不能早于");
        assertThat(post(limits + "/replays", "from=x&until=2021-05-18").body()).contains("要填日期");
        assertThat(new PageClient(port)
                        .post(
                                limits + "/replays",
                                "clerk1",
                                "from=" + day + "&until=" + day,
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Tuple line(RepairCase repair, String... rest) {
        List<Object> all = new ArrayList<>(List.of(repair.number()));
        all.addAll(List.of(rest));
        return new Tuple(all.toArray());
    }

    private Replay replayed(String name, String content) throws Exception {
        String page = follows(post(uploads(name, content) + "/replays", "from=" + day + "&until=" + day));
        long id = Long.parseLong(page.replaceAll("\\D", ""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !replays.one(id).orElseThrow().running());
        Replay replay = replays.one(id).orElseThrow();
        assertThat(replay.failure()).isNull();
        String body = new PageClient(port).get(page, OWNER).body();
        replay.figures().forEach(figure -> assertThat(body).contains(figure));
        replays.changes(id).forEach(change -> assertThat(body).contains("/slips/" + change.slip()));
        return replay;
    }

    private String uploads(String name, String content) throws Exception {
        return follows(new PageClient(port).sends("/models/drafts", OWNER, "files", Map.of(name, content)));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return new PageClient(port).post(path, OWNER, form, "Sec-Fetch-Site", "same-origin");
    }

    private static String follows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }
}
