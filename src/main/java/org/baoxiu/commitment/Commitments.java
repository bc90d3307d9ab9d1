package org.baoxiu.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the clocks of a slip: they follow what happens to it, and they are judged when their time has come. Times are exact
 * to the millisecond.
 */
@Service
@Transactional
public class Commitments {

    private final CommitmentRepository commitments;
    private final LoadedCommitments loaded;
    private final Slips slips;
    private final Limits limits;
    private final Clerks clerks;
    private final Outsiders outsiders;
    private final ServiceCalendar calendar;
    private final Clock clock;

    Commitments(
            CommitmentRepository commitments,
            LoadedCommitments loaded,
            Slips slips,
            Limits limits,
            Clerks clerks,
            Outsiders outsiders,
            ServiceCalendar calendar,
            Clock clock) {
        this.commitments = commitments;
        this.loaded = loaded;
        this.slips = slips;
        this.limits = limits;
        this.clerks = clerks;
        this.outsiders = outsiders;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** All clocks of a slip, in the order of their start. */
    public List<Commitment> of(String slipNumber) {
        return loaded.of(slipNumber, commitments::of);
    }

    public Commitment get(long id) {
        return loaded.find(id).orElseGet(() -> commitments.find(id).orElseThrow());
    }

    /** When a promise of this slip would be due if it started at {@code start}; empty if there is no such promise. */
    public Optional<Instant> dueFrom(Instant start, CommitmentKind kind, Slip slip) {
        return limits.of(kind, slip.repairClass(), slip.intake().emergency()).map(limit -> Commitment.start(
                        slip.number(),
                        Occurrence.of(kind, start, null),
                        limit,
                        slip.repairClass(),
                        slip.intake().emergency(),
                        calendar)
                .dueAt());
    }

    /** Starts, stops, pauses and ends the slip's clocks by what has happened to it. */
    public void follow(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        List<Occurrence> owed =
                Occurrences.of(slip, outsiders.awaitedSince(slip).orElse(null));
        List<Commitment> kept = new ArrayList<>(of(slipNumber));
        for (Occurrence occurrence : owed) {
            Optional<Commitment> known =
                    kept.stream().filter(sameAs(occurrence)).findFirst();
            known.ifPresent(kept::remove);
            if (known.isEmpty()) {
                start(slip, occurrence);
            } else if (!known.get().ended() || slip.fromPaper()) {
                follow(slip, known.get(), occurrence);
            }
        }
        kept.stream()
                .filter(commitment -> !commitment.ended()
                        && (!commitment.kind().apart() || slip.state().ended()))
                .forEach(commitment -> release(slip, commitment));
    }

    /**
     * What was registered wrongly has been put right: each promise is due as if it had been registered rightly, from when it truly began.
     * What is kept or missed already stays as it was, and so does everything where no promise hangs on what was put right.
     *
     * @param formerly as it stood before
     */
    public void putRight(String slipNumber, Grounds formerly) {
        Slip slip = slips.get(slipNumber);
        Grounds rightly = Grounds.of(slip);
        follow(slipNumber);
        if (rightly.equals(formerly)) {
            return;
        }
        if (rightly.dailyAgainSince(formerly)) {
            of(slipNumber).stream()
                    .filter(commitment -> commitment.ended() && isOwedAgain(slip, commitment))
                    .forEach(commitment -> {
                        commitment.reopen();
                        commitments.save(commitment);
                    });
        }
        of(slipNumber).stream()
                .filter(commitment ->
                        !commitment.ended() && !commitment.kind().apart() && !commitment.missedBy(clock.instant()))
                .forEach(commitment -> decideAnew(slip, commitment, rightly.limitLikeThatOf(formerly)));
        follow(slipNumber);
    }

    private void decideAnew(Slip slip, Commitment commitment, boolean sameLimit) {
        if (sameLimit) {
            commitment.forgetWish(calendar);
            commitments.save(commitment);
            return;
        }
        limits.of(commitment.kind(), slip.repairClass(), slip.intake().emergency())
                .ifPresent(limit -> {
                    commitment.decideAnew(
                            limit, slip.repairClass(), slip.intake().emergency(), calendar);
                    commitments.save(commitment);
                });
    }

    /**
     * The day in which a daily repair has to be solved had ended with its class (4.2.2). Where a person has decided against that class
     * (4.4.2) the rules raise it no more, and the day stays over.
     */
    private boolean isOwedAgain(Slip slip, Commitment commitment) {
        return commitment.kind() == CommitmentKind.ONE_DAY
                && slip.milestones().solvedAt() == null
                && !commitment.missed()
                && commitment.dueAt().isAfter(clock.instant());
    }

    /** Whether the request should be solved by now if it is a daily repair (4.2.2). */
    public boolean unsolvedTooLong(String slipNumber) {
        return slips.get(slipNumber).milestones().solvedAt() == null
                && of(slipNumber).stream()
                        .anyMatch(commitment -> commitment.kind().raisesClass()
                                && !commitment.dueAt().isAfter(clock.instant()));
    }

    private static Predicate<Commitment> sameAs(Occurrence occurrence) {
        return commitment ->
                commitment.kind() == occurrence.kind() && commitment.startedAt().equals(occurrence.startedAt());
    }

    private void start(Slip slip, Occurrence occurrence) {
        if (slip.state().ended() && occurrence.endedAt() == null) {
            return;
        }
        limits.of(occurrence.kind(), slip.repairClass(), slip.intake().emergency())
                .ifPresent(limit -> {
                    Commitment started = Commitment.start(
                            slip.number(),
                            occurrence,
                            limit,
                            slip.repairClass(),
                            slip.intake().emergency(),
                            calendar);
                    started.heldBy(slip.technician(), slip.fromPaper(), clock.instant());
                    started.follow(occurrence, clock.instant(), calendar);
                    done(slip, started, occurrence);
                    loaded.add(commitments.save(started));
                });
    }

    private void follow(Slip slip, Commitment commitment, Occurrence occurrence) {
        boolean changed = commitment.heldBy(slip.technician(), slip.fromPaper(), clock.instant());
        if (!commitment.ended()) {
            changed |= goOn(slip, commitment, occurrence);
        }
        if (changed) {
            commitments.save(commitment);
        }
    }

    private boolean goOn(Slip slip, Commitment commitment, Occurrence occurrence) {
        boolean changed = false;
        if (commitment.missedAt() == null
                && !commitment.limitedFor(slip.repairClass(), slip.intake().emergency())) {
            Optional<Limit> limit = limits.of(
                    commitment.kind(), slip.repairClass(), slip.intake().emergency());
            limit.ifPresent(found -> commitment.recompute(
                    found, slip.repairClass(), slip.intake().emergency(), calendar));
            changed = limit.isPresent();
        }
        changed |= commitment.follow(occurrence, clock.instant(), calendar);
        done(slip, commitment, occurrence);
        Instant closed = slip.closedAt();
        if (closed != null && !commitment.ended()) {
            commitment.end(closed);
            changed = true;
        }
        return changed;
    }

    /** What was done before the slip was opened was done on paper, by nobody who is known. */
    private void done(Slip slip, Commitment commitment, Occurrence occurrence) {
        if (occurrence.endedAt() != null
                && !occurrence.endedAt().isBefore(slip.intake().openedAt())) {
            commitment.doneBy(clerks.acting(), () -> clerks.havingTaken(commitment));
        }
    }

    /**
     * What is owed no more, because another promise has taken its place, has ended. But a request that was not solved in a day
     * or in two weeks stays unsolved, whatever its class became by that.
     */
    private void release(Slip slip, Commitment commitment) {
        Instant solved =
                slip.state().ended() ? slip.closedAt() : slip.milestones().solvedAt();
        boolean unsolved = commitment.kind().raisesClass() && commitment.missedAt() != null;
        if (commitment.kind().apart()) {
            commitment.withdraw(clock.instant());
            commitments.save(commitment);
            return;
        }
        Instant end = unsolved ? solved : clock.instant();
        if (end != null) {
            commitment.end(end);
            commitments.save(commitment);
        }
    }

    /**
     * Somebody outside has promised to be there at a time (Q3): it is due then, by the limit of the table, though it may be entered
     * later, and takes the place of what was agreed before.
     */
    public void agree(String slipNumber, CommitmentKind kind, Instant agreed) {
        Slip slip = slips.get(slipNumber);
        Instant start = of(slipNumber).stream()
                .filter(known -> known.kind() == kind)
                .map(known -> known.startedAt().plusMillis(1))
                .reduce(
                        agreed.isBefore(clock.instant()) ? agreed : clock.instant(),
                        (one, other) -> one.isAfter(other) ? one : other);
        withdraw(slipNumber, kind);
        start(slip, Occurrence.of(kind, start, null).waitingUntil(agreed, "与外包单位约定的时间"));
    }

    /** What was agreed outside is not owed any more: another time takes its place, or nobody is awaited. */
    public void withdraw(String slipNumber, CommitmentKind kind) {
        of(slipNumber).stream()
                .filter(commitment -> commitment.kind() == kind && !commitment.ended())
                .forEach(commitment -> {
                    commitment.withdraw(clock.instant());
                    commitments.save(commitment);
                });
    }

    /** What was agreed outside is kept, late or in time; the moment may be entered later. */
    public void keep(String slipNumber, CommitmentKind kind, Instant time) {
        of(slipNumber).stream()
                .filter(commitment -> commitment.kind() == kind && !commitment.ended())
                .forEach(commitment -> {
                    commitment.keep(time);
                    commitments.save(commitment);
                });
    }

    /**
     * Of a step that the process owner has added, which begins now; two that begin at once are told apart by a millisecond.
     *
     * @param step its id in the diagram
     */
    public Commitment begin(Slip slip, String step, String name, Limit limit) {
        Instant start = of(slip.number()).stream()
                .filter(known -> known.kind() == CommitmentKind.ADDED_STEP)
                .map(known -> known.startedAt().plusMillis(1))
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
        Commitment started = Commitment.start(
                slip.number(),
                Occurrence.of(CommitmentKind.ADDED_STEP, start, null),
                limit,
                slip.repairClass(),
                slip.intake().emergency(),
                calendar);
        started.step = step;
        started.stepName = name;
        loaded.add(commitments.save(started));
        return started;
    }

    /** Such a step is done. */
    public void keep(Commitment step, Instant time) {
        step.keep(time);
        commitments.save(step);
    }

    /** The case goes on without it. */
    public void withdraw(Commitment step) {
        step.withdraw(clock.instant());
        commitments.save(step);
    }

    /** The clock of the slip that somebody has to be told about now, marked as told; empty if every one is in order. */
    public Optional<Attention> judge(String slipNumber) {
        return judge(
                slipNumber,
                commitment ->
                        !commitment.kind().raisesClass() && !commitment.kind().apart());
    }

    /** Likewise of one kind. */
    public Optional<Attention> judge(String slipNumber, CommitmentKind kind) {
        return judge(slipNumber, commitment -> commitment.kind() == kind);
    }

    /** Likewise one clock. */
    public Optional<Attention> judge(Commitment one) {
        return judge(one.slipNumber(), commitment -> commitment.id().equals(one.id()));
    }

    private Optional<Attention> judge(String slipNumber, Predicate<Commitment> judged) {
        Instant now = clock.instant();
        return of(slipNumber).stream()
                .filter(judged)
                .sorted(Comparator.comparing(Commitment::dueAt))
                .flatMap(commitment -> commitment.stage(now).map(stage -> new Attention(commitment, stage)).stream())
                .findFirst()
                .map(attention -> told(attention, now));
    }

    private Attention told(Attention attention, Instant now) {
        if (attention.stage() == Stage.WARNING) {
            attention.commitment().warn(now);
        } else {
            attention
                    .commitment()
                    .missBy(clerks.havingTaken(attention.commitment()).orElse(null), now);
        }
        return new Attention(commitments.save(attention.commitment()), attention.stage());
    }

    /** Marks the one-day and two-week clocks whose time is over (4.2.2, 4.2.1.3). */
    public void noteUnresolved(String slipNumber) {
        Instant now = clock.instant();
        of(slipNumber).stream()
                .filter(commitment -> commitment.kind().raisesClass())
                .filter(commitment ->
                        commitment.stage(now).filter(Stage.MISSED::equals).isPresent())
                .forEach(commitment -> {
                    commitment.miss(now);
                    commitments.save(commitment);
                });
    }

    /** What cannot be kept any more is missed, before its time is over. */
    public void fail(String slipNumber, CommitmentKind kind) {
        of(slipNumber).stream()
                .filter(commitment -> commitment.kind() == kind && !commitment.ended() && commitment.missedAt() == null)
                .forEach(commitment -> {
                    commitment.miss(clock.instant());
                    commitments.save(commitment);
                });
    }
}
