package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.IMPROVE_SERVICE;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REPORT_RESULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.RESCHEDULE_VISIT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REVIEW_FEE;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.dissatisfied;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.improved;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.notFixed;
import static org.baoxiu.testing.Answers.notReached;
import static org.baoxiu.testing.Answers.ownerAbsent;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;
import static org.baoxiu.testing.Answers.with;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Contacts;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the owners as a phone gets them. */
@ProcedureTest
@Tag("long")
class OwnerPageTest {

    private static final String OFFICE = URLEncoder.encode("一号管理处", StandardCharsets.UTF_8);

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Slips slips;

    @Autowired
    private Photos photos;

    @Autowired
    private Messages messages;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private Contacts contacts;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private HistoryService engineHistory;

    @Autowired
    private JdbcClient database;

    private final String telephone =
            "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private final List<RepairCase> cases = new ArrayList<>();
    private OwnersPhone phone;

    @BeforeEach
    void morning() {
        office.timeIs("2020-06-08T09:00:00+08:00");
        phone = new OwnersPhone(port);
    }

    @AfterEach
    void backToToday() {
        cases.stream()
                .filter(repair -> repair.slip().offers(OwnersStep.CANCEL))
                .forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @Tag("S1")
    @Tag("S2")
    @Tag("4.3.4.4")
    @Tag("S6")
    @Tag("4.3.4.8")
    @Tag("Q4")
    @Tag("Q6")
    @DisplayName(
            "an owner reports with a photo, follows, puts the visit off, agrees, refuses, accepts with a signature and rates")
    void wholeCase() {
        Page page = reports(Map.of("../../etc/passwd.jpg", Uploads.withPlaceAndOrientation(400, 300)));
        RepairCase repair = caseOf(page);
        assertThat(page.body())
                .contains("报修成功", repair.number(), "厨房水龙头漏水", "登记：应在 6月8日 09:03 前，还剩 3 分钟", "维修人员现场确认后报价", "报修照片")
                .doesNotContain("张三", telephone, "passwd");
        assertThat(slips.history(repair.number()).get(0).person()).isEqualTo("业主");
        assertThat(engineHistory
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(repair.instance())
                        .singleResult()
                        .getStartUserId())
                .isEqualTo("业主");

        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());
        page = phone.opens(page.path());
        assertThat(page.body()).contains("水电工", "改约上门时间").doesNotContain("tech1");
        page = sends(page, "reschedule", "time", "2020-06-08T15:00");
        assertThat(page.body()).contains("已办理", "重新预约 6月8日 15:00 上门");
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt())
                .as("the owner's time, and the limit")
                .isEqualTo("2020-06-08T07:15:00Z");
        assertThat(repair.openTasks()).containsExactly(VISIT_SITE);
        repair.does("tech1", VISIT_SITE, ownerAbsent());
        assertThat(repair.openTasks()).containsExactly(RESCHEDULE_VISIT);
        page = sends(page, "reschedule", "time", "2020-06-08T17:00");
        assertThat(repair.openTasks()).containsExactly(VISIT_SITE);

        repair.does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, with(quoted(), "noiseOrSmell", true));
        page = phone.opens(page.path());
        assertThat(page.body()).contains("请您答复报价", "更换水龙头", "材料：水龙头 × 1", "45.50 元", "上门服务费", "付费方", "较大噪音或气味");
        assertThat(page.body().indexOf("报价 ")).isPositive();
        page = sends(page, "agree", "name", "张三");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("要先征得业主同意", "value=\"张三\"");
        page = sends(page, "agree", "name", "李四", "deputy", "on", "noise", "on");
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        assertThat(slips.history(repair.number())).anySatisfy(line -> {
            assertThat(line.person()).isEqualTo("业主");
            assertThat(line.text()).startsWith("李四（受托人） 同意维修内容和金额");
        });

        repair.does("tech1", CARRY_OUT_REPAIR, done());
        page = phone.opens(page.path());
        Page old = page;
        assertThat(page.body()).contains("请您验收", "更换水龙头并试水", "功能已恢复", "现场已清理干净");
        page = sends(page, "reject", "words", "还在滴水");
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(sends(old, "accept", accepted()).body())
                .as("the work of the round before")
                .contains("已经有了新的结果");
        page = phone.opens(page.path());
        assertThat(sends(page, "accept", "name", "张三", "restored", "on", "signature", OwnersPhone.signature())
                        .body())
                .contains("现场已清理");
        assertThat(photos.of(repair.number(), PhotoKind.SIGNATURE))
                .as("nothing is kept of what was refused")
                .isEmpty();
        page = sends(phone.opens(page.path()), "accept", accepted());
        assertThat(repair.openTasks()).containsExactly(REPORT_RESULT);
        assertThat(photos.of(repair.number(), PhotoKind.SIGNATURE)).hasSize(1);
        assertThat(repair.slip().acceptance().confirmed()).isTrue();

        repair.does("tech1", REPORT_RESULT, reported()).does("clerk1", REVIEW_FEE, feeApproved());
        assertThat(sends(phone.opens(page.path()), "rate", "fixed", "yes", "score", "5")
                        .body())
                .contains("客服会先给您打电话回访");
        repair.does("clerk2", CALL_BACK_OWNER, notReached());
        page = phone.opens(page.path());
        assertThat(page.body()).contains("请您评价");
        page = sends(page, "rate", "fixed", "yes", "score", "5", "words", "很好");
        assertThat(page.body()).contains("您的评价：<b>5 分</b>", "已关闭");
        assertThat(repair.ended()).isTrue();
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("4.3.6")
    @DisplayName(
            "an owner asks for another quote, then does not want the repair, and rates when the call comes round again")
    void noRepair() {
        RepairCase repair = quotedCase();
        Page page = link(repair);
        Page old = page;
        page = sends(page, "decline", "answer", "another", "words", "想换便宜的水龙头");
        assertThat(repair.openTasks()).containsExactly(QUOTE_REPAIR);
        repair.does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 20));
        assertThat(sends(old, "agree", "name", "张三").body())
                .as("the quote of before")
                .contains("报价已经更新");
        assertThat(repair.openTasks()).containsExactly(OBTAIN_CONSENT);

        page = sends(phone.opens(page.path()), "decline", "answer", "no", "words", "不修了");
        assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);
        repair.does("clerk1", CALL_BACK_OWNER, notReached());
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(repair.openTasks()).contains(CALL_BACK_OWNER);
        page = phone.opens(page.path());
        assertThat(page.body()).contains("请您评价").doesNotContain("故障修好了吗");
        sends(page, "rate", "fixed", "yes", "score", "4");
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"yes, 2, Task_ImproveService, ''", "no, 4, Task_PickUpSlip, 还在滴水", "yes, 3, '', ''"})
    @Tag("4.3.6")
    @Tag("S7")
    @Tag("Q6")
    @DisplayName("a rating in place of a call leads where the call would have led")
    void ratingLeads(String fixed, String score, String task, String words) {
        RepairCase repair = toBeCalledBack().does("clerk2", CALL_BACK_OWNER, notReached());
        sends(link(repair), "rate", "fixed", fixed, "score", score, "words", words);
        assertThat(repair.openTasks()).isEqualTo(task.isEmpty() ? Set.of() : Set.of(task));
        assertThat(repair.slip().state().ended()).isEqualTo(task.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"yes, 5, ''", "yes, 3, ''", "yes, 2, 2 分：业主不满意", "no, 4, 4 分：业主反映没有修好"})
    @Tag("4.3.6")
    @Tag("S7")
    @Tag("Q6")
    @DisplayName(
            "after a call an owner rates once; the closed slip stays closed, and a bad rating reaches the head of customer service")
    void ratingAfterTheCall(String fixed, String score, String told) {
        RepairCase repair = toBeCalledBack().does("clerk2", CALL_BACK_OWNER, satisfied());
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        Page page = link(repair);
        Page tab = phone.opens(page.path());
        assertThat(page.body()).contains("请您评价", "客服已经电话回访过您", "您的评价：<b>5 分</b>");

        page = sends(page, "rate", "fixed", fixed, "score", score, "words", "又滴水了");
        assertThat(page.body()).contains("已关闭", "您的评价：<b>" + score + " 分</b>").doesNotContain("请您评价");
        assertThat(sends(tab, "rate", "fixed", "yes", "score", "5").body()).contains("您已经评价过了");

        assertThat(repair.trail()).endsWith("4.3.6 业主在网页上评价 " + score + " 分，业主说：又滴水了（代替回访时的 5 分）");
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(toldLead(repair)).hasSize(told.isEmpty() ? 0 : 1).allSatisfy(text -> assertThat(text)
                .contains(told));
    }

    @Test
    @Tag("4.3.6")
    @Tag("S7")
    @DisplayName(
            "an owner may also rate after the last call in vain, but not while something is being improved or done again")
    void ratingBesideTheCall() {
        RepairCase neverReached = toBeCalledBack();
        for (int call = 1; call <= 3; call++) {
            neverReached.does("clerk2", CALL_BACK_OWNER, notReached());
            office.timePasses(Duration.ofHours(4));
            neverReached.dueTimersFire();
        }
        assertThat(neverReached.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(sends(link(neverReached), "rate", "fixed", "yes", "score", "1")
                        .body())
                .contains("您的评价：<b>1 分</b>");
        assertThat(toldLead(neverReached)).hasSize(1);

        RepairCase improving = toBeCalledBack().does("clerk2", CALL_BACK_OWNER, dissatisfied());
        RepairCase reworked = toBeCalledBack().does("clerk2", CALL_BACK_OWNER, notFixed());
        for (RepairCase underWay : List.of(improving, reworked)) {
            Page page = link(underWay);
            assertThat(page.body()).doesNotContain("请您评价");
            assertThat(sends(page, "rate", "fixed", "yes", "score", "5").body()).contains("这一步现在办不了");
        }
        improving.does("clerklead", IMPROVE_SERVICE, improved());
        assertThat(sends(link(improving), "rate", "fixed", "yes", "score", "5").body())
                .contains("您的评价：<b>5 分</b>");
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.1")
    @DisplayName("a form that is sent twice counts once, in whatever tab")
    void sentTwice() {
        RepairCase repair = reportedCase();
        Page page = link(repair);
        Map<String, String> form = page.filled("words", "什么时候来");
        phone.sends(page.path() + "/urge", form);
        assertThat(phone.sends(page.path() + "/urge", form).body()).contains("刚才已经提交过");
        assertThat(said(repair)).isEqualTo(1);
        sends(phone.opens(page.path()), "complain", "words", "态度不好");
        assertThat(said(repair)).isEqualTo(2);
        for (String key : List.of("", "x", "1' or '1'='1", UUID.randomUUID() + "0")) {
            assertThat(sends(page, "urge", "words", "快一点", "key", key).status()).isEqualTo(400);
        }
        assertThat(said(repair)).isEqualTo(2);
    }

    private static long said(RepairCase repair) {
        return repair.trail().stream()
                .filter(line -> line.contains("业主催办") || line.contains("业主投诉"))
                .count();
    }

    @Test
    @Tag("S1")
    @DisplayName(
            "the same report is opened once; the same fault once more is shown, and can be urged or reported as another one")
    void sameFault() {
        Map<String, String> form = phone.opens("/report").filled(fault());
        Page first = phone.sends("/report", form, Map.of());
        RepairCase repair = caseOf(first);
        Page again = phone.sends("/report", form, Map.of());
        assertThat(again.body()).contains("刚才已经提交过", repair.number());
        assertThat(again.path()).as("a link is never told twice").isNotEqualTo(first.path());

        Page same = phone.sends("/report", phone.opens("/report").filled(fault()), Map.of());
        assertThat(same.body()).contains("这里已有您报修的维修单", repair.number(), "催办");
        assertThat(phone.sends("/report/urge", same.filled(fault())).body()).contains("已催办");
        assertThat(said(repair)).isEqualTo(1);
        assertThat(phone.sends("/report/urge", same.filled(change("phone", "13700000000")))
                        .status())
                .isEqualTo(404);

        Page another = phone.sends("/report", same.filled(change("another", "yes")), Map.of());
        assertThat(caseOf(another).number()).isNotEqualTo(repair.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u2060", "\u00AD"})
    @Tag("found:D2")
    @DisplayName("what nobody can see fills in no field")
    void invisibleReports(String nothing) {
        for (String field : List.of("place", "fault", "name", "phone")) {
            Page page = phone.sends("/report", phone.opens("/report").filled(change(field, nothing)), Map.of());
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).contains("请填写");
        }
        assertThat(slips.openAt("一号管理处", place())).isEmpty();
    }

    @Test
    @Tag("found:D11")
    @DisplayName("a description of 5,000 characters is refused with its length and its limit, and comes back whole")
    void longDescription() {
        String fault = "漏".repeat(5000);
        Page page = phone.sends("/report", phone.opens("/report").filled(change("fault", fault)), Map.of());
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains("“故障情况”最多 800 个字，现在有 5000 个", fault)
                .doesNotContain("maxlength")
                .contains("data-most=\"800\"", "counter.js");
        assertThat(slips.openAt("一号管理处", place())).isEmpty();

        Page slip = reports(Map.of());
        assertThat(slip.body()).doesNotContain("maxlength").contains("data-most=\"1000\"", "counter.js");
        Page refused = sends(slip, "urge", "words", "急".repeat(1001));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("最多 1000 个字，现在有 1001 个", "急".repeat(1001));
        caseOf(slip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0755-88886666-801",
                "0755-88886666转801",
                "400-820-8820",
                "+852 9123 4567",
                "0086 138 0013 8000",
                "(+86)13800138000",
                "１３８００１３８０００"
            })
    @Tag("found:D4")
    @DisplayName("what can be dialled is taken, as it was typed")
    void telephones(String typed) {
        Page page = phone.sends("/report", phone.opens("/report").filled(change("phone", typed)), Map.of());
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(caseOf(page).slip().report().reporterPhone()).isEqualTo(Texts.line(typed));
    }

    @Test
    @Tag("S2")
    @DisplayName("what is missing or wrong is said, what was filled in stays, and nothing is opened")
    void wrongReports() {
        for (String field : List.of("office", "place", "fault", "name", "phone")) {
            Page page = phone.sends("/report", phone.opens("/report").filled(change(field, " ")), Map.of());
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.body()).contains("请填写").contains(field.equals("place") ? "厨房水龙头漏水" : place());
        }
        for (String number : List.of("110", "12345678901", "电话", "<script>")) {
            assertThat(phone.sends("/report", phone.opens("/report").filled(change("phone", number)), Map.of())
                            .body())
                    .contains("11 位手机号")
                    .doesNotContain("<script>");
        }
        Map<String, byte[]> six = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            six.put("photo" + i + ".jpg", Uploads.jpeg(64, 64));
        }
        assertThat(phone.sends("/report", phone.opens("/report").filled(fault()), six)
                        .body())
                .contains("照片最多 5 张");
        Page large =
                phone.sends("/report", phone.opens("/report").filled(fault()), Map.of("photo.jpg", new byte[50 << 20]));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body()).contains("照片太大");
        assertThat(slips.openAt("一号管理处", place())).isEmpty();
    }

    @Test
    @DisplayName(
            "a link that went to a wrong number opens nothing once the number is put right; the owner's own goes on")
    void linksOfAWrongNumber() {
        RepairCase repair = reportedCase();
        Page own = link(repair);
        String telephone = repair.slip().report().reporterPhone();
        String sent = URI.create(tokens.issueFor(repair.number(), telephone)).getPath();
        assertThat(phone.opens(sent).body()).contains(repair.number());

        contacts.correctTelephone(repair.number(), "13900000009", Person.system());

        assertThat(phone.opens(sent).body()).contains("链接无效").doesNotContain(repair.number());
        assertThat(phone.opens(own.path()).body()).contains(repair.number());
        assertThat(phone.opens(URI.create(tokens.issueFor(repair.number(), "13900000009"))
                                .getPath())
                        .body())
                .contains(repair.number());
    }

    @Test
    @DisplayName("wrong, foreign, replaced and expired links open nothing, and guessing is stopped")
    void links() {
        RepairCase repair = reportedCase();
        RepairCase other = reportedCase();
        Page page = link(repair);
        photos.add(other.number(), PhotoKind.REPORT, List.of(Picture.of(Uploads.jpeg(64, 64))), Person.owner());
        long foreign = photos.of(other.number()).get(0).id();
        assertThat(phone.opens(page.path() + "/photos/" + foreign).status()).isEqualTo(404);
        assertThat(database.sql("select count(*) from owner_link where token_hash = ?")
                        .param(page.path().substring(3))
                        .query(Integer.class)
                        .single())
                .as("a token is not kept")
                .isZero();
        assertThat(page.path().substring(3)).hasSizeGreaterThanOrEqualTo(22);

        String fresh = phone.sendsAs("clerk1", "/links/" + repair.number()).body();
        assertThat(fresh).contains("/r/");
        assertThat(phone.opens(page.path()).body()).contains("链接无效");
        assertThat(phone.opensAs("tech1", "/links/" + repair.number()).status()).isEqualTo(403);

        Page own = link(repair);
        sends(own, "cancel", "words", "自己修好了");
        assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
        office.timePasses(Duration.ofDays(30).minusMinutes(1));
        assertThat(phone.opens(own.path()).body())
                .contains("已取消")
                .as("what was done until then")
                .containsPattern("class=\"done\"[^/]*接收报修")
                .containsPattern("class=\"ahead\"[^/]*维修实施");
        office.timePasses(Duration.ofMinutes(1));
        assertThat(phone.opens(own.path()).status()).isEqualTo(404);

        OwnersPhone guesser = new OwnersPhone(port);
        for (int i = 0; i < 60; i++) {
            assertThat(guesser.opens("/r/" + UUID.randomUUID()).status()).isEqualTo(404);
        }
        assertThat(guesser.opens("/r/" + UUID.randomUUID()).status()).isEqualTo(429);
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("S6")
    @DisplayName(
            "consent after cancellation, acceptance after refusal, and steps out of turn say why, and nothing moves")
    void outOfTurn() {
        RepairCase cancelled = quotedCase();
        Page open = link(cancelled);
        cancelled.ownerCalls("cancel");
        Page page = sends(open, "agree", "name", "张三");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("这一步现在办不了", "已取消");
        assertThat(cancelled.slip().state()).isEqualTo(SlipState.CANCELLED);

        RepairCase refused = quotedCase();
        page = link(refused);
        Page tab = phone.opens(page.path());
        sends(page, "decline", "answer", "no", "words", "太贵");
        assertThat(sends(tab, "agree", "name", "张三").body()).contains("这一步现在办不了");
        assertThat(sends(tab, "accept", accepted(), "round", "0").body()).contains("这一步现在办不了");
        assertThat(sends(tab, "cancel", "words", "不要了").body()).contains("已不能取消");
        assertThat(refused.slip().state()).isEqualTo(SlipState.REFUSED);
        assertThat(refused.openTasks()).containsExactly(CALL_BACK_OWNER);

        RepairCase reported = reportedCase();
        page = link(reported);
        for (Map.Entry<String, Map<String, String>> step : Map.of(
                        "reschedule",
                        page.filled("time", "2020-06-09T10:00"),
                        "reject",
                        page.filled("round", "0", "words", "不好"),
                        "rate",
                        page.filled("fixed", "yes", "score", "5"))
                .entrySet()) {
            assertThat(phone.sends(page.path() + "/" + step.getKey(), step.getValue())
                            .body())
                    .contains("这一步现在办不了");
        }
        assertThat(phone.sends(page.path() + "/close", page.hidden()).status()).isEqualTo(404);
        assertThat(reported.openTasks()).containsExactly(REGISTER_REQUEST);
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName(
            "of two answers to one quote that are sent at the same moment one counts, and the other reads why it does not")
    void atTheSameMoment() {
        RepairCase repair = quotedCase();
        Page yes = link(repair);
        Page no = phone.opens(yes.path());
        CompletableFuture<Page> first = CompletableFuture.supplyAsync(() -> sends(yes, "agree", "name", "张三"));
        CompletableFuture<Page> second =
                CompletableFuture.supplyAsync(() -> sends(no, "decline", "answer", "another", "words", "太贵"));
        List<Page> answers = List.of(first.join(), second.join());

        assertThat(answers).extracting(Page::status).containsExactlyInAnyOrder(200, 400);
        assertThat(answers).filteredOn(page -> page.status() == 400).allSatisfy(page -> assertThat(page.body())
                .containsAnyOf("这一步现在办不了", "刚刚被别人更新过", "报价已经更新"));
        assertThat(repair.openTasks())
                .containsExactly(answers.get(0).status() == 200 ? CARRY_OUT_REPAIR : QUOTE_REPAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    @DisplayName("a form of another site changes nothing")
    void formsFromElsewhere(String site) {
        RepairCase repair = reportedCase();
        Page page = link(repair);
        assertThat(phone.sends(page.path() + "/urge", page.filled("words", "快"), "Sec-Fetch-Site", site)
                        .status())
                .isEqualTo(403);
        assertThat(phone.sends("/report", phone.opens("/report").filled(fault()), "Sec-Fetch-Site", site)
                        .body())
                .contains("没有提交");
        assertThat(repair.slip().severity().repeatCount()).isZero();
    }

    @Test
    @DisplayName("five reports of one telephone in an hour are enough, whatever their address")
    void tooManyReports() {
        for (int i = 0; i < 5; i++) {
            cases.add(caseOf(
                    phone.sends("/report", phone.opens("/report").filled(change("place", place() + i)), Map.of())));
        }
        Page page = new OwnersPhone(port)
                .sends("/report", phone.opens("/report").filled(change("place", place() + 5)), Map.of());
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("操作太频繁");
    }

    @Test
    @DisplayName("a browser runs nothing inside the page, keeps nothing, and tells nobody the link")
    void headers() {
        Page page = link(reportedCase());
        assertThat(page.answer().headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.answer().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.answer().headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.answer().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContainPattern(" on\\w+=")
                .doesNotContainPattern("<script>");
    }

    @Test
    @Tag("found:C8")
    @DisplayName("of several photos the good ones are kept, and each other one is named with its reason")
    void oneOfSeveralPhotos() {
        Map<String, byte[]> chosen = new LinkedHashMap<>();
        chosen.put("IMG_1.jpg", Uploads.jpeg(64, 64));
        chosen.put("IMG_2.HEIC", Uploads.heic());
        chosen.put("客厅 <b>.gif", Uploads.gif());
        chosen.put("empty.jpg", new byte[0]);
        chosen.put("MVIMG_5.jpg", Uploads.motionPhoto());

        Page page = reports(chosen);

        RepairCase repair = caseOf(page);
        assertThat(photos.of(repair.number())).hasSize(2);
        assertThat(page.body())
                .contains("报修成功", "第 2 张（IMG_2.HEIC）没有保存：苹果手机的 HEIC", "第 3 张没有保存：GIF", "第 4 张（empty.jpg）没有保存：文件是空的")
                .doesNotContain("第 1 张", "第 5 张", "<b>.gif");
        for (String forged : List.of("1.EMPTY.%3Cscript%3E", "x", "1.NONE", "1.EMPTY.请付款.com")) {
            assertThat(phone.opens(page.path() + "?photo=" + URLEncoder.encode(forged, StandardCharsets.UTF_8))
                            .body())
                    .doesNotContain("没有保存");
        }
    }

    @Test
    @Tag("found:C8")
    @DisplayName("a report is taken though none of its photos can be")
    void noGoodPhoto() {
        Page page = reports(Map.of("big.png", Uploads.blank(10_000, 10_000)));
        assertThat(photos.of(caseOf(page).number())).isEmpty();
        assertThat(page.body()).contains("报修成功", "第 1 张（big.png）没有保存：照片太大");
    }

    @Test
    @Tag("4.3.3")
    @Tag("Q5")
    @Tag("found:E6")
    @DisplayName("who works on a slip sees the photos and adds those of the work; nobody else does")
    void photosOfStaff() {
        RepairCase repair = caseOf(reports(Map.of("a.jpg", Uploads.jpeg(400, 300))));
        String page = "/slips/" + repair.number() + "/photos";
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(phone.opens(page).status()).isEqualTo(401);
        assertThat(phone.opensAs("tech3", page).status()).isEqualTo(403);
        assertThat(phone.opensAs("tech1", page).body()).contains("报修照片").doesNotContain("维修后照片 1");

        assertThat(phone.sends(page, Map.of("kind", "AFTER"), Map.of("b.jpg", Uploads.jpeg(400, 300)), "tech1")
                        .status())
                .isEqualTo(302);
        assertThat(photos.of(repair.number(), PhotoKind.AFTER)).hasSize(1);
        assertThat(phone.opensAs("clerk1", page).body()).contains("维修后照片 1");
        Map<String, byte[]> goodAndBad = new LinkedHashMap<>();
        goodAndBad.put("b.heic", Uploads.heic());
        goodAndBad.put("c.jpg", Uploads.jpeg(400, 300));
        Page added = phone.sends(page, Map.of("kind", "AFTER"), goodAndBad, "tech1");
        String there =
                added.answer().headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(phone.opensAs("tech1", there).body()).contains("第 1 张（b.heic）没有保存：苹果手机的 HEIC");
        assertThat(photos.of(repair.number(), PhotoKind.AFTER)).hasSize(2);
        assertThat(phone.sends(page, Map.of("kind", "SIGNATURE"), Map.of("b.jpg", Uploads.jpeg(64, 64)), "tech1")
                        .status())
                .isEqualTo(400);
        assertThat(photos.of(repair.number(), PhotoKind.SIGNATURE)).isEmpty();
        repair.does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).as("photos disturb nobody at a form").containsExactly(QUOTE_REPAIR);
    }

    @Test
    @DisplayName("the poster leads to the form with the office filled in")
    void poster() {
        assertThat(phone.opens("/report/poster?office=" + OFFICE).body())
                .contains("扫码报修", "一号管理处", "src=\"data:image/png");
        assertThat(phone.opens("/report?office=" + OFFICE).body()).contains("value=\"一号管理处\" selected");
        for (String unknown : List.of("/report/poster", "/report/poster?office=9")) {
            assertThat(phone.opens(unknown).body())
                    .contains("选择管理处", "/report/poster?office=" + OFFICE)
                    .doesNotContain("<img");
        }
    }

    @Test
    @Tag("S1")
    @Tag("4.5.1")
    @DisplayName(
            "the poster of a lift leads to the form with the lift filled in; a place that the register does not have has none")
    void posterOfAPlace() throws Exception {
        Place lift = places.publicPlaces("一号管理处").get(0);
        String address = "/report/poster?office=" + OFFICE + "&place=" + lift.id();
        assertThat(phone.opens("/report/poster").body()).contains("place=" + lift.id(), ">" + lift.label() + "</a>");
        String poster = phone.opens(address).body();
        assertThat(poster).contains("扫码报修", "一号管理处", lift.label(), "地点已经填好");

        String form = scanned(poster);
        assertThat(form).startsWith("/report?office=" + OFFICE + "&place=");
        assertThat(phone.opens(form).body())
                .contains("value=\"一号管理处\" selected", "value=\"" + lift.label() + "\"", "name=\"public\" checked");
        assertThat(places.locate("一号管理处", lift.label()).placeId())
                .as("what is filled in is that place")
                .isEqualTo(lift.id());

        String elsewhere = URLEncoder.encode("二号管理处", StandardCharsets.UTF_8);
        for (String none : List.of("office=" + OFFICE + "&place=0", "office=" + elsewhere + "&place=" + lift.id())) {
            assertThat(phone.opens("/report/poster?" + none).body())
                    .contains("选择管理处")
                    .doesNotContain("<img");
        }
    }

    /** What a phone reads from the square code of a page, without the address of the application. */
    private static String scanned(String page) throws Exception {
        Matcher picture = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(page);
        assertThat(picture.find()).isTrue();
        BufferedImage code =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture.group(1))));
        int[] pixels = code.getRGB(0, 0, code.getWidth(), code.getHeight(), null, 0, code.getWidth());
        return new MultiFormatReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(code.getWidth(), code.getHeight(), pixels))))
                .getText()
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    @Tag("S1")
    @Tag("S2")
    @DisplayName(
            "who comes without a poster chooses among the offices that clerks choose from, and reports to no other")
    void offices() {
        assertThat(phone.opens("/report").body())
                .contains("<option value=\"\">请选择", "value=\"一号管理处\">", "value=\"二号管理处\">")
                .doesNotContain("selected");
        assertThat(phone.opens("/report?office=9").body()).doesNotContain("selected");
        Page page = phone.sends("/report", phone.opens("/report").filled(change("office", "九号管理处")), Map.of());
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("没有“九号管理处”这个管理处", "厨房水龙头漏水");
    }

    private Page sends(Page page, String action, String... fields) {
        return phone.sends(page.path().replaceAll("(/r/[^/]+).*", "$1") + "/" + action, page.filled(fields));
    }

    private Page sends(Page page, String action, Map<String, String> fields, String... more) {
        Map<String, String> form = page.filled(more);
        form.putAll(fields);
        return phone.sends(page.path().replaceAll("(/r/[^/]+).*", "$1") + "/" + action, form);
    }

    private static Map<String, String> accepted() {
        return Map.of("name", "张三", "restored", "on", "cleared", "on", "signature", OwnersPhone.signature());
    }

    private String place() {
        return "3 栋 " + telephone.substring(3);
    }

    private String[] fault() {
        return new String[] {
            "office",
            "一号管理处",
            "place",
            place(),
            "fault",
            "厨房水龙头漏水",
            "convenient",
            "今晚 7 点以后",
            "name",
            "张三",
            "phone",
            telephone
        };
    }

    /** The same report with one field changed or added. */
    private String[] change(String field, String value) {
        List<String> pairs = new ArrayList<>(List.of(fault()));
        pairs.addAll(List.of(field, value));
        return pairs.toArray(String[]::new);
    }

    private Page reports(Map<String, byte[]> photos) {
        Page page = phone.sends("/report", phone.opens("/report").filled(fault()), photos);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }

    private RepairCase caseOf(Page page) {
        assertThat(page.path()).startsWith("/r/");
        RepairCase repair = office.ofSlip(
                tokens.open(page.path().substring(3)).orElseThrow().number());
        cases.add(repair);
        return repair;
    }

    private RepairCase reportedCase() {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place()));
        cases.add(repair);
        return repair;
    }

    private RepairCase quotedCase() {
        return reportedCase()
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted());
    }

    private RepairCase toBeCalledBack() {
        return TapRepair.billed(quotedCase().does("tech1", OBTAIN_CONSENT, agreed()));
    }

    private List<String> toldLead(RepairCase repair) {
        return messages.of("clerklead").stream()
                .filter(message ->
                        message.event() == Event.RATED_BADLY && repair.number().equals(message.slipNumber()))
                .map(Message::text)
                .toList();
    }

    private Page link(RepairCase repair) {
        return phone.opens("/r/" + tokens.token(repair.number()));
    }
}
