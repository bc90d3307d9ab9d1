package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roster 值班表: per office and group who is on duty when. Promises run around the clock; with a roster it is known whom
 * they bind at one in the morning. Without one everybody of the group is on duty, and where a roster leaves a gap too:
 * somebody has to hear of it.
 */
@Service
@Transactional
public class Roster {

    /** How far ahead a gap is told. */
    private static final Duration AHEAD = Duration.ofDays(7);
    /** A roster that ended longer ago is not kept any more, and has no gap. */
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private final ShiftRepository shifts;
    private final Absences absences;
    private final Clock clock;

    Roster(ShiftRepository shifts, Absences absences, Clock clock) {
        this.shifts = shifts;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Replaces the roster of the days that the text names, by the beginning of each shift.
     *
     * @param login the login name of somebody of the group who is written down by name or login name
     * @throws Rejection with the line that cannot be read
     */
    public void enter(String office, String team, String text, UnaryOperator<String> login, Person by) {
        List<RosterText.Day> days = RosterText.read(text, LocalDate.now(clock));
        Map<LocalDate, List<RosterText.Day>> byDate =
                days.stream().collect(Collectors.groupingBy(RosterText.Day::date));
        byDate.keySet()
                .forEach(date ->
                        shifts.deleteAll(shifts.findByOfficeAndTeamAndStartsAtGreaterThanEqualAndStartsAtLessThan(
                                office,
                                team,
                                moment(date.atStartOfDay()),
                                moment(date.plusDays(1).atStartOfDay()))));
        shifts.saveAll(days.stream()
                .flatMap(day -> day.people().stream()
                        .map(person -> new Shift(
                                null,
                                office,
                                team,
                                login.apply(person),
                                moment(day.startsAt()),
                                moment(day.endsAt()),
                                clock.instant(),
                                by.id())))
                .distinct()
                .toList());
    }

    /**
     * Whom to tell of a group: those on duty who are not away; where the roster names nobody, those who are not away; and where
     * everybody is away, everybody.
     *
     * @param officeOrNull null where something concerns all offices
     * @param members      login names of everybody in the group
     */
    public List<String> reachable(@Nullable String officeOrNull, String team, Collection<String> members) {
        Set<String> away = absences.away();
        List<String> present =
                members.stream().filter(person -> !away.contains(person)).toList();
        Set<String> onDuty = onDuty(officeOrNull, team);
        List<String> there = present.stream().filter(onDuty::contains).toList();
        return !there.isEmpty() ? there : !present.isEmpty() ? present : List.copyOf(members);
    }

    /** Login names of those whom the roster names for now; empty without a roster and in a gap. */
    Set<String> onDuty(@Nullable String officeOrNull, String team) {
        Instant now = clock.instant();
        List<Shift> lasting = officeOrNull == null
                ? shifts.findByTeamAndEndsAtAfter(team, now)
                : shifts.findByOfficeAndTeamAndEndsAtAfter(officeOrNull, team, now);
        return lasting.stream()
                .filter(shift -> shift.covers(now))
                .map(Shift::person)
                .collect(Collectors.toSet());
    }

    /**
     * The gaps of every roster in the next seven days. Whoever is away or has left the group fills none. Before the first shift
     * of a roster there is no gap; the end of its last one begins one.
     */
    public List<RosterGap> gaps(StillThere members) {
        Instant now = clock.instant();
        Map<List<String>, List<Shift>> rosters = shifts.findByEndsAtAfterOrderByStartsAt(now.minus(GIVEN_UP)).stream()
                .collect(Collectors.groupingBy(shift -> List.of(shift.office(), shift.team())));
        List<Absence> away = absences.open();
        List<RosterGap> gaps = new ArrayList<>();
        rosters.forEach((roster, planned) -> {
            Set<String> there = members.of(roster.get(1));
            Instant covered = planned.stream()
                    .map(Shift::startsAt)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            for (Shift shift : filled(planned, there, away)) {
                if (shift.startsAt().isAfter(covered)) {
                    add(gaps, new RosterGap(roster.get(0), roster.get(1), covered, shift.startsAt(), true), now);
                }
                covered = shift.endsAt().isAfter(covered) ? shift.endsAt() : covered;
            }
            add(gaps, new RosterGap(roster.get(0), roster.get(1), covered, now.plus(AHEAD), false), now);
        });
        return gaps.stream().sorted(Comparator.comparing(RosterGap::startsAt)).toList();
    }

    /** Who is in a group now, by login name. */
    public interface StillThere {
        Set<String> of(String team);
    }

    private static void add(List<RosterGap> gaps, RosterGap gap, Instant now) {
        if (gap.endsAt().isAfter(now)
                && gap.startsAt().isBefore(gap.endsAt())
                && gap.startsAt().isBefore(now.plus(AHEAD))) {
            gaps.add(gap);
        }
    }

    /** The shifts as they will be kept, the parts in which their person is away taken out, in the order of their beginning. */
    private static List<Shift> filled(List<Shift> planned, Set<String> there, List<Absence> away) {
        return planned.stream()
                .filter(shift -> there.contains(shift.person()))
                .flatMap(shift ->
                        without(
                                shift,
                                away.stream()
                                        .filter(one -> one.person().equals(shift.person()))
                                        .toList())
                                .stream())
                .sorted(Comparator.comparing(Shift::startsAt))
                .toList();
    }

    private static List<Shift> without(Shift shift, List<Absence> away) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(shift.startsAt(), shift.endsAt()));
        away.forEach(absence -> cuts.addAll(List.of(absence.startsAt(), absence.endsAt())));
        List<Instant> inside = new ArrayList<>(cuts.subSet(shift.startsAt(), true, shift.endsAt(), true));
        List<Shift> parts = new ArrayList<>();
        for (int i = 1; i < inside.size(); i++) {
            Instant from = inside.get(i - 1);
            if (away.stream().noneMatch(absence -> absence.covers(from))) {
                parts.add(new Shift(
                        null,
                        shift.office(),
                        shift.team(),
                        shift.person(),
                        from,
                        inside.get(i),
                        shift.recordedAt(),
                        shift.recordedBy()));
            }
        }
        return parts;
    }

    private Instant moment(LocalDateTime local) {
        return local.atZone(clock.getZone()).toInstant();
    }
}
