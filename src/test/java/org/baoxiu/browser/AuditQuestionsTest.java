package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.testing.Answers.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.month.MonthCase;
import org.baoxiu.process.month.MonthEndProcess;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The fifteen questions of an auditor and a director, each answered in at most three clicks from Cockpit or 今日, or for general affairs from 消息, where
 * they begin; with a picture of the answer below {@code target/pages} and, if asked for, in the guide.
 */
@BrowserTest
@DisplayName("浏览器里的审计问题")
class AuditQuestionsTest {

    private static final int MOST_CLICKS = 3;

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    JdbcTemplate database;

    /** Everybody logs in once. */
    private final Map<String, DeskScreen> desks = new HashMap<>();

    private OfficeBrowser browser;
    private String september;
    private RepairCase ended;
    private RepairCase late;
    private RepairCase forced;
    private RepairCase cancelled;
    private RepairCase downgraded;
    private RepairCase decided;

    /** September is settled; in October one repair is done twice, one comes late, and whatever else is asked about happens once. */
    @BeforeAll
    void somethingHappens() throws IOException {
        office.timeIs("2026-09-20T09:00:00+08:00");
        MonthCase month = MonthCase.next(office, engine, months).isSettledBy("clerklead");
        soon(() -> month.openTasks().contains(MonthEndProcess.Elements.CHECK_MONTH));
        month.does("clerklead", MonthEndProcess.Elements.CHECK_MONTH, MonthCase.CHECKED);
        soon(() -> month.openTasks().contains(MonthEndProcess.Elements.RECEIVE_PACK));
        month.does("affairs", MonthEndProcess.Elements.RECEIVE_PACK, MonthCase.RECEIVED);
        september = database.queryForObject("select min(number) from slip", String.class);

        office.timeIs("2026-10-14T09:00:00+08:00");
        ended = doneTwice();
        office.starts("clerklead", FeeCollectionProcess.KEY, collected("waiver", 1));
        office.starts("clerk1", FeeCollectionProcess.KEY, with(collected("payment", 10), "paymentWay", "cash"));
        forced = office.reports("clerk1", leakingTap())
                .submits("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        waitsFor(forced, OBTAIN_APPLICATION);
        undisturbed(() -> forced.submits("clerk1", OBTAIN_APPLICATION, application()));
        waitsFor(forced, PICK_UP_SLIP);
        undisturbed(() -> office.answersCall(
                "clerk1",
                office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", forced.number())),
                corrected("reporterName", "章三")));
        cancelled = registeredSlip();
        undisturbed(() -> cancelled.ownerCalls("cancel"));
        downgraded = office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-14"));
        waitsFor(downgraded, ASSESS_FAULT);
        undisturbed(() -> downgraded.submits("supervisor", ASSESS_FAULT, assessed("PL-14", 6)));
        waitsFor(downgraded, HANDLE_IMPORTANT);
        undisturbed(() -> downgraded.submits("clerklead", HANDLE_IMPORTANT, downgraded()));

        late = registeredSlip();
        office.timePasses(Duration.ofMinutes(20));
        soon(() -> !late.told(CommitmentKind.ARRIVAL).isEmpty());
        undisturbed(() -> late.submits("supervisor", HANDLE_ESCALATION, escalated("acknowledge")));
        undisturbed(() -> late.submits("tech1", PICK_UP_SLIP, pickedUp()));
        waitsFor(late, VISIT_SITE);
        undisturbed(() -> late.submits("tech1", VISIT_SITE, returned()));

        String table = Files.readString(Path.of("processes", "repair-classification.dmn"));
        office.deploys("repair-classification.dmn", table.replace("报修后两周没有合理的解决或答复", "报修后两周还没有解决或答复"));
        decided = registeredSlip();
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    private static void soon(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Done again where the background was at the same slip in that moment. */
    private static void undisturbed(Runnable step) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(thrown -> thrown instanceof OptimisticLockingFailureException
                        || thrown instanceof OptimisticLockingException)
                .until(() -> {
                    step.run();
                    return true;
                });
    }

    private static void waitsFor(RepairCase repair, String task) {
        soon(() -> repair.openTasks().contains(task));
    }

    private RepairCase registeredSlip() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        waitsFor(repair, PICK_UP_SLIP);
        return repair;
    }

    private RepairCase doneTwice() {
        RepairCase repair = registeredSlip();
        repair.submits("tech1", PICK_UP_SLIP, pickedUp())
                .submits("tech1", VISIT_SITE, arrived())
                .submits("tech1", QUOTE_REPAIR, quoted())
                .submits("tech1", OBTAIN_CONSENT, agreed());
        works(repair);
        repair.submits("clerk2", CALL_BACK_OWNER, notFixed());
        waitsFor(repair, PICK_UP_SLIP);
        repair.submits("tech1", PICK_UP_SLIP, pickedUp()).submits("tech1", VISIT_SITE, arrived());
        works(repair);
        repair.submits("clerk2", CALL_BACK_OWNER, satisfied());
        soon(repair::ended);
        return repair;
    }

    private static void works(RepairCase repair) {
        repair.submits("tech1", CARRY_OUT_REPAIR, done())
                .submits("tech1", ACCEPT_REPAIR, accepted())
                .submits("tech1", REPORT_RESULT, reported())
                .submits("clerk1", REVIEW_FEE, feeApproved());
        waitsFor(repair, CALL_BACK_OWNER);
    }

    private Map<String, Object> collected(String event, double yuan) {
        return fields(
                "slipNumber",
                ended.number(),
                "collectionEvent",
                event,
                "amountYuan",
                yuan,
                "collectionReason",
                event.equals("waiver") ? "返修，少收" : "");
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    /** A person with a page before them, whose clicks are counted. */
    private final class Asker {

        private final DeskScreen desk;
        private final boolean forTheGuide;
        private int clicks;

        /** Where the work of the person begins. */
        Asker(String person) {
            desk = desks.computeIfAbsent(person, browser::desk)
                    .opens(person.equals("affairs") ? "/messages" : "/today");
            forTheGuide = List.of("director", "affairs").contains(person);
        }

        private Asker clicked() {
            assertThat(++clicks).as("clicks").isLessThanOrEqualTo(MOST_CLICKS);
            return this;
        }

        Asker goesTo(String title) {
            desk.goesTo(title);
            return clicked();
        }

        Asker follows(String text) {
            desk.follows(text);
            return clicked();
        }

        Asker chooses(String field, String label) {
            desk.chooses(field, label);
            return clicked();
        }

        Asker presses(String button) {
            desk.pressesButton(button);
            return clicked();
        }

        byte[] downloads(String text) {
            clicked();
            return desk.downloads(text);
        }

        Asker reads(String words) {
            desk.reads(words);
            return this;
        }

        /** One line of a table says all of this. */
        Asker readsLine(String... cells) {
            desk.readsLine(cells);
            return this;
        }

        void pictures(String name) {
            if (forTheGuide) {
                desk.picturesForGuide("audit-" + name);
                desk.pictures("audit-" + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "dutydirector"})
    @DisplayName("1 what happened in a case that has ended, step by step, and over its diagram")
    void stepByStep(String person) {
        EngineScreen cockpit = browser.engine(person, "cockpit").opens("");
        cockpit.goesTo("已结束").follows(ended.number()).says("登记报修").says("客服一").picturesForGuide("audit-steps");
        cockpit.follows("回放").says("这一刻").pictured("audit-01-replay-" + person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector"})
    @DisplayName("1, 2, 9 who did what, when, under which clause; the rework and what it cost")
    void whoDidWhat(String person) {
        new Asker(person)
                .follows("今天结束")
                .follows(ended.number())
                .reads("经过")
                .reads("客服二")
                .reads("4.6.1a")
                .reads("本单返修 1 次，各次费用合计")
                .pictures("slip");
    }

    @Test
    @DisplayName("1, 2 likewise for general affairs")
    void whoDidWhatForGeneralAffairs() {
        new Asker("affairs")
                .goesTo("审计")
                .follows("全部维修单")
                .follows(ended.number())
                .reads("客服二")
                .reads("4.6.1a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("3 what was missed this week, by whom, by how much, why, who was told, what was done")
    void missed(String person) {
        new Asker(person)
                .goesTo("审计")
                .follows("没有做到的承诺")
                .readsLine(late.number(), "到场", "4.6.2", "工程部维修班", "马上督促办理", "工程部主管")
                .pictures("missed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector"})
    @DisplayName("4 where cases wait longest, compared with what was promised")
    void whereCasesWait(String person) {
        new Asker(person)
                .goesTo("时限热图")
                .reads("九成用时 ÷ 限时")
                .readsLine("领单或派单", "分钟")
                .pictures("heat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("5 who is late, and who was given what was late already")
    void whoIsLate(String person) {
        new Asker(person)
                .goesTo("审计")
                .follows("每个人的超时")
                .reads("接手时已超时（张）")
                .readsLine("水电工", "3", "1")
                .pictures("people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector"})
    @DisplayName("6 how long each step takes, of a class")
    void howLong(String person) {
        new Asker(person)
                .goesTo("时限热图")
                .chooses("class", "日常维修")
                .presses("看")
                .reads("一半在以内")
                .readsLine("上门")
                .pictures("heat-class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName(
            "6, 7 what was changed in the rules, by whom, which slips were decided under it; the times before and since")
    void whatWasChanged(String person) {
        Asker asker = new Asker(person)
                .goesTo("审计")
                .follows("规则、价格、表单、流程图的改动")
                .readsLine("repair-classification.dmn", "已确认", "1")
                .follows("第 ")
                .reads("还没有")
                .reads(decided.number());
        if (!person.equals("affairs")) {
            asker.reads("改前 30 天的时限热图");
        }
        asker.pictures("change");
    }

    @Test
    @DisplayName("7 which version of which table decided a case, with what it was asked and has answered")
    void whichRules() {
        EngineScreen cockpit = browser.engine("director", "cockpit").opens("");
        cockpit.goesTo("已结束")
                .follows(ended.number())
                .follows("决策")
                .says("维修界定")
                .says("预计工时（小时）=")
                .says("维修类别=")
                .pictured("audit-decisions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("8 which flats and items break again and again")
    void whatBreaks(String person) {
        new Asker(person)
                .goesTo("审计")
                .follows("同一处反复报修")
                .readsLine("3 栋 502", "水龙头", "4")
                .pictures("again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("10 from the quote to the money")
    void money(String person) {
        new Asker(person)
                .goesTo("审计")
                .follows("从报价到收款")
                .readsLine(ended.number(), "1.00", "10.00")
                .pictures("money");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("11 every forced entry with its application")
    void forcedEntries(String person) {
        new Asker(person)
                .goesTo("审计")
                .follows("撬锁破门和书面申请")
                .reads("共 1 行")
                .readsLine(forced.number(), "张三", "申请 12 号")
                .pictures("forced-entry");
    }

    @ParameterizedTest
    @CsvSource({"更正的内容, 听错了", "移交、转单、退单, 退单：缺少专用工具", "取消、误登记、并单, 业主取消", "降级, 实际只需半小时", "减免和退款, 返修，少收"})
    @DisplayName("12 what was edited, handed over, cancelled, downgraded, waived, and for what reason")
    void whatWasDoneAndWhy(String topic, String reason) {
        List<String> numbers =
                List.of(forced.number(), late.number(), cancelled.number(), downgraded.number(), ended.number());
        String number = numbers.get(
                List.of("更正的内容", "移交、转单、退单", "取消、误登记、并单", "降级", "减免和退款").indexOf(topic));
        for (String person : List.of("supervisor", "clerklead", "dutydirector", "affairs", "director")) {
            Asker asker = new Asker(person).goesTo("审计").follows(topic).readsLine(number, reason);
            if (topic.startsWith("移交")) {
                asker.pictures("handed-over");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector", "affairs"})
    @DisplayName("13 everything of the last quarter to take away")
    void takenAway(String person) throws IOException {
        Asker asker = new Asker(person).goesTo("审计").follows("上个季度");
        asker.pictures("overview");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(asker.downloads("全部下载为工作簿")))) {
            assertThat(workbook.getSheet("全部维修单"))
                    .extracting(AuditQuestionsTest::firstCell)
                    .contains(september);
            assertThat(workbook.getSheet("全部维修单"))
                    .extracting(AuditQuestionsTest::firstCell)
                    .doesNotContain(late.number());
            assertThat(workbook.getSheet("没有做到的承诺")).isNotNull();
        }
    }

    private static String firstCell(Row row) {
        return row.getCell(0).getStringCellValue();
    }

    @Test
    @Tag("4.7.7")
    @DisplayName("8 why things break, and what the supervisor has signed about it")
    void causesAreSigned() {
        desks.computeIfAbsent("supervisor", browser::desk)
                .opens("/months/2026-10/causes")
                .writes("textarea", "全楼统一换成陶瓷阀芯")
                .clicks("签字")
                .reads("已签 1 项")
                .picturesForTheGuide("month-causes", "");
        new Asker("director").goesTo("月报").follows("2026年10月").follows("原因和处置").readsLine("全楼统一换成陶瓷阀芯", "工程主管");
        Objects.requireNonNull(desks.get("director")).picturesForTheGuide("month", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "affairs"})
    @DisplayName("14 that nothing was altered afterwards")
    void nothingWasAltered(String person) {
        new Asker(person).goesTo("存证").presses("现在核对").reads("张单和月报：都对得上").pictures("evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "clerklead", "director", "dutydirector"})
    @DisplayName("15 what is burning right now")
    void whatBurns(String person) {
        new Asker(person).reads("要马上看的").readsLine(late.number(), "到场（4.6.2）").pictures("today");
    }

    @Test
    @Tag("4.3.7")
    @Tag("4.3.8")
    @DisplayName("what general affairs have received, by when, from whom; and what owners owe of that month")
    void received() {
        Asker affairs = new Asker("affairs")
                .goesTo("月报")
                .reads("应在 2026年10月2日 00:00 前交综合部（4.3.7）；2026年10月1日 00:05 由客服主管移交，按时；2026年10月1日 00:05 由综合部签收");
        affairs.pictures("month");
        affairs.follows("2026年9月").reads("由综合部签收").reads("对账单");
    }
}
