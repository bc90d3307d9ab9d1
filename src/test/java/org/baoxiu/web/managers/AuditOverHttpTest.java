package org.baoxiu.web.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("审计的页面")
class AuditOverHttpTest {

    /** That no other test has. */
    private static final String DAY = "from=2034-05-03&until=2034-05-03";

    private static final String NEXT = "from=2034-05-04&until=2034-05-04";
    private static final Pattern CHANGE = Pattern.compile("href=\"(/audit/changes/\\d+)\">第 \\d+ 次<");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    private Phone affairs;

    @BeforeEach
    void itIsThatDay() {
        office.timeIs("2034-05-03T09:00:00+08:00");
        affairs = Phone.of(port, "affairs");
    }

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    private String opens(String address) {
        return affairs.opens(address).body();
    }

    @Test
    @DisplayName("each topic has its lines of the day, and of no other; no telephone is shown")
    void topics() {
        RepairCase forced = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true))
                .does("clerk1", OBTAIN_APPLICATION, application());
        RepairCase cancelled = TapRepair.registered(office);
        cancelled.ownerCalls("cancel");
        RepairCase returned = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        returned.does("tech1", VISIT_SITE, returned());
        RepairCase corrected =
                corrects(office, "clerk1", TapRepair.registered(office), corrected("reporterPhone", "13911112222"));

        assertThat(opens("/audit?" + DAY)).contains("撬锁破门和书面申请", "4.7.5", "须撬锁破门的单，每张都要先有业主的书面申请");
        assertThat(opens("/audit/forced-entry?" + DAY)).contains(forced.number(), "张三", "申请 12 号", "共 <b>1</b> 行");
        assertThat(opens("/audit/called-off?" + DAY)).contains(cancelled.number(), "业主取消：");
        assertThat(opens("/audit/handed-over?" + DAY)).contains(returned.number(), "退单：缺少专用工具", "水电工");
        assertThat(opens("/audit/put-right?" + DAY))
                .contains(corrected.number(), "更正", "听错了")
                .doesNotContain("13911112222", "13800000000");
        for (String topic : List.of("forced-entry", "called-off", "handed-over", "put-right")) {
            assertThat(opens("/audit/" + topic + "?" + NEXT)).as(topic).contains("共 <b>0</b> 行", "没有");
        }
        assertThat(opens("/audit/called-off?" + DAY)).contains("<h1>取消、误登记、并单</h1>");
        assertThat(opens("/rules/slips?rule=TIMES_RUN_BACKWARDS&" + DAY))
                .as("the slips behind any figure")
                .contains("<h1>时间前后颠倒</h1>", "<title>时间前后颠倒</title>");
        assertThat(opens("/audit/workbook?" + DAY)).startsWith("PK");
    }

    @Test
    @DisplayName("a change of the rules names the slips that were decided under it, and no others")
    void decidedUnderAChange() throws IOException {
        String table = Files.readString(Path.of("processes", "repair-classification.dmn"));
        office.timeIs("2034-05-02T09:00:00+08:00");
        String withdrawn = office.deploys("repair-classification.dmn", table.replace("报修后两周没有", "报修后两周还没有"));
        String underTheSameNumber = TapRepair.registered(office).number();
        office.withdraws(withdrawn);
        itIsThatDay();
        String before = TapRepair.registered(office).number();
        String deployment =
                office.deploys("repair-classification.dmn", table.replace("报修后两周没有合理的解决或答复", "报修后两周还没有解决或答复"));
        try {
            String after = TapRepair.registered(office).number();
            String page = opens("/audit/changes?" + DAY);
            assertThat(page).contains("repair-classification.dmn", "已确认");
            Matcher change = CHANGE.matcher(page);
            assertThat(change.find()).isTrue();
            assertThat(opens(change.group(1)))
                    .as("general affairs may not open the heat map")
                    .doesNotContain("/heat");
            assertThat(Phone.of(port, "director").opens(change.group(1)).body())
                    .contains(
                            after,
                            "共 <b>1</b> 张",
                            "还没有",
                            "/heat?from=2034-04-03&amp;until=2034-05-02",
                            "/heat?from=2034-05-03")
                    .containsPattern("<title>第 \\d+ 次改动</title>")
                    .containsPattern("<h1>第 \\d+ 次改动</h1>")
                    .doesNotContain(before)
                    .doesNotContain(underTheSameNumber);
            assertThat(opens("/audit/changes?" + NEXT)).doesNotContain("repair-classification.dmn");
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @DisplayName("what cannot be read is said")
    void refused() {
        assertThat(affairs.opens("/audit?from=x").status()).isEqualTo(400);
        assertThat(opens("/audit?from=x")).contains("日期请写成");
        assertThat(affairs.opens("/audit/nothing").status()).isEqualTo(400);
        assertThat(opens("/audit/nothing")).contains("没有这一项");
        assertThat(affairs.opens("/audit/changes/999999").status()).isEqualTo(404);
    }
}
