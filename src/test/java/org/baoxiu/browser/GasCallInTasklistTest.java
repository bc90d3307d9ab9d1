package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.browser.Tasklist.MINE;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.baoxiu.slip.Slips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody rings up because it smells of gas: until the gas company is there and has done it, in a real browser. */
@BrowserTest
@DisplayName("浏览器里的燃气急修")
class GasCallInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    Slips slips;

    private OfficeBrowser office;

    @BeforeEach
    void browserOpens() {
        office = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterEach
    void browserCloses() {
        office.close();
    }

    /** As somebody types it who looks at the clock. */
    private static String in(Duration time) {
        return LocalDateTime.now().plus(time).format(DateTimeFormatter.ofPattern("M月d日 HH:mm"));
    }

    @Test
    @Tag("Q3")
    @Tag("4.6.2")
    void fromTheRingToTheContractorsArrival() {
        Tasklist clerk = office.of("clerk1");
        TaskForm call = clerk.begins("报修处理")
                .reads("有危险的，先告诉来电人", "关掉燃气总阀")
                .writes("报修人", "王芳")
                .writes("联系电话", "13900002222")
                .writes("地点", "6 栋 1102")
                .writes("故障情况", "厨房有很重的煤气味");
        call.sends();
        TaskForm registration = clerk.opens(MINE, "登记报修", "6 栋 1102")
                .selects("维修项目", "燃气异味、疑似泄漏（GA-01）")
                .reads("马上告诉来电人", "打开门窗", "只能由外包单位维修", "维修班先到场保证安全")
                .lacks("无人可派");
        String slip = registration.slipNumber();
        registration.sends();

        Tasklist technician = office.of("tech1");
        TaskForm pickUp = technician.claims("领单或派单", slip).reads("燃气异味").ticks("工具和材料已备齐");
        pickUp.sends();
        technician
                .opens(MINE, "上门", slip)
                .chooses("上门结果", "已到场")
                .ticks(RepairsInTasklistTest.ARRIVAL_CHECKS)
                .sends();

        Tasklist supervisor = office.of("supervisor");
        TaskForm order = supervisor
                .claims("派外包单位", slip)
                .reads("6 栋 1102", "厨房有很重的煤气味")
                .lacks("怎样办理")
                .selects("外包单位", "示例燃气公司")
                .writes("联系时间", in(Duration.ZERO))
                .writes("约定到场时间", in(Duration.ofMinutes(20)))
                .writes("对方派单号", "R-0231")
                .lacks("没有可派的单位");
        supervisor.pictures("contractor-order");
        order.sends();

        TaskForm arrival = technician
                .opens(MINE, "登记外包单位到场", slip)
                .reads("示例燃气公司", "0755-00000096", "派单号 R-0231")
                .chooses("外包单位", "已到场")
                .writes("实际到场时间", in(Duration.ZERO));
        technician.pictures("contractor-arrival");
        arrival.sends();
        TaskForm result = technician
                .opens(MINE, "登记外包单位维修结果", slip)
                .reads("示例燃气公司")
                .chooses("结果", "已修好")
                .misses("修了什么")
                .writes("修了什么", "更换表后阀，皂液查漏合格");
        result.sends();

        assertThat(slips.history(slip))
                .extracting(entry -> entry.text())
                .anyMatch(text -> text.startsWith("派给外包单位 示例燃气公司"))
                .anyMatch(text -> text.startsWith("外包单位 示例燃气公司 于 "))
                .anyMatch(text -> text.equals("外包单位 示例燃气公司 已修好：更换表后阀，皂液查漏合格"));
    }
}
