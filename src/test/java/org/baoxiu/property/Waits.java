package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_SOLUTION;
import static org.baoxiu.commitment.CommitmentKind.ARRIVAL;
import static org.baoxiu.commitment.CommitmentKind.DEFERRAL_CALL;
import static org.baoxiu.commitment.CommitmentKind.IMPORTANT_REPAIR;
import static org.baoxiu.commitment.CommitmentKind.NOTIFICATION;
import static org.baoxiu.commitment.CommitmentKind.ONE_DAY;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;
import static org.baoxiu.commitment.CommitmentKind.REPAIR;
import static org.baoxiu.commitment.CommitmentKind.RESULT_REPORT;
import static org.baoxiu.commitment.CommitmentKind.TWO_WEEKS;
import static org.baoxiu.commitment.CommitmentKind.VERIFICATION;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.slip.SlipState.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;

/** Where a slip may wait, and why: a promise runs, or stands still for a reason, or the record says what is waited for. */
final class Waits {

    /**
     * @param states   of the slip, in which its case may wait there; none for what is beside its case
     * @param promises one of which is owed as long as it waits there
     * @param why      what else the record says about it; empty where it says nothing
     */
    private record Wait(Set<SlipState> states, Set<CommitmentKind> promises, Function<Slip, String> why) {

        static Wait in(SlipState... states) {
            return new Wait(Set.of(states), Set.of(), slip -> "");
        }

        Wait on(CommitmentKind... promises) {
            return new Wait(states, Set.of(promises), why);
        }

        Wait because(Function<Slip, String> why) {
            return new Wait(states, promises, why);
        }
    }

    private static final Map<String, Wait> WAITS = Map.ofEntries(
            Map.entry(REGISTER_REQUEST, Wait.in(RECEIVED).on(REGISTRATION)),
            Map.entry(OBTAIN_APPLICATION, Wait.in(REGISTERED).on(NOTIFICATION)),
            Map.entry(SUPPLEMENT_APPLICATION, Wait.in(NOTIFIED).on(ARRIVAL)),
            Map.entry(ASSESS_FAULT, Wait.in(NOTIFIED).on(ARRIVAL)),
            Map.entry(SURVEY_SITE, Wait.in(NOTIFIED).on(ARRIVAL)),
            // the promise to arrive is settled once, by the first visit (4.6.2), for which a survey counts (S3): the
            // next one has its appointment or its reason
            Map.entry(PICK_UP_SLIP, Wait.in(NOTIFIED).on(ARRIVAL).because(Waits::visitedBefore)),
            Map.entry(VISIT_SITE, Wait.in(PICKED_UP).on(ARRIVAL).because(Waits::visitedBefore)),
            Map.entry(RESCHEDULE_VISIT, Wait.in(PICKED_UP).because(Waits::visitedBefore)),
            // somebody is there with the owner; for as long as that lasts the whole request has to be solved in time
            Map.entry(
                    QUOTE_REPAIR,
                    Wait.in(ON_SITE, QUOTED)
                            .on(REPAIR, IMPORTANT_REPAIR, ACCIDENT_SOLUTION, ONE_DAY, TWO_WEEKS)
                            .because(Waits::accidentSolved)),
            Map.entry(
                    OBTAIN_CONSENT,
                    Wait.in(QUOTED)
                            .on(REPAIR, IMPORTANT_REPAIR, ACCIDENT_SOLUTION, ONE_DAY, TWO_WEEKS)
                            .because(Waits::accidentSolved)),
            // half an hour is promised for daily repairs only (5.1); an accident has its own time (5.3), then the two
            // weeks remain
            Map.entry(
                    CARRY_OUT_REPAIR,
                    Wait.in(WORKING)
                            .on(REPAIR, IMPORTANT_REPAIR, ACCIDENT_SOLUTION, CommitmentKind.PROMISED_TIME, TWO_WEEKS)
                            .because(Waits::accidentSolved)),
            Map.entry(
                    SUPPORT_REPAIR,
                    Wait.in(SUPPORT_REQUESTED)
                            .on(REPAIR, IMPORTANT_REPAIR, ACCIDENT_SOLUTION, CommitmentKind.PROMISED_TIME, TWO_WEEKS)
                            .because(Waits::accidentSolved)),
            Map.entry(AGREE_DEFERRAL, Wait.in(DEFERRED).on(DEFERRAL_CALL)),
            Map.entry(PROMISED_TIME, Wait.in(DEFERRED).on(CommitmentKind.PROMISED_TIME)),
            // the slip's own promises run beside those
            Map.entry(CONTRACTOR_ARRIVAL, Wait.in().on(CommitmentKind.CONTRACTOR_ARRIVAL)),
            Map.entry(ACCEPT_REPAIR, Wait.in(FINISHED).on(RESULT_REPORT)),
            Map.entry(REPORT_RESULT, Wait.in(CONFIRMED).on(RESULT_REPORT)),
            Map.entry(VERIFY_PUBLIC_REPAIR, Wait.in(FINISHED).on(VERIFICATION)),
            // the owner has what was promised; what is left is the office's own, without a limit in the procedure (3.5,
            // 4.3.6, S7)
            Map.entry(
                    REVIEW_FEE,
                    Wait.in(CONFIRMED)
                            .because(slip -> "confirmed at " + slip.acceptance().confirmedAt())),
            Map.entry(CALL_BACK_OWNER, Wait.in(CONFIRMED, REFUSED).because(Waits::over)),
            Map.entry(CALL_BACK_DUE, Wait.in(CONFIRMED, REFUSED).because(Waits::over)),
            Map.entry(IMPROVE_SERVICE, Wait.in(REFUSED, FOLLOWED_UP).because(slip -> slip.reasons()
                    .improvement())));

    private Waits() {}

    /** Where the case of a slip in this state may wait, but for what goes on beside the repair. */
    static Set<String> placesOf(SlipState state) {
        return WAITS.entrySet().stream()
                .filter(place -> place.getValue().states().contains(state))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String visitedBefore(Slip slip) {
        if (slip.milestones().visitedAt() == null) {
            return "";
        }
        return slip.visit().appointmentAt() != null
                ? "appointment at " + slip.visit().appointmentAt()
                : slip.diagnosis().surveyNeeded()
                        ? "surveyed at " + slip.milestones().visitedAt()
                        : slip.reasons().visit();
    }

    /** The procedure names no time for work that is done anew when the accident that it was has been solved. */
    private static String accidentSolved(Slip slip) {
        return slip.accident() != null && slip.accident().solvedAt() != null
                ? "accident solved at " + slip.accident().solvedAt()
                : "";
    }

    private static String over(Slip slip) {
        return slip.acceptance().confirmedAt() != null
                ? "confirmed at " + slip.acceptance().confirmedAt()
                : slip.lastReason();
    }

    /** @param elements where the case waits, without what goes on beside it */
    static void check(List<String> elements, Slip slip, List<Commitment> promises) {
        for (String element : elements) {
            Wait wait = WAITS.get(element);
            assertThat(wait).as("why a slip may wait at %s", element).isNotNull();
            boolean promised = promises.stream()
                    .filter(promise -> wait.promises().contains(promise.kind()))
                    .anyMatch(Waits::isOwed);
            String why = Stream.ofNullable(wait.why().apply(slip))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining());
            assertThat(promised || !why.isBlank())
                    .as("waits at %s with a promise of %s or a reason", element, wait.promises())
                    .isTrue();
        }
    }

    private static boolean isOwed(Commitment promise) {
        return promise.running()
                || promise.pauses().stream()
                        .filter(pause -> pause.pausedUntil() == null)
                        .anyMatch(pause -> !pause.reason().isBlank());
    }

    /** After the timers that are due have fired, somebody knows of every promise whose time is over (4.6, 5). */
    static void checkNoticed(List<Commitment> promises, Instant now) {
        assertThat(promises)
                .filteredOn(promise -> promise.running() && promise.dueAt().isBefore(now))
                .as("promises that are over")
                .allSatisfy(promise -> assertThat(promise.missedAt())
                        .as("when it was noticed that %s is over", promise.kind())
                        .isNotNull());
    }
}
