package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.browser.Tasklist.MINE;
import static org.baoxiu.browser.Tasklist.OF_MY_GROUPS;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.escalated;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.handover.AbsenceProcess;
import org.baoxiu.process.handover.HandOverAnswers;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A technician falls ill with three slips in hand: what the supervisor does about it, and what the colleague sees. */
@BrowserTest
@DisplayName("浏览器里的请假和移交")
class HandingOverInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    Dispatch dispatch;

    private OfficeBrowser browser;

    @BeforeEach
    void browserOpens() {
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterEach
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    /** What another test of this office has left. */
    private void isBack(String technician) {
        if (!dispatch.reaches(technician)) {
            office.starts("supervisor", AbsenceProcess.KEY, HandOverAnswers.back(technician));
        }
    }

    private String pickedUpBy(String technician, String place) {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place))
                .submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        return repair.submits(technician, PICK_UP_SLIP, pickedUp()).number();
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whoIsSentAlongToHelpEntersTheArrival() {
        isBack("tech1");
        dispatch.recordQualification("tech2", Qualification.PLUMBING, "水-2", LocalDate.of(2099, 12, 31));
        String number = pickedUpBy("tech1", "3 栋 201");
        office.timePasses(Duration.ofMinutes(16));
        RepairCase repair = office.ofSlip(number);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !repair.told(CommitmentKind.ARRIVAL).isEmpty());
        repair.does(
                "supervisor",
                repair.told(CommitmentKind.ARRIVAL).get(0),
                escalated("addPeople", "technicianId", "tech2"));

        Tasklist helper = browser.of("tech2");
        helper.opens("我的任务（含协助）", "上门", number)
                .chooses("上门结果", "已到场")
                .ticks("着装整齐，态度礼貌", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐", "先敲门，经同意后进门；有地毯的穿鞋套")
                .sends();

        await().atMost(Duration.ofSeconds(10)).until(() -> repair.slip().state() == SlipState.ON_SITE);
        assertThat(repair.slip().technician()).isEqualTo("tech1");
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whatIsRefusedAtTheStartIsSaidInTheDialog() {
        Tasklist supervisor = browser.of("supervisor");
        supervisor.begins("移交工作").writes("谁的工作", "admin").writes("原因", "另有急修").isRefusedInTheDialog("没有可以移交的工作");
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void threeSlipsOfAnAbsentTechnician() {
        isBack("tech1");
        List<String> slips = Stream.of("3 栋 101", "3 栋 102", "3 栋 103")
                .map(place -> pickedUpBy("tech1", place))
                .toList();
        Tasklist supervisor = browser.of("supervisor");
        supervisor
                .begins("维修人员资质登记")
                .writes("维修人员登录名", "tech3")
                .selects("资质", "水暖")
                .writes("证书编号", "水 2026-03")
                .writes("有效期至", "2029-12-31")
                .sends();

        TaskForm leave = supervisor
                .begins("请假登记")
                .writes("人员", "水电工")
                .chooses("登记", "请假")
                .writes("结束时间", "明天 18:00")
                .writes("原因", "发烧")
                .chooses("未完的工作", "移交给一位同事")
                .writes("移交给", "tech3");
        supervisor.pictures("absence");
        leave.sends();

        Tasklist colleague = browser.of("tech3");
        slips.forEach(slip -> colleague.opens(MINE, "上门", slip).reads("移交给"));
        Tasklist absent = browser.of("tech1");
        absent.hasNo(MINE, "上门", slips.get(0));

        TaskForm handOver = supervisor
                .begins("移交工作")
                .writes("谁的工作", "tech3")
                .writes("单号", slips.get(2))
                .writes("原因", "另有急修，先退回小组");
        supervisor.pictures("hand-over");
        handOver.sends();
        supervisor.opens(OF_MY_GROUPS, "上门", slips.get(2)).reads("退回小组");

        TaskForm roster = supervisor
                .begins("值班登记")
                .selects("管理处", "一号管理处")
                .selects("小组", "工程部维修班")
                .writes("值班表", "12-01~12-07 8点至20点 水电工\n12-01~12-07 20:00-08:00 木工");
        supervisor.pictures("roster");
        roster.sends();
    }
}
