package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.satisfied;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.SameRepairs;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was repaired is broken again: its owner says so on its page, and it is rework. */
@ProcedureTest
@DisplayName("修过又坏")
@Tag("5.4")
class ReportAgainTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private SameRepairs repairs;

    private final String telephone =
            "136%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private final List<RepairCase> cases = new ArrayList<>();
    private OwnersPhone phone;

    @BeforeEach
    void morning() {
        office.timeIs("2020-06-08T09:00:00+08:00");
        phone = new OwnersPhone(port);
    }

    @AfterEach
    void backToToday() {
        cases.stream()
                .filter(repair -> repair.slip().offers(OwnersStep.CANCEL))
                .forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @DisplayName("one form opens a slip for the same place and item, which counts as rework; the page offers it once")
    void again() {
        RepairCase first = closed();
        office.timePasses(Duration.ofDays(3));
        Page page = link(first);
        Map<String, String> form = page.filled("words", "又滴水了");
        page = phone.sends(page.path() + "/again", form);
        assertThat(page.body()).contains("报修成功", "修过又坏（上次 " + first.number() + "）：又滴水了");
        RepairCase second = caseOf(page);
        Slip slip = second.slip();
        assertThat(slip.number()).isNotEqualTo(first.number());
        assertThat(slip.report().place()).isEqualTo(first.slip().report().place());
        assertThat(slip.report().reporterPhone()).isEqualTo(telephone);
        assertThat(slip.diagnosis().itemCode()).isEqualTo("PL-01");
        assertThat(caseOf(phone.sends("/r/" + tokens.token(first.number()) + "/again", form))
                        .number())
                .as("sent twice")
                .isEqualTo(second.number());

        second.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repairs.after(first.slip())).extracting(Slip::number).containsExactly(second.number());
        Page old = link(first);
        assertThat(old.body()).doesNotContain("再次报修");
        assertThat(phone.sends(old.path() + "/again", page.filled("words", "还是滴水"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("not before it is closed, not after the window, and not where another slip of the same owner is open")
    void notOffered() {
        RepairCase open =
                TapRepair.billed(TapRepair.working(reported().does("clerk1", REGISTER_REQUEST, registered("PL-01"))));
        Page page = link(open);
        assertThat(page.body()).doesNotContain("再次报修");
        assertThat(phone.sends(page.path() + "/again", page.filled("words", "又滴水了"))
                        .status())
                .isEqualTo(400);
        open.does("clerk2", CALL_BACK_OWNER, satisfied());
        page = link(open);
        assertThat(page.body()).contains("再次报修");

        RepairCase other = reported();
        Page refused = phone.sends(page.path() + "/again", page.filled("words", "又滴水了"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("已有您报修的维修单 " + other.number(), "又滴水了");
        other.ownerCalls("cancel");

        assertThat(phone.sends(page.path() + "/again", page.filled("words", " "))
                        .body())
                .contains("请填写“现在的情况”");
        office.timePasses(Duration.ofDays(30));
        Page late = link(open);
        assertThat(late.body()).doesNotContain("再次报修");
        assertThat(phone.sends(late.path() + "/again", page.filled("words", "又滴水了"))
                        .status())
                .isEqualTo(400);
    }

    private RepairCase closed() {
        return TapRepair.billed(TapRepair.working(reported().does("clerk1", REGISTER_REQUEST, registered("PL-01"))))
                .does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    private RepairCase reported() {
        RepairCase repair = office.reports(
                "clerk1", with(leakingTap(), "place", "6 栋 " + telephone.substring(3), "reporterPhone", telephone));
        cases.add(repair);
        return repair;
    }

    private RepairCase caseOf(Page page) {
        RepairCase repair = office.ofSlip(
                tokens.open(page.path().substring(3)).orElseThrow().number());
        cases.add(repair);
        return repair;
    }

    private Page link(RepairCase repair) {
        return phone.opens("/r/" + tokens.token(repair.number()));
    }
}
