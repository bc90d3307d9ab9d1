package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.browser.Tasklist.MINE;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.baoxiu.photo.Photo;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Owners and technicians with a phone of 390×844 each: the whole repair, also through a cellar without a network. */
@BrowserTest
@DisplayName("手机上的维修")
class RepairOnThePhoneTest {

    private static final String[] ARRIVAL_CHECKS = {"着装整齐，态度礼貌", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐", "先敲门，经同意后进门；有地毯的穿鞋套"};
    private static final String[] COMPLETION_CHECKS = {"功能已恢复", "现场已清理", "作业安全，未留隐患", "工具放在垫布上"};

    @LocalServerPort
    int port;

    @Autowired
    Office atTheDesk;

    @Autowired
    Slips slips;

    @Autowired
    Photos photos;

    private OfficeBrowser office;
    private Tasklist clerk;

    @BeforeAll
    void theOfficeOpens() {
        office = new OfficeBrowser("http://localhost:" + port);
        clerk = office.of("clerk1");
    }

    @AfterEach
    void thePhonesArePutAway() {
        office.rests(clerk);
    }

    @AfterAll
    void theOfficeCloses() {
        if (office != null) {
            office.close();
        }
    }

    @Test
    @Tag("3.2")
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("4.3.3")
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    void fromThePickUpToTheSignature() {
        String slip = registered("3 栋 502");
        PhoneScreen phone = office.phone().logsIn("tech1").reads("可认领的任务", "领单或派单", "3 栋 502", "更换水龙头", "还剩");
        phone.isGood("list").inGuide("phone-tasks");

        phone.opens("领单或派单", slip).reads("扳手");
        phone.isGood("offered");
        phone.claims(slip).isRefused("领单前请备好工具和材料").ticks("工具和材料已备齐").sends();

        TaskForm visit = phone.showsList().opens("上门", slip).misses("上门结果");
        looksAtEach(phone, visit, "上门结果", "业主不在", "转给他人", "退单");
        visit.chooses("上门结果", "已到场").ticks(ARRIVAL_CHECKS);
        phone.takesPhoto("拍维修前照片", photo()).isGood("visit");
        phone.showsForm(slip).sends();

        phone.showsList()
                .hasKept()
                .isSlow(() -> phone.taps("现场确认并报价", slip).isOpening("3 栋 502").isGood("before-the-form"));
        TaskForm quote = phone.showsForm(slip);
        phone.hasKept().losesTheNetwork();
        quote.writes("查明的原因", "阀芯老化").writes("维修内容", "更换水龙头").writesMaterial(1, "水龙头", "1", "45.5");
        phone.isGood("offline").reloads().showsForm(slip).reads("已恢复您上次没有提交的内容");
        phone.isGood("restored").tries("完成", "等待提交 1 项").isGood("waiting");
        phone.looksFor("no-such-task").reads("手机连不上网络").isGood("no-network").isOnlineAgain();
        phone.reads("任务已不由您办理");

        phone.looksAtList().reads("征得业主同意").waits(0).opens("征得业主同意", slip);
        phone.looksAtList()
                .readsNot("有没提交的内容")
                .opens("征得业主同意", slip)
                .reads("95.50 元")
                .chooses("业主意见", "同意，开始维修")
                .writes("同意人", "张三");
        phone.isGood("consent").showsForm(slip).sends();
        TaskForm work = phone.showsList().opens("实施维修", slip);
        looksAtEach(phone, work, "维修进展", "内容或价格有变，重新报价", "需要技术支援", "现在修不了，暂缓");
        work.chooses("维修进展", "已修好").writes("完成的内容", "更换水龙头并试水").ticks(COMPLETION_CHECKS);
        phone.takesPhoto("拍维修后照片", photo()).isGood("work");
        phone.showsForm(slip).sends();

        TaskForm acceptance = phone.showsList().opens("业主验收", slip);
        looksAtEach(phone, acceptance, "业主验收", "不合格，重修");
        acceptance.chooses("业主验收", "合格").writes("验收人", "张三");
        phone.signs().isTicked("验收人已签字").inGuide("phone-signature").isGood("signature");
        phone.showsForm(slip).sends();
        phone.showsList().opens("反馈维修结果", slip);
        phone.isGood("result").showsForm(slip).sends();
        phone.showsList()
                .reads("您手上没有任务")
                .isGood("nothing-to-do")
                .looksAtPhotos(slip)
                .isGood("photos");
        phone.looksAtList().logsOut();

        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CONFIRMED);
        assertThat(slips.get(slip).agreement().consentedAmount()).isEqualByComparingTo("95.50");
        assertThat(photos.of(slip))
                .extracting(Photo::kind)
                .containsExactly(PhotoKind.BEFORE, PhotoKind.AFTER, PhotoKind.SIGNATURE);
    }

    @Test
    @DisplayName("业主和维修人员各拿一部手机，从报修到评价；答复报价和评价不用脚本")
    @Tag("S1")
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("S7")
    @Tag("Q4")
    @Tag("Q6")
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    @Tag("4.3.6")
    @Tag("found:D1")
    void twoPhones() {
        OwnerScreen plain = office.owner(false);
        OwnerScreen owner = office.owner(true)
                .opens("/report/poster")
                .isGood("owner-posters")
                .opens("/report/poster?office=一号管理处")
                .isGood("owner-poster")
                .opens("/report?office=一号管理处")
                .isGood("owner-report")
                .writes("地点（楼栋和房号）", "6 栋 601")
                .writes("故障情况", "卫生间水龙头漏水")
                .writes("您的姓名", "王五")
                .writes("联系电话", "13900000601")
                .attaches(Uploads.jpeg(1200, 900))
                .presses("提交报修")
                .reads("报修成功", "报修登记", "还剩", "报修照片")
                .isGood("owner-follow");
        String slip = owner.slipNumber();
        String link = owner.address();

        clerk.reloads();
        clerk.claims("登记报修", slip)
                .reads("卫生间水龙头漏水")
                .selects("维修项目", "更换水龙头（PL-01）")
                .sends();
        PhoneScreen technician = office.phone().logsIn("tech1");
        technician.opens("领单或派单", slip).reads("6 栋 601");
        technician.claims(slip).ticks("工具和材料已备齐").sends();
        owner.opens(link)
                .reads("水电工")
                .unfolds("催办")
                .unfolds("改约上门时间")
                .unfolds("投诉")
                .unfolds("取消报修")
                .isGood("owner-picked-up");
        technician
                .showsList()
                .opens("上门", slip)
                .chooses("上门结果", "已到场")
                .ticks(ARRIVAL_CHECKS)
                .sends();
        technician
                .showsList()
                .opens("现场确认并报价", slip)
                .writes("查明的原因", "阀芯老化")
                .writes("维修内容", "更换水龙头")
                .writesMaterial(1, "水龙头", "1", "45")
                .types("单价（元）", 1, "４５。５", "45.5");
        technician.isGood("quote").showsForm(slip).sends();

        owner.opens(link).reads("请您答复报价", "95.50 元").unfolds("不同意").isGood("owner-quote");
        plain.opens(link).writes("您的姓名", "王五").presses("同意维修内容和金额").reads("已办理", "维修中");
        owner.opens(link).reads("维修中").isGood("owner-agreed");
        technician
                .looksAtList()
                .opens("实施维修", slip)
                .reads("业主同意的金额：95.50 元")
                .writes("完成的内容", "更换水龙头并试水")
                .ticks(COMPLETION_CHECKS);
        technician.takesPhoto("拍维修后照片", photo()).showsForm(slip).sends();

        owner.opens(link)
                .reads("请您验收", "维修后")
                .writes("签字人姓名", "王五")
                .ticks("功能已恢复", "现场已清理干净")
                .presses("验收合格，提交签字")
                .reads("还没有签字")
                .isGood("owner-unsigned")
                .signs()
                .isGood("owner-accept")
                .unfolds("不合格，要求重修")
                .isGood("owner-reject")
                .unfolds("不合格，要求重修")
                .presses("验收合格，提交签字")
                .reads("已办理")
                .isGood("owner-accepted");
        technician.looksAtList().opens("反馈维修结果", slip).sends();
        technician.showsList();
        clerk.claims("审核费用", slip).reads("95.50 元").sends();
        office.of("clerk2")
                .claims("回访业主", slip)
                .chooses("回访结果", "已联系上")
                .chooses("故障修好了吗？", "修好了")
                .chooses("满意度", "4 满意")
                .sends();

        owner.opens(link).reads("已关闭", "请您评价").isGood("owner-rate");
        plain.opens(link)
                .ticks("修好了")
                .selects("满意度", "5 分 很满意")
                .writes("您的意见（可不填）", "又快又好")
                .presses("提交评价")
                .reads("已办理", "您的评价：5 分");
        owner.opens(link).reads("您的评价：5 分").isGood("owner-closed");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CLOSED);
        assertThat(slips.get(slip).agreement().finalAmount()).isEqualByComparingTo("95.50");
        assertThat(photos.of(slip))
                .extracting(Photo::kind)
                .containsExactly(PhotoKind.REPORT, PhotoKind.AFTER, PhotoKind.SIGNATURE);
    }

    @Test
    @DisplayName("不运行脚本的浏览器也能报修、催办、投诉、取消")
    @Tag("S1")
    @Tag("4.2.1.1")
    void withoutScripts() {
        OwnerScreen owner = office.owner(false)
                .opens("/report?office=一号管理处")
                .writes("地点（楼栋和房号）", "6 栋 602")
                .writes("故障情况", "卫生间水龙头漏水")
                .writes("您的姓名", "王五")
                .writes("联系电话", "13900000602")
                .presses("提交报修")
                .reads("报修成功");
        String slip = owner.slipNumber();
        owner.unfolds("催办").writes("想对客服说的话", "请快一点").presses("催办").reads("已办理");
        owner.unfolds("投诉").writes("投诉内容", "没有人接电话").presses("投诉").reads("已办理");
        owner.unfolds("取消报修").writes("取消的原因", "自己修好了").presses("取消报修").reads("已办理", "已取消");
        assertThat(slips.history(slip))
                .extracting(HistoryEntry::text)
                .anyMatch(text -> text.contains("请快一点"))
                .anyMatch(text -> text.contains("没有人接电话"));
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @DisplayName("出错的页面也看得懂、用得了")
    void pagesThatSayWhatWentWrong() {
        OwnerScreen owner = office.owner(true);
        owner.opens("/r/no-such-link").reads("链接无效").isGood("owner-wrong-link");
        owner.opens("/report/no-such-page").reads("没有这个页面").isGood("no-such-page");
        owner.opens("/report?office=一号管理处")
                .writes("地点（楼栋和房号）", "6 栋 603")
                .writes("故障情况", "漏水")
                .writes("您的姓名", "王五")
                .writes("联系电话", "110")
                .presses("提交报修")
                .reads("11 位手机号")
                .isGood("owner-report-refused")
                .writes("联系电话", "13900000603")
                .presses("提交报修")
                .reads("报修成功");
        String link = owner.address();
        owner.opens("/report?office=一号管理处")
                .writes("地点（楼栋和房号）", "6 栋 603")
                .writes("故障情况", "还在漏水")
                .writes("您的姓名", "王五")
                .writes("联系电话", "13900000603")
                .presses("提交报修")
                .reads("这里已有您报修的维修单")
                .isGood("owner-same-fault")
                .presses("是同一个问题，催办")
                .reads("已催办")
                .isGood("owner-urged");
        owner.opens(link)
                .unfolds("取消报修")
                .writes("取消的原因", "自己修好了")
                .presses("取消报修")
                .reads("已取消")
                .isGood("owner-cancelled");

        owner.opens("/r/no-such-link").isGood("owner-no-such-link");
        office.phone().failsToLogIn("tech3").isGood("login-refused");
        office.phone()
                .logsIn("tech1")
                .looksFor("no-such-task")
                .reads("任务已不由您办理")
                .isGood("no-such-task");
    }

    @Test
    @Tag("found:C7")
    void whatArrivedIsDoneThoughItsAnswerWasLost() {
        String slip = registered("4 栋 102");
        String sending = "**/forms/*";
        PhoneScreen phone = office.phone().logsIn("tech1").hasKept();
        phone.opens("领单或派单", slip);
        phone.claims(slip).ticks("工具和材料已备齐");
        phone.losesTheAnswerTo(sending).tries("完成", "等待提交 1 项").hasAnswersAgainTo(sending);
        assertThat(slips.get(slip).technician()).isEqualTo("tech1");
        phone.reads("上门").keepsNothing();

        phone.opens("上门", slip).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.losesTheAnswerTo(sending).tries("完成", "等待提交 1 项").hasAnswersAgainTo(sending);
        phone.showsList().keepsNothing();
        assertThat(slips.history(slip))
                .filteredOn(line -> line.text().contains("敲门无人应答"))
                .hasSize(1);
        phone.logsOut();
    }

    @Test
    @Tag("found:C8")
    void fivePhotosOfWhichOneIsBadOnASlowLine() {
        Map<String, byte[]> five = new LinkedHashMap<>();
        for (int i = 1; i <= 5; i++) {
            five.put("IMG_" + i + ".jpg", i == 3 ? Uploads.heic() : Uploads.noise(1200, 900));
        }
        OwnerScreen owner = office.owner(true)
                .opens("/report?office=一号管理处")
                .writes("地点（楼栋和房号）", "6 栋 605")
                .writes("故障情况", "卫生间漏水")
                .writes("您的姓名", "王五")
                .writes("联系电话", "13900000605")
                .attaches(five);
        owner.isSlow(150_000).presses("提交报修").reads("正在上传 ").isGood("owner-sending");
        owner.reads("报修成功", "第 3 张（IMG_3.jpg）没有保存：苹果手机的 HEIC").isGood("owner-one-photo-bad");
        assertThat(photos.of(owner.slipNumber())).hasSize(4);
        owner.lies(Duration.ofSeconds(21)).readsNoLonger("报修成功").reads("第 3 张（IMG_3.jpg）没有保存：苹果手机的 HEIC");

        owner.unfolds("补充情况或照片")
                .writes("补充的情况", "天花板也湿了")
                .attaches(Map.of("IMG_6.jpg", Uploads.noise(1200, 900), "IMG_7.jpg", Uploads.noise(1200, 900)))
                .presses("提交")
                .reads("正在上传 ", "报修照片最多 5 张，已有 4 张，这次选了 2 张");
        owner.attaches(Map.of("IMG_6.jpg", Uploads.noise(1200, 900)))
                .presses("提交")
                .reads("已办理", "天花板也湿了");
        assertThat(photos.of(owner.slipNumber())).hasSize(5);
        owner.unfolds("取消报修").writes("取消的原因", "自己修好了").presses("取消报修").reads("已取消");
    }

    @Test
    @Tag("3.3")
    void whatIsTypedStaysWhenTheTaskGoesToSomebodyElse() {
        String slip = registered("4 栋 101");
        PhoneScreen phone = office.phone().logsIn("tech1");
        phone.opens("领单或派单", slip);
        phone.claims(slip).ticks("工具和材料已备齐").sends();
        phone.showsList().opens("上门", slip).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答，邻居说晚上才回来");

        clerk.reloads();
        clerk.takesCall(slip)
                .chooses("业主要求", "取消报修")
                .writes("业主原话", "自己修好了")
                .ticks("已再次问过业主，确定取消")
                .sends();
        phone.tries("完成", "任务已不存在，可能已由他人完成").reads("敲门无人应答，邻居说晚上才回来").isGood("gone");
        phone.looksAtList().reads("没有提交的内容").isGood("left");
        phone.logsOut();
    }

    @Test
    @Tag("found:C7")
    @DisplayName("没有网络：任务读得到，照片和表单排着队；有了网络按先后各提交一次，没有收下的说明原因")
    void belowTheGround() {
        String arrived = pickedUp("7 栋 101");
        String absent = pickedUp("7 栋 102");
        String cancelled = pickedUp("7 栋 103");
        photos.add(arrived, PhotoKind.REPORT, List.of(Picture.of(Uploads.jpeg(640, 480))), Person.system());
        PhoneScreen phone = office.phone().logsIn("tech1").hasKept(arrived, absent, cancelled);

        phone.isOffline()
                .reloads()
                .reads("没有网络。下面是", "7 栋 101", "7 栋 102", "厨房水龙头漏水", "张三 13800000000")
                .isGood("offline-list")
                .inGuide("phone-offline");
        phone.opens("上门", arrived).chooses("上门结果", "已到场").ticks(ARRIVAL_CHECKS);
        phone.seesPhoto()
                .takesPhotoToKeep("拍维修前照片", photo())
                .isGood("offline-task")
                .tries("完成", "等待提交 2 项");
        phone.opens("上门", absent).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.tries("完成", "等待提交 3 项");
        phone.opens("上门", cancelled).chooses("上门结果", "业主不在").writes("原因", "保安说业主出差了");
        phone.tries("完成", "等待提交 4 项")
                .reads("已填好，等网络恢复后自动提交")
                .isGood("offline-waiting")
                .inGuide("phone-waiting");
        assertThat(photos.of(arrived)).hasSize(1);
        assertThat(slips.get(arrived).state()).isEqualTo(SlipState.PICKED_UP);

        atTheDesk.ofSlip(cancelled).ownerCalls("cancel");
        await().until(() -> slips.get(cancelled).state() == SlipState.CANCELLED);
        List<String> sendings = phone.sendings();
        phone.losesOneAnswerTo("*/photos").losesOneAnswerTo("*/forms/*").isOnlineAgain();

        phone.waits(0).reads("没有提交成功：任务已不存在").isGood("offline-refused");
        assertThat(sendings)
                .as("an answer that was lost is asked for again, and nothing goes before what is older")
                .containsExactly("photos", "photos", "forms", "forms", "forms", "forms");
        assertThat(photos.of(arrived))
                .extracting(Photo::kind)
                .containsExactlyInAnyOrder(PhotoKind.REPORT, PhotoKind.BEFORE);
        assertThat(slips.get(arrived).state()).isEqualTo(SlipState.ON_SITE);
        assertThat(slips.history(absent))
                .filteredOn(line -> line.text().contains("敲门无人应答"))
                .hasSize(1);
        phone.taps("上门", "没有提交成功").reads("没有提交成功：任务已不存在", "保安说业主出差了").isGood("offline-typed");
        phone.looksAtList().logsOut();
    }

    @Test
    @Tag("found:C7")
    @DisplayName("同一部手机换了人登录，看不到也带不走别人的；谁退出登录，只带走自己的")
    void nobodyElseSeesWhatWaits() {
        String slip = pickedUp("7 栋 201");
        PhoneScreen phone = office.phone().logsIn("tech1").hasKept(slip).isOffline();
        phone.reloads().opens("上门", slip).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.tries("完成", "等待提交 1 项");

        phone.losesItsLogin()
                .isOnlineAgain()
                .reads("密码")
                .logsIn("tech2")
                .hasKept()
                .readsNot("等待提交")
                .readsNot("7 栋 201");
        phone.isOffline().reloads().reads("没有网络").readsNot("7 栋 201").readsNot("等待提交");
        phone.comesUpAgain().leaves().waits(1);
        assertThat(slips.history(slip)).extracting(HistoryEntry::text).noneMatch(text -> text.contains("敲门无人应答"));

        phone.logsIn("tech1").waits(0);
        assertThat(slips.history(slip))
                .filteredOn(line -> line.text().contains("敲门无人应答"))
                .singleElement()
                .satisfies(line -> assertThat(line.person()).isEqualTo("tech1"));

        String another = pickedUp("7 栋 202");
        phone.looksAtList().opens("上门", another).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.goesTo("/messages").leaves().keepsNothing();
    }

    @Test
    @Tag("found:C7")
    @DisplayName("过了一夜，读得到的没有了，填好的还在；三天以后和退出登录以后什么都不留")
    void howLongItStays() {
        String slip = pickedUp("7 栋 301");
        String another = pickedUp("7 栋 302");
        PhoneScreen phone =
                office.phone().logsIn("tech1").hasKept(slip, another).isOffline();
        phone.reloads().opens("上门", slip).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.tries("完成", "等待提交 1 项");
        phone.sleeps(Duration.ofHours(11)).reloads().reads("等待提交 1 项");
        phone.sleeps(Duration.ofHours(13)).reloads().keepsTyped(0).reloads().reads("手机连不上网络");
        phone.waits(1).comesUpAgain().waits(0);
        assertThat(slips.history(slip))
                .filteredOn(line -> line.text().contains("敲门无人应答"))
                .hasSize(1);

        phone.looksAtList().hasKept(another).isOffline().reloads();
        phone.opens("上门", another).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.tries("完成", "等待提交 1 项");
        phone.sleeps(Duration.ofHours(90)).reloads().reads("有 1 项三天没有提交上去").keepsNothing();

        phone.comesUpAgain().hasKept(another).isOffline().reloads();
        phone.opens("上门", another).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答");
        phone.tries("完成", "等待提交 1 项").agrees().triesToLogOut("还没有退出登录").keepsNothing();
        phone.reloads().reads("手机连不上网络");
        assertThat(slips.history(another)).extracting(HistoryEntry::text).noneMatch(text -> text.contains("敲门无人应答"));
    }

    private String pickedUp(String place) {
        RepairCase repair = atTheDesk
                .reports("clerk1", with(leakingTap(), "place", place))
                .submits("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"));
        await().until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        repair.submits("tech1", PICK_UP_SLIP, Answers.pickedUp());
        await().until(() -> repair.openTasks().contains(VISIT_SITE));
        return repair.number();
    }

    private static void looksAtEach(PhoneScreen phone, TaskForm form, String field, String... options) {
        for (String option : options) {
            form.chooses(field, option);
            phone.isGood(field + " " + option);
        }
    }

    private String registered(String place) {
        clerk.reloads();
        clerk.begins("报修处理")
                .writes("报修人", "张三")
                .writes("联系电话", "13800000000")
                .writes("地点", place)
                .writes("故障情况", "厨房水龙头漏水")
                .sends();
        TaskForm registration = clerk.opens(MINE, "登记报修", place).selects("维修项目", "更换水龙头（PL-01）");
        String slip = registration.slipNumber();
        registration.sends();
        return slip;
    }

    /** As a camera takes it: larger than it is kept. */
    private static FilePayload photo() {
        try {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3000, 4000, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
            return new FilePayload("photo.jpg", "image/jpeg", jpeg.toByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
