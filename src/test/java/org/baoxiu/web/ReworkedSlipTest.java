package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.notFixed;
import static org.baoxiu.testing.Answers.pickedUp;

import java.util.function.Consumer;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.owner.OwnersPhone;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was settled stays settled while the work is done again; nothing of the former round is told as if it were of this one. */
@ProcedureTest
@DisplayName("返修中的维修单")
class ReworkedSlipTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private OwnerViews views;

    /** How far the second round has come. */
    enum Again {
        NOTIFIED(repair -> {}, "维修人员上门后告知"),
        PICKED_UP(repair -> repair.does("tech1", PICK_UP_SLIP, pickedUp()), "维修人员上门后告知"),
        // the consent stays, so that work goes on with the arrival
        WORKING(
                repair -> repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived()),
                "预计 6月8日 11:30 前修好");

        private final Consumer<RepairCase> way;
        private final String completion;

        Again(Consumer<RepairCase> way, String completion) {
            this.way = way;
            this.completion = completion;
        }
    }

    @BeforeEach
    void morning() {
        office.timeIs("2020-06-08T09:00:00+08:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("found:A2")
    @Tag("Q4")
    void aSlipThatIsDoneAgainHasItsPage(Again again) {
        RepairCase repair = TapRepair.billed(office);
        office.timeIs("2020-06-08T11:00:00+08:00");
        repair.does("clerk2", CALL_BACK_OWNER, notFixed());
        again.way.accept(repair);

        Page page = new OwnersPhone(port).opens("/r/" + tokens.token(repair.number()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("结算 95.50 元")
                .containsPattern("预计完成</dt><dd>" + again.completion)
                .doesNotContain("</dt><dd>6月8日 09:00 修理完毕");
        assertThat(views.of(repair.slip()).changes())
                .filteredOn(change -> change.text().startsWith("结算"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.time()).as("when it was settled").isEqualTo("6月8日 09:00"));
    }
}
