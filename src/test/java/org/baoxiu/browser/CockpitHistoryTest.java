package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.util.List;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The director in the real Cockpit, with pictures below {@code target/pages} to be looked at. */
@BrowserTest
@DisplayName("浏览器里的运行监控：历史")
class CockpitHistoryTest {

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    private OfficeBrowser browser;
    private RepairCase closed;
    private RepairCase running;

    @BeforeAll
    void somethingHappens() {
        closed = registered();
        office.timePasses(Duration.ofMinutes(20));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !closed.told(CommitmentKind.ARRIVAL).isEmpty());
        closed.submits("tech1", PICK_UP_SLIP, pickedUp())
                .submits("tech1", VISIT_SITE, arrived())
                .submits("tech1", QUOTE_REPAIR, quoted())
                .submits("tech1", OBTAIN_CONSENT, agreed())
                .submits("tech1", CARRY_OUT_REPAIR, done())
                .submits("tech1", ACCEPT_REPAIR, accepted())
                .submits("tech1", REPORT_RESULT, reported())
                .submits("clerk1", REVIEW_FEE, feeApproved())
                .submits("clerk2", CALL_BACK_OWNER, satisfied());
        await().atMost(Duration.ofSeconds(30)).until(closed::ended);
        running = registered();
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    private RepairCase registered() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .submits("clerk1", REGISTER_REQUEST, org.baoxiu.testing.Answers.registered("PL-01"));
        await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        return repair;
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    @Test
    @DisplayName("finds an ended case and reads step by step what happened, all in Chinese")
    void anEndedCase() {
        EngineScreen cockpit = browser.engine("director", "cockpit");
        cockpit.opens("#/finished").says("共 1 个").follows(closed.number()).says(closed.number() + " · ");
        cockpit.says("到场，限 15 分钟").says("4.6.2").says("超时").pictured("cockpit-ended-steps");
        for (String tab : List.of("回放", "时限", "变量变化", "操作记录", "决策")) {
            cockpit.follows(tab).pictured("cockpit-ended-" + tab);
        }
        assertThat(cockpit.readsOnly(List.of(
                        "#/finished",
                        "#/finished/" + closed.instance(),
                        "#/finished/" + closed.instance() + "?tab=replay",
                        "#/finished/" + closed.instance() + "?tab=promises",
                        "#/finished/" + closed.instance() + "?tab=operations",
                        "#/operations")))
                .as("what is not Chinese, beside the number of the slip; decisions hold what is written in the tables")
                .filteredOn(text -> !text.startsWith(closed.number()))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "a running case is headed by its slip, has the same tables as tabs, and no button that only administrators may use")
    void aRunningCase() {
        EngineScreen cockpit = browser.engine("director", "cockpit");
        cockpit.opens("#/process-instance/" + running.instance() + "/runtime")
                .says(running.number() + " · ")
                .says("领单或派单")
                .pictured("cockpit-running");
        cockpit.shows(".ctn-content-container > .ctn-toolbar", false);
        cockpit.follows("回放").says("现在，").says("这一刻").pictured("cockpit-running-replay");
        cockpit.follows("变量").shows("[ng-click^='enableEditMode']", false);

        EngineScreen administrator = browser.engine("admin", "cockpit");
        administrator
                .opens("#/process-instance/" + running.instance() + "/runtime")
                .says(running.number() + " · ")
                .shows(".ctn-content-container > .ctn-toolbar", true);
    }

    @Test
    @DisplayName("a view that cannot be loaded says so in its place; the rest of Cockpit goes on")
    void aBrokenViewIsNoBrokenCockpit() {
        EngineScreen cockpit = browser.engine("director", "cockpit").withoutFile("**/scripts/history/*");
        cockpit.opens("#/finished").says("这一部分暂时打不开");
        cockpit.opens("#/process-instance/" + running.instance() + "/runtime").says("实例编号");
        cockpit.opens("#/processes").says("报修处理").pictured("cockpit-broken-view");

        EngineScreen withoutReplay = browser.engine("dutydirector", "cockpit").withoutFile("**/scripts/replay/*");
        withoutReplay
                .opens("#/finished/" + closed.instance() + "?tab=replay")
                .says("回放暂时打不开")
                .says("维修单全貌");
        withoutReplay.opens("#/finished/" + closed.instance()).says("到场，限 15 分钟");
    }
}
