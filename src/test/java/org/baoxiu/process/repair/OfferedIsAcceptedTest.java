package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.joined;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.mistaken;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.Quote;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.OwnerView;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In every state of a slip the owner is offered what is accepted, and what is not offered is refused with a sentence. */
@ProcedureTest
@DisplayName("能办的才提供，提供的就能办")
@Tag("long")
class OfferedIsAcceptedTest {

    private static final Signatory OWNER = new Signatory("张三", false);

    @Autowired
    Office office;

    @Autowired
    OwnerSteps owner;

    @Autowired
    OwnerViews views;

    @Autowired
    Fees fees;

    /** Every state that a slip waits in, and those in which other things count than the state alone. */
    enum At {
        RECEIVED(SlipState.RECEIVED, repair -> repair),
        REGISTERED(
                SlipState.REGISTERED,
                repair -> repair.does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true))),
        NOTIFIED(SlipState.NOTIFIED, repair -> repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))),
        ACCIDENT(SlipState.NOTIFIED, repair -> accident(NOTIFIED.way.apply(repair))),
        PICKED_UP(SlipState.PICKED_UP, repair -> NOTIFIED.way.apply(repair).does("tech1", PICK_UP_SLIP, pickedUp())),
        OWNER_ABSENT(
                SlipState.PICKED_UP, repair -> PICKED_UP.way.apply(repair).does("tech1", VISIT_SITE, ownerAbsent())),
        ON_SITE(SlipState.ON_SITE, repair -> PICKED_UP.way.apply(repair).does("tech1", VISIT_SITE, arrived())),
        QUOTED(SlipState.QUOTED, repair -> ON_SITE.way.apply(repair).does("tech1", QUOTE_REPAIR, quoted())),
        ACCIDENT_QUOTED(SlipState.QUOTED, repair -> accident(QUOTED.way.apply(repair))),
        REQUOTED(SlipState.QUOTED, repair -> QUOTED.way.apply(repair).does("tech1", OBTAIN_CONSENT, requote())),
        REFUSED(SlipState.REFUSED, repair -> QUOTED.way.apply(repair).does("tech1", OBTAIN_CONSENT, refused())),
        WORKING(SlipState.WORKING, repair -> QUOTED.way.apply(repair).does("tech1", OBTAIN_CONSENT, agreed())),
        CHANGED(
                SlipState.ON_SITE,
                repair -> WORKING.way.apply(repair).does("tech1", CARRY_OUT_REPAIR, interrupted("change"))),
        QUOTED_AGAIN(SlipState.QUOTED, repair -> CHANGED.way.apply(repair).does("tech1", QUOTE_REPAIR, quoted())),
        SUPPORT_REQUESTED(
                SlipState.SUPPORT_REQUESTED,
                repair -> WORKING.way.apply(repair).does("tech1", CARRY_OUT_REPAIR, interrupted("help"))),
        DEFERRED(
                SlipState.DEFERRED,
                repair -> WORKING.way.apply(repair).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))),
        FINISHED(SlipState.FINISHED, repair -> WORKING.way.apply(repair).does("tech1", CARRY_OUT_REPAIR, done())),
        CONFIRMED(SlipState.CONFIRMED, repair -> FINISHED.way.apply(repair).does("tech1", ACCEPT_REPAIR, accepted())),
        IN_REWORK(
                SlipState.PICKED_UP,
                repair -> CALLED_BACK.apply(repair, notFixed()).does("tech1", PICK_UP_SLIP, pickedUp())),
        NOT_REACHED(SlipState.CONFIRMED, repair -> CALLED_BACK.apply(repair, notReached())),
        FOLLOWED_UP(SlipState.FOLLOWED_UP, repair -> CALLED_BACK.apply(repair, dissatisfied())),
        CLOSED(SlipState.CLOSED, repair -> CALLED_BACK.apply(repair, satisfied())),
        CANCELLED(SlipState.CANCELLED, repair -> repair.ownerCalls("cancel")),
        MISTAKEN(SlipState.MISTAKEN, repair -> corrects(repair.office(), "clerk1", repair, mistaken())),
        JOINED(SlipState.JOINED, At::joinedToAnother);

        private final SlipState state;
        private final UnaryOperator<RepairCase> way;

        private static RepairCase joinedToAnother(RepairCase first) {
            first.office().timePasses(Duration.ofMinutes(1));
            RepairCase second = first.office().reports("clerk1", leakingTap());
            return corrects(first.office(), "clerk1", second, joined(first));
        }

        At(SlipState state, UnaryOperator<RepairCase> way) {
            this.state = state;
            this.way = way;
        }
    }

    private interface CallBack {
        RepairCase apply(RepairCase repair, Map<String, Object> answer);
    }

    private static final CallBack CALLED_BACK = (repair, answer) -> At.CONFIRMED
            .way
            .apply(repair)
            .does("tech1", REPORT_RESULT, reported())
            .does("clerk1", REVIEW_FEE, feeApproved())
            .does("clerk2", CALL_BACK_OWNER, answer);

    private static RepairCase accident(RepairCase repair) {
        return repair.ownerCalls(with(call(repair.number(), "complain"), "lossOrInjury", true));
    }

    @BeforeEach
    void morning() {
        office.timeIs("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private RepairCase at(At at) {
        RepairCase repair = at.way.apply(office.reports("clerk1", leakingTap()));
        assertThat(repair.slip().state()).isEqualTo(at.state);
        return repair;
    }

    @Test
    void everyStateIsWalked() {
        // between quote and work, and between a refused acceptance and work, nothing waits
        assertThat(EnumSet.allOf(At.class).stream().map(at -> at.state).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(SlipState.CONSENTED)));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("found:C1")
    @Tag("S1")
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    void whatIsOfferedIsAcceptedAndNothingElse(At at) {
        RepairCase repair = at(at);
        EnumSet<OwnersStep> offered = offered(repair);
        for (OwnersStep step : EnumSet.complementOf(offered)) {
            assertThatThrownBy(() -> take(step, repair))
                    .as("%s at %s", step, at)
                    .isInstanceOf(Rejection.class);
            assertThat(repair.slip().state()).isEqualTo(at.state);
        }
        for (OwnersStep step : offered) {
            RepairCase another = at(at);
            assertThatCode(() -> take(step, another)).as("%s at %s", step, at).doesNotThrowAnyException();
        }
    }

    /** As the page shows it: quote and work are sections of their own. */
    private EnumSet<OwnersStep> offered(RepairCase repair) {
        OwnerView view = views.of(repair.slip());
        EnumSet<OwnersStep> offered = EnumSet.noneOf(OwnersStep.class);
        for (OwnersStep step : OwnersStep.values()) {
            boolean shown =
                    switch (step) {
                        case ANSWER_QUOTE -> view.offer() != null;
                        case JUDGE_WORK -> view.work() != null;
                        default -> view.open() && view.offers(step.name());
                    };
            if (shown) {
                offered.add(step);
            }
        }
        return offered;
    }

    private void take(OwnersStep step, RepairCase repair) {
        String slip = repair.number();
        switch (step) {
            case URGE -> owner.urge(slip, "快一点");
            case COMPLAIN -> owner.complain(slip, "态度不好");
            case CANCEL -> owner.cancel(slip, "自己修好了");
            case RESCHEDULE -> owner.reschedule(slip, office.now().plus(Duration.ofHours(3)));
            case ANSWER_QUOTE ->
                owner.agree(slip, fees.latestQuote(slip).map(Quote::id).orElse(0L), OWNER, false);
            case JUDGE_WORK -> owner.accept(slip, repair.slip().acceptance().reworks(), OWNER, true, true);
        }
    }
}
