package org.baoxiu.process.repair.anytime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Absences;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.OpenWork;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.process.repair.telling.WorkNews;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.WorkInHand;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open work of one person: the slips in hand and every task that is his or hers, whatever step it belongs to. Slip and tasks
 * change hands together or not at all (3.3).
 */
@Component
@Transactional
public class PeoplesWork {

    private final Slips slips;
    private final WorkInHand work;
    private final Dispatch dispatch;
    private final Absences absences;
    private final OpenTasks tasks;
    private final SlipVariables variables;
    private final Persons persons;
    private final WorkNews news;

    PeoplesWork(
            Slips slips,
            WorkInHand work,
            Dispatch dispatch,
            Absences absences,
            OpenTasks tasks,
            SlipVariables variables,
            Persons persons,
            WorkNews news) {
        this.slips = slips;
        this.work = work;
        this.dispatch = dispatch;
        this.absences = absences;
        this.tasks = tasks;
        this.variables = variables;
        this.persons = persons;
        this.news = news;
    }

    /**
     * What somebody has to do for one slip.
     *
     * @param slip null for what is about no slip
     * @param held whether the slip is in his or her hands; until it is repaired it may still have no task, as while it is deferred
     */
    private record Piece(@Nullable String slip, boolean held, List<Task> open) {

        String names() {
            return String.join(
                    "、", open.stream().map(task -> "“" + task.getName() + "”").toList());
        }

        /** Tasks of whoever has the slip, and what that person is told of a missed promise. */
        boolean goesWithSlip(Task task) {
            return held
                    && (OpenTasks.isTechnicians(task)
                            || Elements.HANDLE_ESCALATION.equals(task.getTaskDefinitionKey()));
        }
    }

    /**
     * Gives somebody's work to somebody else, or back to the group. Of everything, what the other person may not do goes to the
     * group, which may, and whoever hands over is told which; an old task that nobody thinks of does not keep all the rest.
     *
     * @param slipNumberOrNull one slip only; null for everything, also what is about no slip
     * @param toOrNull         login name; null for the group
     * @throws Rejection if there is no such work, or the other person may not do what is asked of one slip, or nothing of it all
     */
    public void handOver(
            String from, @Nullable String slipNumberOrNull, @Nullable String toOrNull, String reason, Person by) {
        List<Piece> pieces = pieces(from, work.heldBy(from), tasks.of(from)).stream()
                .filter(piece -> slipNumberOrNull == null || slipNumberOrNull.equals(piece.slip()))
                .toList();
        if (pieces.isEmpty()) {
            throw Rejection.invalid(
                    slipNumberOrNull == null
                            ? persons.of(from) + " 现在没有可以移交的工作。请核对人员。"
                            : "维修单 " + slipNumberOrNull + "：" + persons.of(from) + " 在这张单上没有可以移交的工作。请核对人员和单号。");
        }
        if (slipNumberOrNull != null || toOrNull == null) {
            pieces.forEach(piece -> move(piece, from, toOrNull, reason, by));
        } else {
            share(pieces, from, toOrNull, reason, true, by);
        }
    }

    /** What somebody who is not here any more, or no longer in the group, cannot do goes back to the group. */
    public void leave(String person, Person by) {
        boolean technician = dispatch.inTeam(person);
        List<Task> open = tasks.of(person).stream()
                .filter(task -> !mayDo(task, person, technician))
                .toList();
        String reason = persons.exists(person) ? "已不在原来的小组" : "账号已注销";
        pieces(person, technician ? List.of() : work.heldBy(person), open)
                .forEach(piece -> move(piece, person, null, reason, by));
    }

    /** Also of those who had gone before anybody looked, such as in a former release. */
    public void releaseOfThoseGone(Person by) {
        work.holders().stream().filter(holder -> !dispatch.inTeam(holder)).forEach(holder -> leave(holder, by));
    }

    /**
     * An absence begins: the open work goes where it was said, and what the other person may not do goes to the group instead.
     *
     * @param refusing whether somebody is there to read a refusal, when the other person may do nothing of it
     */
    public void beginAbsence(long id, boolean refusing, Person by) {
        absences.present(id)
                .filter(absence -> absence.openWork() != OpenWork.STAYS)
                .ifPresent(absence -> {
                    String person = absence.person();
                    List<Piece> pieces = pieces(person, work.heldBy(person), tasks.of(person));
                    String reason = "请假：" + absence.reason();
                    if (absence.handedTo() == null) {
                        pieces.forEach(piece -> move(piece, person, null, reason, by));
                    } else {
                        share(pieces, person, absence.handedTo(), reason, refusing, by);
                    }
                });
    }

    /** An absence within another is over: what stayed with the person meanwhile goes where the longer one says. */
    public void resumeAbsences(Person by) {
        absences.presentOnes().forEach(absence -> beginAbsence(absence.id(), false, by));
    }

    /** @param refusing whether nothing is moved when nothing can go to the other person */
    private void share(List<Piece> pieces, String from, String to, String reason, boolean refusing, Person by) {
        Map<Boolean, List<Piece>> mayTake = pieces.stream()
                .flatMap(PeoplesWork::parts)
                .collect(Collectors.partitioningBy(part -> mayTake(part, to)));
        List<Piece> theirs = mayTake.getOrDefault(true, List.of());
        List<Piece> groups = mayTake.getOrDefault(false, List.of());
        if (theirs.isEmpty() && refusing) {
            pieces.forEach(piece -> move(piece, from, to, reason, by));
            return;
        }
        theirs.forEach(part -> move(part, from, to, reason, by));
        groups.forEach(part -> move(part, from, null, reason, by));
        if (refusing && !groups.isEmpty()) {
            news.partly(
                    from,
                    to,
                    groups.stream()
                            .map(part -> part.held()
                                    ? "维修单 " + part.slip()
                                    : (part.slip() == null ? "" : part.slip() + " ") + part.names())
                            .toList());
        }
    }

    /** What changes hands only together: a slip with what goes with it, and every other task by itself. */
    private static Stream<Piece> parts(Piece piece) {
        return Stream.concat(
                piece.held()
                        ? Stream.of(new Piece(
                                piece.slip(),
                                true,
                                piece.open().stream()
                                        .filter(piece::goesWithSlip)
                                        .toList()))
                        : Stream.empty(),
                piece.open().stream()
                        .filter(task -> !piece.goesWithSlip(task))
                        .map(task -> new Piece(piece.slip(), false, List.of(task))));
    }

    private List<Piece> pieces(String person, List<String> held, List<Task> open) {
        Map<String, List<Task>> bySlip = new LinkedHashMap<>();
        held.stream()
                .filter(slip -> !slips.get(slip).state().repaired())
                .forEach(slip -> bySlip.put(slip, new ArrayList<>()));
        open.forEach(task -> bySlip.computeIfAbsent(tasks.slipOf(task).orElse(null), slip -> new ArrayList<>())
                .add(task));
        Set<String> inHand = new HashSet<>(held);
        return bySlip.entrySet().stream()
                .map(one -> new Piece(one.getKey(), inHand.contains(one.getKey()), one.getValue()))
                .toList();
    }

    private void move(Piece piece, String from, @Nullable String toOrNull, String reason, Person by) {
        String slip = piece.slip();
        if (slip != null && piece.held()) {
            dispatch.handOver(slip, toOrNull, reason, by);
        }
        for (Task task : piece.open()) {
            if (toOrNull == null) {
                tasks.release(task);
            } else {
                if (!piece.goesWithSlip(task)) {
                    checkMayDo(task, slip, toOrNull);
                }
                tasks.give(task, toOrNull);
            }
        }
        if (slip == null) {
            piece.open()
                    .forEach(task ->
                            news.moved(task, tasks.about(task), tasks.candidateGroups(task), from, toOrNull, reason));
            return;
        }
        if (!piece.held()) {
            note(piece, slip, from, toOrNull, reason, by);
        }
        variables.refresh(slip);
        news.moved(slip, piece.held(), from, toOrNull, reason);
    }

    private void note(Piece piece, String slip, String from, @Nullable String toOrNull, String reason, Person by) {
        slips.note(
                slip,
                by,
                0,
                "3.3",
                persons.of(from) + " 的" + piece.names()
                        + (toOrNull == null ? "退回小组：" : "移交给 " + persons.of(toOrNull) + "：") + reason);
    }

    private boolean mayTake(Piece part, String person) {
        return !absences.isAway(person)
                && (!part.held()
                        || part.slip() != null
                                && dispatch.qualified(part.slip()).contains(person))
                && part.open().stream()
                        .allMatch(task -> part.goesWithSlip(task) || mayDo(task, person, dispatch.inTeam(person)));
    }

    private void checkMayDo(Task task, @Nullable String slipOrNull, String person) {
        String slip = slipOrNull == null ? "" : "维修单 " + slipOrNull + "：";
        if (absences.isAway(person)) {
            throw Rejection.forbidden(slip + persons.of(person) + " 现在请假，不能接手工作。请选择其他人员，或退回小组。");
        }
        if (!mayDo(task, person, dispatch.inTeam(person))) {
            throw Rejection.forbidden(
                    slip + persons.of(person) + " 不在办理“" + task.getName() + "”的小组，不能接手。请选择同组的人员，或退回小组。");
        }
    }

    private boolean mayDo(Task task, String person, boolean technician) {
        return technician && OpenTasks.isTechnicians(task)
                || tasks.candidateGroups(task).stream().anyMatch(group -> persons.isMember(person, group));
    }
}
