package org.baoxiu.process.repair.variables;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks of a slip as the timers and due dates of the models read them. */
@Component
class ClockVariables implements StepVariables {

    /** A timer must have a date; this one is for a clock that stands still. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private static final Set<CommitmentKind> WORK = Set.of(
            CommitmentKind.REPAIR,
            CommitmentKind.PROMISED_TIME,
            CommitmentKind.IMPORTANT_REPAIR,
            CommitmentKind.ACCIDENT_SOLUTION);

    private final Commitments commitments;

    ClockVariables(Commitments commitments) {
        this.commitments = commitments;
    }

    /** A clock that has not begun has none; only a visit may be without a time. */
    @Override
    public void write(Slip slip, Values values) {
        List<Commitment> all = commitments.of(slip.number());
        values.putIfThere("registrationDue", due(all, CommitmentKind.REGISTRATION));
        values.putIfThere("notificationDue", due(all, CommitmentKind.NOTIFICATION));
        values.putIfThere("arrivalDue", due(all, CommitmentKind.ARRIVAL));
        values.putIfThere("arrivalWarning", warning(all, CommitmentKind.ARRIVAL));
        values.putIfThere("workDue", workDue(all));
        values.putIfThere("deferralDue", due(all, CommitmentKind.DEFERRAL_CALL));
        values.putIfThere("resultDue", due(all, CommitmentKind.RESULT_REPORT));
        values.putIfThere("verificationDue", due(all, CommitmentKind.VERIFICATION));
        values.putIfThere("importantDue", due(all, CommitmentKind.IMPORTANT_REPAIR));
        values.putIfThere("importantWarning", warning(all, CommitmentKind.IMPORTANT_REPAIR));
        values.putIfThere("firstAnswerDue", due(all, CommitmentKind.FIRST_ANSWER));
        values.putIfThere("oneDayDue", due(all, CommitmentKind.ONE_DAY));
        values.putIfThere("twoWeeksDue", due(all, CommitmentKind.TWO_WEEKS));
        values.putIfThere("accidentAnswerDue", due(all, CommitmentKind.ACCIDENT_ANSWER));
        values.putIfThere("accidentAnswerCycle", cycle(all, CommitmentKind.ACCIDENT_ANSWER));
        values.putIfThere("accidentSolutionDue", due(all, CommitmentKind.ACCIDENT_SOLUTION));
        values.putIfThere("accidentSolutionCycle", cycle(all, CommitmentKind.ACCIDENT_SOLUTION));
        values.put("visitDue", visitDue(slip, all));
        values.put(
                "importantOpen",
                latest(all, CommitmentKind.IMPORTANT_REPAIR)
                        .filter(clock -> !clock.ended())
                        .isPresent());
        values.put("accidentOpen", slip.accidentOpen());
        values.put("teamAwaited", teamAwaited(slip, all));
        values.put("unresolved", unresolved(all));
    }

    /** Whether the message to the team is still on its way and in time (4.6.1b). */
    private static boolean teamAwaited(Slip slip, List<Commitment> all) {
        return slip.visit().notifiedAt() == null
                && latest(all, CommitmentKind.NOTIFICATION)
                        .filter(clock -> clock.missedAt() != null)
                        .isEmpty();
    }

    private static Optional<Commitment> latest(List<Commitment> all, CommitmentKind kind) {
        return all.stream().filter(clock -> clock.kind() == kind).reduce((earlier, later) -> later);
    }

    private static @Nullable Date due(List<Commitment> all, CommitmentKind kind) {
        return latest(all, kind)
                .map(clock -> clock.paused() ? NEVER : Date.from(clock.dueAt()))
                .orElse(null);
    }

    private static @Nullable Date warning(List<Commitment> all, CommitmentKind kind) {
        return latest(all, kind)
                .map(clock ->
                        clock.paused() ? NEVER : Date.from(clock.deadline().warningAt()))
                .orElse(null);
    }

    /** Fires when due and then as often as the miss is told again (5.3). */
    private static @Nullable String cycle(List<Commitment> all, CommitmentKind kind) {
        return latest(all, kind).map(clock -> clock.deadline().cycle()).orElse(null);
    }

    /** The promise to arrive while it is owed, then the appointment with an owner who was absent. */
    private static @Nullable Date visitDue(Slip slip, List<Commitment> all) {
        return latest(all, CommitmentKind.ARRIVAL)
                .filter(clock -> !clock.ended())
                .map(Commitment::dueAt)
                .or(() -> Optional.ofNullable(slip.visitExpectedAt()))
                .map(Date::from)
                .orElse(null);
    }

    /**
     * The earliest of the promises that finished work keeps; without one, whenever the request should be solved at last. One that was
     * missed before does not hide those that can still be kept: its timer would fire at once, and theirs never.
     */
    private static @Nullable Date workDue(List<Commitment> all) {
        return all.stream()
                .filter(Commitment::running)
                .filter(clock -> WORK.contains(clock.kind()))
                .min(Comparator.comparing((Commitment clock) -> clock.missedAt() != null)
                        .thenComparing(Commitment::dueAt))
                .map(clock -> Date.from(clock.dueAt()))
                .orElseGet(() -> due(all, CommitmentKind.TWO_WEEKS));
    }

    /** Which of the limits that raise the class has passed without a solution: the longer one says more. */
    private static String unresolved(List<Commitment> all) {
        return unresolved(all, CommitmentKind.TWO_WEEKS)
                ? "twoWeeks"
                : unresolved(all, CommitmentKind.ONE_DAY) ? "oneDay" : "";
    }

    private static boolean unresolved(List<Commitment> all, CommitmentKind kind) {
        return latest(all, kind)
                .filter(clock -> clock.missedAt() != null && !clock.ended())
                .isPresent();
    }
}
