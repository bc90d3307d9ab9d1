package org.baoxiu.commitment;

import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_ANSWER;
import static org.baoxiu.commitment.CommitmentKind.ACCIDENT_SOLUTION;
import static org.baoxiu.commitment.CommitmentKind.ARRIVAL;
import static org.baoxiu.commitment.CommitmentKind.DEFERRAL_CALL;
import static org.baoxiu.commitment.CommitmentKind.FIRST_ANSWER;
import static org.baoxiu.commitment.CommitmentKind.IMPORTANT_REPAIR;
import static org.baoxiu.commitment.CommitmentKind.NOTIFICATION;
import static org.baoxiu.commitment.CommitmentKind.ONE_DAY;
import static org.baoxiu.commitment.CommitmentKind.PROMISED_TIME;
import static org.baoxiu.commitment.CommitmentKind.REGISTRATION;
import static org.baoxiu.commitment.CommitmentKind.REPAIR;
import static org.baoxiu.commitment.CommitmentKind.RESULT_REPORT;
import static org.baoxiu.commitment.CommitmentKind.TWO_WEEKS;
import static org.baoxiu.commitment.CommitmentKind.VERIFICATION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.slip.Milestones;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a slip owes or has owed, by what has happened to it. All rules of when a clock of 4.5, 4.6 and 5 starts, waits
 * and ends are here; none of them knows how long it may take.
 */
final class Occurrences {

    /** Why the way to the door has time. */
    static final String WISH = "业主希望的时间";

    private final Slip slip;
    private final Milestones times;
    private final @Nullable Instant outsiderSince;
    private final List<Occurrence> all = new ArrayList<>();

    private Occurrences(Slip slip, @Nullable Instant outsiderSinceOrNull) {
        this.slip = slip;
        this.outsiderSince = outsiderSinceOrNull;
        this.times = slip.milestones();
    }

    /** @param outsiderSinceOrNull since when only somebody from outside may go on with the repair */
    static List<Occurrence> of(Slip slip, @Nullable Instant outsiderSinceOrNull) {
        Occurrences occurrences = new Occurrences(slip, outsiderSinceOrNull);
        occurrences.fromReceipt();
        occurrences.toTheDoor();
        occurrences.work();
        occurrences.afterWork();
        occurrences.accident();
        return occurrences.all;
    }

    private void fromReceipt() {
        Instant received = slip.report().receivedAt();
        Occurrence registration =
                Occurrence.of(REGISTRATION, received, slip.intake().registeredAt());
        all.add(slip.onPaperOnly() ? registration.pausedSince(received, "正在补录纸质单") : registration);
        all.add(Occurrence.of(FIRST_ANSWER, received, times.answeredAt()));
        all.add(Occurrence.of(TWO_WEEKS, received, times.solvedAt()));
        if (slip.repairClass() == null || slip.repairClass() == RepairClass.DAILY) {
            all.add(Occurrence.of(ONE_DAY, received, times.solvedAt()));
        }
    }

    private void toTheDoor() {
        if (slip.intake().registeredAt() != null) {
            Occurrence notification = Occurrence.of(
                    NOTIFICATION,
                    slip.intake().registeredAt(),
                    times.offeredAt() == null ? slip.visit().notifiedAt() : times.teamReachedAt());
            boolean waits = slip.visit().notifiedAt() == null && slip.intake().applicationMissing();
            all.add(waits ? notification.pausedSince(slip.intake().registeredAt(), "等待业主的书面申请") : notification);
        }
        if (slip.visit().notifiedAt() != null) {
            Occurrence arrival = Occurrence.of(ARRIVAL, slip.visit().notifiedAt(), times.visitedAt());
            Occurrence wanted =
                    slip.intake().emergency() ? arrival : arrival.waitingUntil(slip.visitExpectedAt(), WISH);
            all.add(
                    slip.intake().applicationMissing()
                            ? wanted.pausedSince(times.entryStoppedAt(), "等待业主的书面申请")
                            : wanted);
        }
    }

    /** A deferral replaces the time for the repair by the promised one; a new consent and a contractor only stop it while they are awaited. */
    private void work() {
        Instant started = times.roundStartedAt();
        Instant deferred = times.deferredAt();
        if (started != null) {
            Occurrence repair = Occurrence.of(REPAIR, started, slip.work().finishedAt());
            if (deferred != null) {
                all.add(repair.pausedSince(deferred, "暂缓维修，以约定时间为准"));
            } else if (times.changeSince() != null) {
                all.add(repair.pausedSince(times.changeSince(), "重新征得业主同意"));
            } else {
                all.add(outsiderSince == null ? repair : repair.pausedSince(later(outsiderSince, started), "等待外包单位维修"));
            }
        }
        if (started != null && importantAgain(started)) {
            all.add(Occurrence.of(IMPORTANT_REPAIR, started, slip.work().finishedAt())
                    .pausedSince(
                            deferred == null ? times.changeSince() : deferred,
                            deferred == null ? "重新征得业主同意" : "暂缓维修，以约定时间为准"));
        } else if (times.importantSince() != null && slip.repairClass() == RepairClass.IMPORTANT) {
            Instant end = slip.work().finishedAt() == null
                    ? times.solvedAt()
                    : slip.work().finishedAt();
            // what turns out to be important when it is repaired already is kept at once
            Occurrence important = Occurrence.of(
                    IMPORTANT_REPAIR, times.importantSince(), end == null ? null : later(end, times.importantSince()));
            all.add(important.pausedSince(deferred, "暂缓维修，以约定时间为准"));
        }
        if (deferred != null) {
            all.add(Occurrence.of(DEFERRAL_CALL, deferred, times.promisedSince()));
        }
        if (times.promisedSince() != null) {
            all.add(Occurrence.of(
                            PROMISED_TIME, times.promisedSince(), slip.work().finishedAt())
                    .waitingUntil(slip.schedule().promisedAt(), "与业主约定的时间"));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is done anew has its time anew, that of an important repair too (S6, S7, 5.2). */
    private boolean importantAgain(Instant start) {
        return slip.rework()
                && slip.repairClass() == RepairClass.IMPORTANT
                && times.importantSince() != null
                && start.isAfter(times.importantSince());
    }

    private void afterWork() {
        if (slip.work().finishedAt() != null) {
            all.add(
                    slip.publicArea()
                            ? Occurrence.of(VERIFICATION, slip.work().finishedAt(), slip.verifiedAt())
                            : Occurrence.of(
                                    RESULT_REPORT,
                                    slip.work().finishedAt(),
                                    slip.acceptance().resultReportedAt()));
        }
    }

    private void accident() {
        if (slip.accident() != null) {
            all.add(Occurrence.of(
                    ACCIDENT_ANSWER,
                    slip.accident().declaredAt(),
                    slip.accident().answeredAt()));
            all.add(Occurrence.of(
                    ACCIDENT_SOLUTION,
                    slip.accident().declaredAt(),
                    slip.accident().solvedAt()));
        }
    }
}
