package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.incident.Declaration;
import org.baoxiu.incident.IncidentCallers;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk with the telephone in one hand, who never takes the mouse. */
@BrowserTest
@DisplayName("服务台，只用键盘")
class DeskByKeyboardTest {

    private static final Logger LOG = LoggerFactory.getLogger(DeskByKeyboardTest.class);
    private static final String OFFICE = "一号管理处";
    private static final double CHARACTERS_A_MINUTE = 200;
    private static final double AT_ONCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    RegisterImport register;

    @Autowired
    PlaceRegister places;

    @Autowired
    PlaceSlips slips;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentCallers callers;

    private OfficeBrowser browser;
    private String phone;
    private String flat;

    @BeforeAll
    void browserOpens() {
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterAll
    void browserCloses() {
        browser.close();
    }

    /** Somebody who has never reported anything. */
    @BeforeEach
    void somebodyMovesIn() {
        int number = ThreadLocalRandom.current().nextInt(10_000, 100_000);
        phone = "137123" + number;
        flat = "81-" + number;
        register.enter(Map.of(
                "管理处",
                OFFICE,
                "楼栋",
                "81栋",
                "房号",
                "" + number,
                "身份",
                "业主",
                "姓名",
                "上官云",
                "电话",
                phone,
                "备注",
                "听力不好，请大声一点"));
    }

    @Test
    void fromTheRingToTheRegisteredSlip() {
        DeskScreen desk = browser.desk("clerk1").opens("/desk");
        long ring = System.nanoTime();
        desk.opens("/desk?telephone=" + phone)
                .typesInto("fault", "厨房水龙头漏水", CHARACTERS_A_MINUTE)
                .presses("Enter")
                .reads("已登记");
        LOG.info(
                "From the ring to the registered slip, at {} characters a minute: {} s",
                (int) CHARACTERS_A_MINUTE,
                Duration.ofNanos(System.nanoTime() - ring).toMillis() / 1000.0);
        desk.picturesForGuide("card").pictures("card-registered");

        assertThat(slip().state()).isNotEqualTo(SlipState.RECEIVED);
        assertThat(slip().report().reporterName()).isEqualTo("上官云");
        assertThat(slip().item().code()).isEqualTo("PL-01");
    }

    @Test
    void whoCallsAgainUrgesByOneKey() {
        DeskScreen desk = browser.desk("clerk1").opens("/desk?telephone=" + phone);
        desk.typesInto("fault", "厨房水龙头漏水", AT_ONCE).presses("Enter").reads("已登记");
        desk.typesInto("fault", "水龙头还在漏水", AT_ONCE).reads("可能已经报过修").pictures("card-alike");
        desk.presses("Enter").isAt("催办").presses("Alt+u").reads("已登记来电");

        assertThat(slips.open(OFFICE, places.locate(OFFICE, flat))).hasSize(1);
    }

    @Test
    void dangerIsSaidBeforeEnter() {
        browser.desk("clerk1")
                .opens("/desk?telephone=" + phone)
                .typesInto("fault", "厨房有煤气味", AT_ONCE)
                .reads("马上告诉来电人")
                .pictures("card-danger");
    }

    @Test
    void fromTheFieldThatFindsToTheCallAboutASlip() {
        DeskScreen desk = browser.desk("clerk1").opens("/desk").types(flat).reads("上官云");
        desk.presses("Enter").reads("听力不好");
        desk.typesInto("fault", "厨房水龙头漏水", AT_ONCE).presses("Enter").reads("已登记");
        desk.tabsTo("业主来电登记").presses("Enter").tabsTo("业主要求").presses("ArrowDown");
        desk.tabsTo("业主原话").pictures("card-call");
        desk.typesInto("words", "请快一点", AT_ONCE).tabsTo("登记来电").presses("Enter").reads("已登记来电");
        desk.presses("Escape").isInTheField();
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("写错了的维修单，从服务台到更正办完，不用鼠标")
    void aSlipIsPutRight() {
        DeskScreen desk = browser.desk("clerk1").opens("/desk?telephone=" + phone);
        desk.typesInto("fault", "厨房水龙头漏水", AT_ONCE).presses("Enter").reads("已登记");
        String number = slip().number();
        desk.tabsTo("更正、并单、拆单").presses("Enter").awaits("启动");
        desk.tabsTo("维修单号").holds(number).tabsTo("启动").presses("Enter");
        desk.awaits("更正维修单").tabsTo("更正维修单").presses("Enter").awaits("怎样办理");
        desk.tabsTo("更正登记的内容").presses(" ").awaits("登记的内容，只改写错的");
        desk.tabsTo("故障情况").types("卫生间水龙头漏水", "厨房水龙头漏水");
        desk.tabsTo("原因").types("记错了房间", "").tabsTo("完成").presses("Enter");

        await().untilAsserted(() -> assertThat(slip().report().fault()).isEqualTo("卫生间水龙头漏水"));
        assertThat(slip().number()).isEqualTo(number);
    }

    @Test
    @DisplayName("whoever calls about what concerns many is joined to it by one key, without a slip")
    void whoCallsAboutAnIncidentIsJoinedByOneKey() {
        long lift = incidents.declare(
                new Declaration(OFFICE, "81栋电梯", "停运", false, "", "", ""), new Person("clerk2", Set.of()));
        try {
            DeskScreen desk = browser.desk("clerk1").opens("/desk?telephone=" + phone);
            desk.reads("81栋电梯停运，已在抢修，恢复时间待定").picturesForGuide("card-incident").pictures("card-incident");
            desk.typesInto("fault", "电梯坏了", AT_ONCE).presses("Alt+j").reads("已记下来电人");

            assertThat(callers.of(lift)).singleElement().satisfies(one -> assertThat(
                            List.of(one.name(), one.telephone(), one.said(), one.takenBy()))
                    .containsExactly("上官云", phone, "电梯坏了", "clerk1"));
            assertThat(slips.open(OFFICE, places.locate(OFFICE, flat))).isEmpty();
        } finally {
            incidents.end(lift, new Person("clerk2", Set.of()));
        }
    }

    @Test
    void tasklistLeadsToTheDesk() {
        browser.engine("clerk1", "tasklist").leadsTo("服务台", "/desk");
        browser.engine("tech1", "tasklist").leadsNotTo("服务台");
    }

    private Slip slip() {
        return slips.open(OFFICE, places.locate(OFFICE, flat)).get(0);
    }
}
