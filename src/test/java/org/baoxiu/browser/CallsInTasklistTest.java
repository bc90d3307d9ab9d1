package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.browser.Tasklist.MINE;

import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clerk sees while somebody is on the telephone, in a real browser. */
@BrowserTest
@DisplayName("浏览器里的来电")
class CallsInTasklistTest {

    @LocalServerPort
    int port;

    @Autowired
    Slips slips;

    private OfficeBrowser office;
    private Tasklist clerk;

    @BeforeAll
    void theClerkLogsIn() {
        office = new OfficeBrowser("http://localhost:" + port);
        clerk = office.of("clerk1");
    }

    @BeforeEach
    void theCallBegins() {
        clerk.reloads();
    }

    @AfterAll
    void browserCloses() {
        if (office != null) {
            office.close();
        }
    }

    private TaskForm reported(String place, String telephone, String fault) {
        clerk.begins("报修处理")
                .reads("有危险的，先告诉来电人", "关掉燃气总阀", "留在轿厢里")
                .writes("报修人", "张三")
                .writes("联系电话", telephone)
                .writes("地点", place)
                .writes("故障情况", fault)
                .sends();
        return clerk.opens(MINE, "登记报修", place);
    }

    private TaskForm calls(String caller, String slip) {
        clerk.begins("业主来电登记").writes("来电号码、尾号或维修单号", caller).sends();
        return clerk.opens(MINE, "办理来电", slip);
    }

    @Test
    @Tag("3.1")
    @Tag("Q1")
    void aCallerWhoGivesOnlyTheLastFourDigits() {
        TaskForm registration = reported("9 栋 401", "139 0000 4455", "家里没电")
                .selects("维修项目", "户内全部停电（EL-05）")
                .reads("马上告诉来电人", "不要反复合闸");
        String slip = registration.slipNumber();
        registration.sends();

        TaskForm call = calls("4455", slip)
                .reads("找到 1 张", "9 栋 401", "张三", "家里没电", "已通知维修班", "到场：应在")
                .lacks("改约上门时间")
                .chooses("业主要求", "查询进度，已答复");
        clerk.pictures("caller");
        call.sends();
        assertThat(slips.history(slip)).anyMatch(entry -> entry.text().equals("业主来电问进度，已答复"));

        calls("１３９ 0000－4455", slip)
                .chooses("业主要求", "更正联系电话")
                .writes("联系电话", "13900006677")
                .sends();
        assertThat(slips.get(slip).report().reporterPhone()).isEqualTo("13900006677");

        TaskForm cancel = calls("6677", slip)
                .chooses("业主要求", "取消报修")
                .writes("业主原话", "来电了，不修了")
                .misses("已再次问过业主，确定取消");
        clerk.picturesAsItIs("caller-cancels");
        cancel.ticks("已再次问过业主，确定取消").sends();
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("S1")
    @Tag("4.5.1")
    @Tag("4.7.5")
    void theItemTellsWhatToSayAndAsksBack() {
        TaskForm registration = reported("9 栋 402", "13900001111", "厨房有煤气味")
                .selects("维修项目", "煤气")
                .reads("马上告诉来电人", "关掉燃气总阀，打开门窗；不要开关电灯电器")
                .lacks("请核对");
        clerk.pictures("safety-words");

        registration
                .selects("维修项目", "楼道灯")
                .reads("请核对", "所选的是公共部位的项目")
                .lacks("马上告诉来电人")
                .isRefused("“楼道灯不亮”是公共部位的项目");
        registration.selects("维修项目", "开锁").reads("须撬锁破门").lacks("请核对").sends();
    }
}
