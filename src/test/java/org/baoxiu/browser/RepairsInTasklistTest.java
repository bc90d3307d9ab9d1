package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.browser.Tasklist.MINE;
import static org.baoxiu.browser.Tasklist.OF_MY_GROUPS;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Repairs from the report to the closed slip as the people of the office see them, in a real browser. With
 * {@code -Dbaoxiu.screenshots=true} the pictures of the guides are taken anew.
 */
@BrowserTest
@DisplayName("浏览器里的报修处理")
class RepairsInTasklistTest {

    static final String[] ARRIVAL_CHECKS = {"着装整齐，态度礼貌", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐", "先敲门，经同意后进门；有地毯的穿鞋套"};
    static final String[] COMPLETION_CHECKS = {"功能已恢复", "现场已清理", "作业安全，未留隐患", "工具放在垫布上"};

    @LocalServerPort
    int port;

    @Autowired
    Slips slips;

    private OfficeBrowser office;
    private Tasklist clerk;
    private Tasklist otherClerk;
    private Tasklist plumber;

    @BeforeAll
    void peopleLogIn() {
        office = new OfficeBrowser("http://localhost:" + port);
        clerk = office.of("clerk1");
        otherClerk = office.of("clerk2");
        plumber = office.of("tech1");
    }

    @BeforeEach
    void reportsBegin() {
        clerk.reloads();
    }

    @AfterAll
    void browserCloses() {
        if (office != null) {
            office.close();
        }
    }

    @AfterEach
    void theDayEnds() {
        office.rests(clerk, otherClerk, plumber);
        ClockUtil.reset();
    }

    @Test
    @Tag("S1")
    @Tag("S2")
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("S7")
    @Tag("4.3.4.4")
    void aDailyRepairWithConsentAndAcceptance() {
        TaskForm report = clerk.begins("报修处理")
                .writes("报修人", "张三")
                .writes("联系电话", "13800000000")
                .writes("地点", "3 栋 502")
                .writes("故障情况", "厨房水龙头漏水");
        clerk.pictures("report");
        WallScreen board = office.board("clerk1");
        report.sends();

        TaskForm registration = clerk.opens(MINE, "登记报修", "3 栋 502")
                .reads("厨房水龙头漏水", "一号管理处")
                .misses("维修项目")
                .selects("维修项目", "更换水龙头（PL-01）");
        String slip = registration.slipNumber();
        board.shows(slip, "登记", "还剩", "3 栋 502", "厨房水龙头漏水", "已接报");
        clerk.pictures("register");
        registration.sends();
        board.shows(slip, "到场", "更换水龙头", "日常", "已通知维修班");

        plumber.opens(OF_MY_GROUPS, "领单或派单", slip).reads("日常维修", "扳手");
        plumber.saysWhenItIsDue("领单或派单", slip);
        plumber.pictures("claim");
        TaskForm pickUp = plumber.claims("领单或派单", slip)
                .isRefused("领单前请备好工具和材料")
                .ticks("工具和材料已备齐")
                .prints("打印维修单");
        plumber.pictures("pick-up");
        pickUp.sends();

        TaskForm visit = plumber.opens(MINE, "上门", slip).chooses("上门结果", "已到场").ticks(ARRIVAL_CHECKS);
        plumber.pictures("visit");
        visit.sends();

        TaskForm quote = plumber.opens(MINE, "现场确认并报价", slip)
                .writes("查明的原因", "阀芯老化")
                .writes("维修内容", "更换水龙头")
                .writesMaterial(1, "水龙头", "1", "45.5");
        plumber.pictures("quote");
        quote.sends();

        TaskForm consent = plumber.opens(MINE, "征得业主同意", slip)
                .reads("更换水龙头", "95.50 元")
                .misses("业主意见")
                .chooses("业主意见", "同意，开始维修");
        plumber.pictures("consent");
        consent.sends();

        TaskForm work = plumber.opens(MINE, "实施维修", slip)
                .reads("业主同意的金额：95.50 元")
                .writes("完成的内容", "更换水龙头并试水")
                .ticks(COMPLETION_CHECKS)
                .writes("单价（元）", "145.5")
                .isRefused("维修单 " + slip + "：应收 195.50 元，超过业主同意的 95.50 元。");
        plumber.picturesAsItIs("refused");
        work.writes("单价（元）", "45.5").sends();

        TaskForm acceptance = plumber.opens(MINE, "业主验收", slip)
                .reads("95.50 元")
                .chooses("业主验收", "合格")
                .ticks("验收人已签字");
        plumber.pictures("acceptance");
        acceptance.sends();
        plumber.opens(MINE, "反馈维修结果", slip).sends();

        TaskForm fee = clerk.claims("审核费用", slip).reads("95.50 元");
        clerk.pictures("fee");
        fee.sends();

        TaskForm callBack = otherClerk
                .claims("回访业主", slip)
                .chooses("回访结果", "已联系上")
                .chooses("故障修好了吗？", "修好了")
                .chooses("满意度", "5 非常满意")
                .reads("费用审核", "95.50 元");
        otherClerk.pictures("call-back");
        callBack.sends();

        isIn(SlipState.CLOSED, slip);
        assertThat(slips.get(slip).agreement().finalAmount()).isEqualByComparingTo("95.50");
    }

    @Test
    @Tag("4.5.1")
    @Tag("Q3")
    void aLampOfTheCorridor() {
        clerk.begins("报修处理")
                .writes("报修人", "巡视员")
                .writes("联系电话", "010-12345678")
                .writes("地点", "5 栋 3 层楼道")
                .chooses("部位", "公共部位")
                .writes("故障情况", "楼道灯不亮")
                .selects("报修渠道", "巡视")
                .sends();
        String slip = registered("5 栋 3 层楼道", "楼道灯不亮（PB-01）");

        office.of("tech3")
                .opens(OF_MY_GROUPS, "领单或派单", slip)
                .cannotClaim("维修单 " + slip + "：电工（证书过期） 的电工资质已于 2025-12-31 到期，不能接这张单。");
        picksUpAndArrives(plumber, slip);
        plumber.opens(MINE, "实施维修", slip)
                .reads("公共部位维修，不向业主收费")
                .lacks("内容或价格有变")
                .writes("查明的原因", "灯管烧坏")
                .writes("完成的内容", "更换灯管")
                .ticks(COMPLETION_CHECKS)
                .writesMaterial(1, "灯管", "2", "18")
                .sends();
        clerk.claims("核查公共维修", slip)
                .reads("灯管")
                .chooses("核查结果", "合格")
                .ticks("用料属实", "质量合格")
                .sends();
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("S3")
    @Tag("4.2.3")
    @Tag("4.4.2")
    void anImportantRepairOutsideThePriceList() {
        String slip = registered(reported("8 栋 1201", "想把全部水管换掉"), "全户水管改造（PL-14）");

        office.of("supervisor")
                .claims("评估故障", slip)
                .reads("重要维修")
                .writes("判断的原因", "镀锌管锈蚀")
                .writes("预计工时（小时）", "16")
                .ticks("需要现场勘查")
                .sends();
        office.of("supervisor").claims("现场勘查", slip).writes("勘查情况", "六处暗管，须开槽").sends();
        office.of("clerklead")
                .claims("处置重要维修", slip)
                .writes("处理措施", "分两天施工，先备料")
                .sends();
        TaskForm dispatch = office.of("supervisor").claims("领单或派单", slip).selects("派给（主管填写）", "水电工（在手");
        dispatch.sends();
        arrives(plumber, slip);
        plumber.opens(MINE, "现场确认并报价", slip)
                .writes("维修内容", "更换全部水管")
                .writes("人工费（元）", "1200")
                .writesMaterial(1, "水管", "40", "12.5")
                .ticks("施工有较大噪音或气味")
                .sends();
        plumber.opens(MINE, "征得业主同意", slip)
                .reads("1710.00 元")
                .chooses("业主意见", "同意，开始维修")
                .writes("同意人", "张三")
                .ticks("业主同意施工有噪音或气味")
                .sends();
        worksAndIsAccepted(plumber, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("4.3.4.4")
    void theOwnerRefusesTheQuote() {
        String slip = quoted("3 栋 601", "水龙头滴水");
        plumber.opens(MINE, "征得业主同意", slip)
                .chooses("业主意见", "不同意，不修了")
                .writes("业主理由或要求", "价格太高")
                .sends();
        otherClerk
                .claims("回访业主", slip)
                .reads("价格太高")
                .chooses("回访结果", "已联系上")
                .chooses("满意度", "3 一般")
                .lacks("故障修好了吗")
                .sends();

        isIn(SlipState.CLOSED, slip);
        assertThat(slips.get(slip).work().startedAt()).isNull();
    }

    @Test
    @Tag("4.6.4")
    void theRepairIsDeferredToAPromisedTime() {
        String slip = agreed("3 栋 602", "水龙头滴水");
        plumber.opens(MINE, "实施维修", slip)
                .chooses("维修进展", "现在修不了，暂缓")
                .writes("原因", "缺配件，明天到货")
                .sends();
        String promised = LocalDateTime.now().plusMinutes(10).format(DateTimeFormatter.ofPattern("M月d日 HH.mm"));
        clerk.claims("告知业主并约定时间", slip)
                .reads("缺配件，明天到货")
                .ticks("已致电业主，说明原因")
                .writes("约定时间", promised)
                .sends();
        plumber.hasNo(MINE, "实施维修", slip);

        ClockUtil.offset(600_000L);
        worksAndIsAccepted(plumber, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("S6")
    void theOwnerRefusesTheWork() {
        String slip = agreed("3 栋 603", "水龙头滴水");
        works(plumber, slip);
        plumber.opens(MINE, "业主验收", slip)
                .chooses("业主验收", "不合格，重修")
                .writes("不合格的原因", "还在滴水")
                .sends();
        plumber.opens(MINE, "实施维修", slip).reads("业主验收不合格：还在滴水");
        worksAndIsAccepted(plumber, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("found:D1")
    void aHigherPriceNeedsAnotherConsent() {
        String slip = agreed("3 栋 604", "水龙头滴水");
        plumber.opens(MINE, "实施维修", slip)
                .chooses("维修进展", "内容或价格有变，重新报价")
                .writes("原因", "角阀也坏了")
                .sends();
        plumber.opens(MINE, "现场确认并报价", slip)
                .writes("维修内容", "更换水龙头和角阀")
                .writesMaterial(1, "水龙头", "1", "45.5")
                .writesMaterial(2, "角阀", "1", "30")
                .types("单价（元）", 1, "1,045", "1045")
                .types("单价（元）", 1, "４５。５", "45.5")
                .types("单价（元）", 2, "30元", "30")
                .types("数量（件、米等）", 2, "1e3", "1e3")
                .isWrong("数量（件、米等）", 2, "请填写数字，例如 45.50。")
                .types("数量（件、米等）", 2, "１", "1")
                .sends();
        plumber.opens(MINE, "征得业主同意", slip)
                .reads("125.50 元")
                .chooses("业主意见", "同意，开始维修")
                .writes("同意人", "张三")
                .sends();
        worksAndIsAccepted(plumber, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
        assertThat(slips.get(slip).agreement().finalAmount()).isEqualByComparingTo("125.50");
    }

    @Test
    @Tag("found:C9")
    void aClickOpensItsTaskThoughTheListIsDrawnAnewMeanwhile() {
        String place = reported("3 栋 699", "水龙头滴水");

        clerk.opensThroughARefresh(MINE, "登记报修", place).reads("水龙头滴水");
    }

    @Test
    @DisplayName("打开任务的链接，登录以后就是那个任务；登录过期，重新登录以后还是它")
    void aLinkToATaskLeadsThereAfterTheLogin() {
        String place = reported("3 栋 698", "水龙头滴水");
        clerk.opens(MINE, "登记报修", place);

        office.byLink(clerk.link(), "clerk1")
                .shows("登记报修", place)
                .isLoggedOutByTheServer()
                .isTakenBy("clerk1")
                .shows("登记报修", place);
    }

    @Test
    @DisplayName("没有提交的内容留在这台电脑上，回来还在；退出登录、过了半天就没有了")
    void whatWasTypedIsThereAgain() {
        Tasklist shared = office.atTheCounter("clerk1");
        String first = reported("5 栋 101", "水龙头滴水");
        String second = reported("5 栋 102", "灯不亮");

        shared.opens(MINE, "登记报修", first).writes("备注", "业主下午在家");
        shared.opens(MINE, "登记报修", second).lacks("已恢复您上次没有提交的内容").has("备注", "").writes("备注", "要带梯子");
        shared.opens(MINE, "登记报修", first).has("备注", "业主下午在家").reads("已恢复您上次没有提交的内容");
        shared.reloads();
        shared.opens(MINE, "登记报修", second).has("备注", "要带梯子");
        assertThat(shared.kept()).contains("业主下午在家", "要带梯子");

        shared.isLeftForHalfADay();
        shared.opens(MINE, "登记报修", first).has("备注", "").writes("备注", "业主晚上在家");
        shared.logsOut().isTakenBy("clerk2");
        assertThat(shared.kept()).isEmpty();
    }

    @Test
    @Tag("4.7.5")
    void aDoorIsForcedOnWrittenApplicationOnly() {
        Tasklist carpenter = office.of("tech2");
        String place = reported("6 栋 101", "钥匙断在锁里");
        TaskForm registration =
                clerk.opens(MINE, "登记报修", place).selects("维修项目", "DL-08").ticks("需要撬锁破门");
        String slip = registration.slipNumber();
        registration.sends();
        carpenter.hasNo(OF_MY_GROUPS, "领单或派单", slip);

        clerk.claims("取得书面申请", slip)
                .writes("申请人", "张三")
                .writes("申请书编号或存放处", "申请 2026-01")
                .writes("申请日期", "今天")
                .misses("已收到书面申请")
                .ticks("已收到书面申请")
                .sends();
        picksUpAndArrives(carpenter, slip);
        carpenter
                .opens(MINE, "现场确认并报价", slip)
                .writes("查明的原因", "钥匙断裂")
                .writes("维修内容", "开锁并更换锁芯")
                .writesMaterial(1, "锁芯", "1", "80")
                .sends();
        carpenter
                .opens(MINE, "征得业主同意", slip)
                .chooses("业主意见", "同意，开始维修")
                .writes("同意人", "张三")
                .sends();
        worksAndIsAccepted(carpenter, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("found:D6")
    void whatPeopleWriteIsText() {
        String name = "<a href=https://evil.example>张三</a>";
        String place = "3 栋 607 <img src=x> **2** # `a`";
        String fault = "请[点击这里重新登录](https://evil.example/login)，看 https://evil.example 或 www.evil.example ![图](x)";
        clerk.begins("报修处理")
                .writes("报修人", name)
                .writes("联系电话", "13800000000")
                .writes("地点", place)
                .writes("故障情况", fault)
                .sends();

        TaskForm form =
                clerk.opens(MINE, "登记报修", "3 栋 607").reads(name, place, fault).leadsNowhereElse();
        String slip = form.selects("维修项目", "更换水龙头（PL-01）").slipNumber();
        form.sends();
        plumber.opens(OF_MY_GROUPS, "领单或派单", slip).reads(name, place, fault).leadsNowhereElse();
    }

    @Test
    @Tag("4.6.2")
    void theOwnerIsAbsent() {
        String slip = registered(reported("3 栋 605", "水龙头滴水"), "更换水龙头（PL-01）");
        plumber.claims("领单或派单", slip).ticks("工具和材料已备齐").sends();
        plumber.opens(MINE, "上门", slip)
                .chooses("上门结果", "业主不在")
                .writes("原因", "敲门无人应答")
                .sends();
        clerk.claims("重新预约", slip)
                .writesInVain("约定时间", "下周一", "看不懂这个时间，请按 12-1 9:30 这样填写日期和时间，今天的可以只填时间。")
                .writes("约定时间", "明天9点半")
                .sends();
        arrives(plumber, slip);
        quotes(slip);
        agrees(slip);
        worksAndIsAccepted(plumber, slip);
        reviewed(slip);
        calledBack(slip);

        isIn(SlipState.CLOSED, slip);
    }

    @Test
    @Tag("S1")
    void theOwnerCancels() {
        String slip = registered(reported("3 栋 606", "水龙头滴水"), "更换水龙头（PL-01）");
        plumber.opens(OF_MY_GROUPS, "领单或派单", slip);
        clerk.takesCall(slip)
                .chooses("业主要求", "取消报修")
                .writes("业主原话", "自己修好了")
                .ticks("已再次问过业主，确定取消")
                .sends();

        isIn(SlipState.CANCELLED, slip);
        plumber.hasNo(OF_MY_GROUPS, "领单或派单", slip);
    }

    private String reported(String place, String fault) {
        clerk.begins("报修处理")
                .writes("报修人", "张三")
                .writes("联系电话", "13800000000")
                .writes("地点", place)
                .writes("故障情况", fault)
                .sends();
        return place;
    }

    private String registered(String place, String item) {
        TaskForm registration = clerk.opens(MINE, "登记报修", place).selects("维修项目", item);
        String slip = registration.slipNumber();
        registration.sends();
        return slip;
    }

    private String quoted(String place, String fault) {
        String slip = registered(reported(place, fault), "更换水龙头（PL-01）");
        picksUpAndArrives(plumber, slip);
        quotes(slip);
        return slip;
    }

    private String agreed(String place, String fault) {
        String slip = quoted(place, fault);
        agrees(slip);
        return slip;
    }

    private void picksUpAndArrives(Tasklist technician, String slip) {
        technician.claims("领单或派单", slip).ticks("工具和材料已备齐").sends();
        arrives(technician, slip);
    }

    private void arrives(Tasklist technician, String slip) {
        technician
                .opens(MINE, "上门", slip)
                .chooses("上门结果", "已到场")
                .ticks(ARRIVAL_CHECKS)
                .sends();
    }

    private void quotes(String slip) {
        plumber.opens(MINE, "现场确认并报价", slip)
                .writes("查明的原因", "阀芯老化")
                .writes("维修内容", "更换水龙头")
                .writesMaterial(1, "水龙头", "1", "45.5")
                .sends();
    }

    private void agrees(String slip) {
        plumber.opens(MINE, "征得业主同意", slip)
                .chooses("业主意见", "同意，开始维修")
                .writes("同意人", "张三")
                .sends();
    }

    private void works(Tasklist technician, String slip) {
        technician
                .opens(MINE, "实施维修", slip)
                .writes("完成的内容", "修理完毕并试用")
                .ticks(COMPLETION_CHECKS)
                .sends();
    }

    private void worksAndIsAccepted(Tasklist technician, String slip) {
        works(technician, slip);
        technician
                .opens(MINE, "业主验收", slip)
                .chooses("业主验收", "合格")
                .writes("验收人", "张三")
                .ticks("验收人已签字")
                .sends();
        technician.opens(MINE, "反馈维修结果", slip).sends();
    }

    private void reviewed(String slip) {
        clerk.claims("审核费用", slip).sends();
    }

    private void calledBack(String slip) {
        otherClerk
                .claims("回访业主", slip)
                .chooses("回访结果", "已联系上")
                .chooses("故障修好了吗？", "修好了")
                .chooses("满意度", "5 非常满意")
                .sends();
    }

    private void isIn(SlipState state, String slip) {
        assertThat(slips.get(slip).state()).isEqualTo(state);
    }
}
