package org.baoxiu.browser;

import static org.awaitility.Awaitility.await;
import static org.baoxiu.browser.Tasklist.MINE;
import static org.baoxiu.browser.Tasklist.OF_MY_GROUPS;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A technician falls ill with three slips in hand: what the supervisor does about it, and what the colleague sees. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Office.class)
@DirtiesContext
@DisplayName("浏览器里的请假和移交")
class HandingOverInTasklistTest {

  @LocalServerPort
  int port;
  @Autowired
  Office office;

  private OfficeBrowser browser;

  @BeforeEach
  void browserOpens() {
    browser = new OfficeBrowser("http://localhost:" + port);
  }

  @AfterEach
  void browserCloses() {
    browser.close();
  }

  private String pickedUpBy(String technician, String place) {
    RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place))
        .submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
    await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
    return repair.submits(technician, PICK_UP_SLIP, pickedUp()).number();
  }

  @Test
  @Tag("found:C2") @Tag("3.3")
  void threeSlipsOfAnAbsentTechnician() {
    List<String> slips = Stream.of("3 栋 101", "3 栋 102", "3 栋 103").map(place -> pickedUpBy("tech1", place)).toList();
    Tasklist supervisor = browser.of("supervisor");
    supervisor.begins("维修人员资质登记").writes("维修人员登录名", "tech3").selects("资质", "水暖").writes("证书编号", "水 2026-03")
        .writes("有效期至", "2029-12-31").sends();

    TaskForm leave = supervisor.begins("请假登记").writes("人员", "tech1").chooses("登记", "请假").writes("结束时间", "明天 18:00")
        .writes("原因", "发烧").chooses("未完的工作", "移交给一位同事").writes("移交给", "tech3");
    supervisor.pictures("absence");
    leave.sends();

    Tasklist colleague = browser.of("tech3");
    slips.forEach(slip -> colleague.opens(MINE, "上门", slip).reads("移交给"));
    Tasklist absent = browser.of("tech1");
    absent.hasNo(MINE, "上门", slips.get(0));

    TaskForm handOver = supervisor.begins("移交工作").writes("谁的工作", "tech3").writes("单号", slips.get(2))
        .writes("原因", "另有急修，先退回小组");
    supervisor.pictures("hand-over");
    handOver.sends();
    supervisor.opens(OF_MY_GROUPS, "上门", slips.get(2)).reads("退回小组");

    TaskForm roster = supervisor.begins("值班登记").selects("管理处", "一号管理处").selects("小组", "工程部维修班")
        .writes("值班表", "12-01~12-07 08:00-20:00 tech1、tech3\n12-01~12-07 20:00-08:00 tech2");
    supervisor.pictures("roster");
    roster.sends();
  }
}
