package org.baoxiu.web.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.board.ClockState;
import org.baoxiu.dispatch.MaintenanceTeam;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.dispatch.Presence;
import org.baoxiu.dispatch.Staffing;
import org.baoxiu.lists.SlipLine;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.WorkInHand;
import org.baoxiu.web.desk.BoardLine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out who has what. */
@Component
@Transactional(readOnly = true)
class PeopleScreens {

    /**
     * One colleague.
     *
     * @param presence  in words: on duty, away until when
     * @param away      now
     * @param free      here, and with nothing in hand
     * @param expiring  in words
     * @param late      how many of the slips are overdue
     */
    record Colleague(
            String login,
            String name,
            boolean technician,
            String presence,
            boolean away,
            boolean free,
            List<String> expiring,
            List<Work> work,
            long late) {}

    /** @param colour of the promise */
    record Work(String number, String place, String state, String promise, String colour) {}

    private final OfficeSteps steps;
    private final MaintenanceTeam team;
    private final WorkInHand inHand;
    private final Staffing staffing;
    private final SlipLists lists;
    private final Names names;

    PeopleScreens(
            OfficeSteps steps,
            MaintenanceTeam team,
            WorkInHand inHand,
            Staffing staffing,
            SlipLists lists,
            Names names) {
        this.steps = steps;
        this.team = team;
        this.inHand = inHand;
        this.staffing = staffing;
        this.lists = lists;
        this.names = names;
    }

    /** Those whose work the person shares out, with the slips of some offices, technicians first; who is free comes before who has work, who is away last. */
    List<Colleague> of(String head, OfficeScope scope) {
        List<String> people = steps.peopleOf(head);
        Set<String> technicians = team.membersAmong(people);
        Map<String, String> known = names.of(people);
        Map<String, List<SlipLine>> work = work(people, scope);
        List<Presence> there = new ArrayList<>(staffing.of(
                Groups.MAINTENANCE,
                people.stream().filter(technicians::contains).toList()));
        there.addAll(staffing.of(
                Groups.CUSTOMER_SERVICE,
                people.stream().filter(person -> !technicians.contains(person)).toList()));
        return there.stream()
                .map(presence -> colleague(
                        presence,
                        known.getOrDefault(presence.person(), presence.person()),
                        technicians.contains(presence.person()),
                        work.getOrDefault(presence.person(), List.of())))
                .sorted(Comparator.comparing((Colleague one) -> !one.technician())
                        .thenComparing(Colleague::away)
                        .thenComparing(one -> !one.free())
                        .thenComparing(one -> one.work().size())
                        .thenComparing(Colleague::name))
                .toList();
    }

    private Map<String, List<SlipLine>> work(List<String> people, OfficeScope scope) {
        Map<String, Set<String>> inTasks = steps.slipsInTasks(people);
        Map<String, Set<String>> numbers = people.stream().collect(Collectors.toMap(person -> person, person -> {
            Set<String> all = new TreeSet<>(inHand.heldBy(person));
            all.addAll(inTasks.getOrDefault(person, Set.of()));
            return all;
        }));
        Map<String, SlipLine> lines =
                lists
                        .of(numbers.values().stream()
                                .flatMap(Set::stream)
                                .distinct()
                                .toList())
                        .stream()
                        .filter(line -> scope.covers(line.office()))
                        .collect(Collectors.toMap(SlipLine::number, line -> line));
        return numbers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().stream()
                .flatMap(number -> Optional.ofNullable(lines.get(number)).stream())
                .sorted(Comparator.comparing(line ->
                        line.clock().map(clock -> clock.left().toMillis()).orElse(Long.MAX_VALUE)))
                .toList()));
    }

    private Colleague colleague(Presence presence, String name, boolean technician, List<SlipLine> work) {
        boolean away = presence.awayUntil().isPresent();
        return new Colleague(
                presence.person(),
                name,
                technician,
                words(presence),
                away,
                !away && work.isEmpty(),
                presence.expiring().stream()
                        .map(one -> one.qualification().label()
                                + (one.over() ? " 已于 " + one.lastDay() + " 到期" : " 到 " + one.lastDay() + " 为止"))
                        .toList(),
                work.stream().map(PeopleScreens::work).toList(),
                work.stream()
                        .filter(line -> line.clock()
                                .filter(clock -> clock.state() == ClockState.OVERDUE)
                                .isPresent())
                        .count());
    }

    private static String words(Presence presence) {
        return presence.awayUntil()
                .map(until -> "请假到 " + Times.minute(until))
                .orElseGet(() -> presence.duty().label()
                        + presence.awayFrom()
                                .map(from -> "，" + Times.minute(from) + " 起请假")
                                .orElse(""));
    }

    private static Work work(SlipLine line) {
        return new Work(
                line.number(),
                Telephones.hiddenIn(line.place()),
                line.state().label(),
                line.clock().map(BoardLine::promise).orElse("—"),
                line.clock().map(clock -> BoardLine.colour(clock.state())).orElse(""));
    }
}
