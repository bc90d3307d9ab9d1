package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Plausible;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away: whoever is gets no work and is told nothing until coming back (3.3). */
@Service
@Transactional
public class Absences {

    private final AbsenceRepository absences;
    private final Names names;
    private final Clock clock;

    Absences(AbsenceRepository absences, Names names, Clock clock) {
        this.absences = absences;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Records an absence. What was recorded for the same time before gives way for that time only: a longer one goes on
     * afterwards as it was recorded.
     *
     * @param startsAtOrNull null from now on; not before now, for what was done by then was not done by somebody absent
     * @param handedToOrNull who gets the open work where it is handed over, otherwise ignored
     */
    public Absence record(
            String person,
            @Nullable Instant startsAtOrNull,
            Instant endsAt,
            String reason,
            OpenWork openWork,
            @Nullable String handedToOrNull,
            Person by) {
        Instant now = clock.instant();
        Instant startsAt = startsAtOrNull == null || startsAtOrNull.isBefore(now) ? now : startsAtOrNull;
        Plausible.ahead("结束时间", endsAt, now);
        if (!endsAt.isAfter(startsAt)) {
            throw Rejection.invalid("请假的结束时间要晚于开始时间，请改正后重新提交。");
        }
        if (openWork == OpenWork.HAND_OVER && (handedToOrNull == null || handedToOrNull.equals(person))) {
            throw Rejection.invalid("请写明未完的工作交给哪一位同事，不能交给请假的本人。");
        }
        open().stream()
                .filter(known -> known.person().equals(person)
                        && known.endsAt().isAfter(startsAt)
                        && known.startsAt().isBefore(endsAt))
                .forEach(known -> giveWay(known, startsAt, endsAt));
        return absences.save(new Absence(
                0,
                person,
                startsAt,
                endsAt,
                reason,
                openWork,
                openWork == OpenWork.HAND_OVER ? handedToOrNull : null,
                now,
                by.id()));
    }

    private void giveWay(Absence known, Instant from, Instant until) {
        boolean goesOn = known.endsAt().isAfter(until);
        if (known.startsAt().isBefore(from)) {
            absences.save(known.endedAt(from));
            if (goesOn) {
                absences.save(known.again(until));
            }
        } else if (goesOn) {
            absences.save(known.begunAt(until));
        } else {
            absences.delete(known);
        }
    }

    /** Somebody comes back before the recorded time, from what follows without a gap as well; what has not begun does not take place. */
    public void comesBack(String person) {
        Absence absence =
                lasting(person).orElseThrow(() -> Rejection.invalid(names.of(person) + " 没有登记过还未结束的请假，不用销假。请核对人员。"));
        withFollowing(absence).forEach(one -> endedAt(one, clock.instant()));
    }

    /** The absences of a person that begin when the one before ends. */
    private List<Absence> withFollowing(Absence first) {
        List<Absence> all = new ArrayList<>(List.of(first));
        for (Absence one : absences.findByEndsAtAfterOrderByStartsAt(first.endsAt())) {
            if (one.person().equals(first.person())
                    && one.startsAt().equals(all.get(all.size() - 1).endsAt())) {
                all.add(one);
            }
        }
        return all;
    }

    private void endedAt(Absence absence, Instant moment) {
        if (absence.startsAt().isBefore(moment)) {
            absences.save(absence.endedAt(moment));
        } else {
            absences.delete(absence);
        }
    }

    private Optional<Absence> lasting(String person) {
        return open().stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /** The absence of this id if it holds now; empty when it was taken back or is over. */
    public Optional<Absence> present(long id) {
        return absences.findById(id).filter(one -> one.covers(clock.instant()));
    }

    public Optional<Absence> of(String person) {
        return presentOnes().stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /** Everybody's that holds now. */
    public List<Absence> presentOnes() {
        return open().stream().filter(one -> one.covers(clock.instant())).toList();
    }

    public boolean isAway(String person) {
        return of(person).isPresent();
    }

    /** Login names of all who are away now. */
    public Set<String> away() {
        return presentOnes().stream().map(Absence::person).collect(Collectors.toSet());
    }

    /** Those that have not ended, begun or not. */
    List<Absence> open() {
        return absences.findByEndsAtAfterOrderByStartsAt(clock.instant());
    }

    /** @throws Rejection FORBIDDEN if the person is away now */
    void checkPresent(String slipNumber, String person) {
        of(person).ifPresent(absence -> {
            throw Rejection.forbidden(
                    slipNumber,
                    names.of(person) + " 请假到 "
                            + Times.minute(withFollowing(absence)
                                    .get(withFollowing(absence).size() - 1)
                                    .endsAt()) + "，现在不能接单。请安排其他人员；提前回来的，请主管先销假。");
        });
    }
}
