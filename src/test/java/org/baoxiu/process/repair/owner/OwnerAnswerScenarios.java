package org.baoxiu.process.repair.owner;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.fee.Fees;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.slip.Signatory;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the owner answers by the link moves the case as if it had been noted in the office. */
@Scenarios
@DisplayName("业主自己答复")
class OwnerAnswerScenarios {

    private static final Signatory OWNER = new Signatory("张三", false);

    @Autowired
    Office office;

    @Autowired
    OwnerSteps owner;

    @Autowired
    Fees fees;

    @Test
    @Tag("4.3.4.4")
    @Tag("S6")
    @Tag("4.3.4.8")
    @Tag("4.3.6")
    void theOwnersOwnAnswersMoveTheCase() {
        RepairCase repair = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        owner.reschedule(repair.number(), office.now().plus(Duration.ofHours(2)));
        repair.does("tech1", VISIT_SITE, ownerAbsent());
        owner.reschedule(repair.number(), office.now().plus(Duration.ofHours(4)));
        repair.does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, quoted());

        owner.decline(repair.number(), quote(repair), true, "想换便宜的水龙头");
        repair.does("tech1", QUOTE_REPAIR, quoted());
        owner.agree(repair.number(), quote(repair), OWNER, false);
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.reject(repair.number(), 0, "还在滴水");
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.accept(repair.number(), 1, OWNER, true, true);
        repair.does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, notReached());
        owner.rate(repair.number(), true, 5, "很好");

        repair.isClosed();
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("4.3.6")
    void anOwnerWhoWantsNoRepairRatesInsteadOfTheNextCall() {
        RepairCase repair = TapRepair.onSite(office).does("tech1", QUOTE_REPAIR, quoted());
        owner.decline(repair.number(), quote(repair), false, "太贵");
        repair.does("clerk1", CALL_BACK_OWNER, notReached());
        office.timePasses(Duration.ofHours(4));
        repair.dueTimersFire();

        owner.rate(repair.number(), true, 4, "");

        repair.isClosed();
    }

    private long quote(RepairCase repair) {
        return fees.latestQuote(repair.number()).orElseThrow().id();
    }
}
