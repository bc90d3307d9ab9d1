package org.baoxiu.web.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.testing.Answers.pickedUp;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("办理路径的页面")
class WaysOverHttpTest {

    /** A day that no other test has. */
    private static final String DAY = "from=2033-06-01&until=2033-06-01";

    private static final Pattern WAY =
            Pattern.compile("<a href=\"([^\"]+)\">(\\d+)</a></td>\\s*<td[^>]*>([^<]+)</td>\\s*<td>([^<]+)</td>");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("two that went the same way are one line, a third is another, and each leads to its slips")
    void theSameWay() {
        office.timeIs("2033-06-01T09:00:00+08:00");
        List<RepairCase> same = List.of(TapRepair.registered(office), TapRepair.registered(office));
        same.forEach(repair -> repair.ownerCalls("cancel"));
        RepairCase other = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        other.ownerCalls("cancel");

        String page = Phone.of(port, "director").opens("/ways?" + DAY).body();
        List<MatchResult> found = WAY.matcher(page).results().toList();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).group(2)).isEqualTo("2");
        assertThat(found.get(0).group(3)).isEqualTo("67%");
        assertThat(found.get(1).group(3)).isEqualTo("33%");
        assertThat(found.get(1).group(4)).contains(found.get(0).group(4)).contains("→");

        String slips = Phone.of(port, "director")
                .opens(found.get(0).group(1).replace("&amp;", "&"))
                .body();
        assertThat(slips)
                .contains("共 <b>2</b> 张", same.get(0).number(), same.get(1).number());
        assertThat(slips).doesNotContain(other.number());
    }
}
