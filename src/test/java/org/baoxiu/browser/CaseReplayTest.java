package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
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

/** A case walks over its diagrams on the page of its slip, with pictures below {@code target/pages} to be looked at. */
@BrowserTest
@DisplayName("浏览器里的回放")
class CaseReplayTest {

    private static final String SLIDER = "input[type=range]";

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    private OfficeBrowser browser;
    private RepairCase late;

    /** Nobody comes in time; then somebody is there and has not quoted yet. */
    @BeforeAll
    void somethingHappens() {
        late = office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        await().atMost(Duration.ofSeconds(30)).until(() -> late.openTasks().contains(PICK_UP_SLIP));
        office.timePasses(Duration.ofMinutes(20));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !late.told(CommitmentKind.ARRIVAL).isEmpty());
        late.submits("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(5));
        late.submits("tech1", VISIT_SITE, arrived());
        await().atMost(Duration.ofSeconds(30)).until(() -> late.openTasks().contains(QUOTE_REPAIR));
        office.timePasses(Duration.ofMinutes(3));
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    @Test
    @DisplayName("goes from the slip to its replay, and there by the keys of the slider from the first moment to now")
    void byTheKeyboard() {
        DeskScreen desk =
                browser.desk("supervisor").opens("/slips/" + late.number()).follows("回放");
        desk.reads("现在，").reads("报价").pictures("replay-now");

        desk.writes(SLIDER, "").presses("Home").reads("（第 1 刻，共 ").shows(".part.late", 0);
        desk.presses("ArrowRight").reads("（第 2 刻，共 ").pictures("replay-second");
        desk.presses("End").reads("现在，");
        desk.presses("ArrowLeft").reads("距上一刻 5 分钟");
        assertThat(desk.barriers()).isEmpty();
    }

    @Test
    @DisplayName("a line of the table leads to its moment, at which the promise is already missed")
    void byTheTable() {
        DeskScreen desk = browser.desk("director").opens("/slips/" + late.number() + "/replay");
        desk.follows("看").reads("（第 1 刻，共 ");
        desk.followsIn("#steps tr:has-text('上门')", "看")
                .reads("到场（4.6.2，限 15 分钟，工程部维修班")
                .reads("已超时，本应在")
                .shows(".part.task.now.late", 1)
                .picturesForGuide("replay")
                .pictures("replay-late");
        desk.followsIn(".said", "经过").reads("打印维修单");
    }

    @Test
    @DisplayName("plays by itself until it is stopped")
    void plays() {
        DeskScreen desk = browser.desk("dutydirector").opens("/slips/" + late.number() + "/replay");
        desk.reads("现在，").pressesButton("播放").reads("（第 3 刻，共 ").pressesButton("暂停");
        desk.reads("播放");
    }

    @Test
    @DisplayName("fits a phone, also as a whole")
    void onAPhone() {
        DeskScreen desk = browser.desk("clerklead").narrow().opens("/slips/" + late.number() + "/replay");
        desk.reads("现在，").pictures("replay-phone");
        desk.writes(".whole input", " ").pictures("replay-phone-whole");
        assertThat(desk.barriers()).isEmpty();
    }

    @Test
    @DisplayName("where the picture cannot be drawn, the tables are still there")
    void withoutPicture() {
        browser.desk("clerk1")
                .withoutFile("**/replay.js")
                .opens("/slips/" + late.number() + "/replay")
                .reads("图暂时打不开")
                .reads("各环节")
                .reads("水电工");
    }
}
