package org.baoxiu.property;

import static org.baoxiu.process.handover.HandOverAnswers.back;
import static org.baoxiu.process.handover.HandOverAnswers.handOver;
import static org.baoxiu.process.handover.HandOverAnswers.leave;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.HANDLE_ESCALATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.baoxiu.process.handover.AbsenceProcess;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;

/** The heads share out what somebody has to do; people fall ill, come back, and leave for good (3.3). */
final class ChangesOfHands {

    private static final String DIRECTOR = "director";
    private static final List<String> HEADS = List.of("supervisor", "clerklead", DIRECTOR);
    private static final String NOBODY_YOU_MAY_GIVE_IT = "affairs";

    private final Office office;
    private final ProcessEngine engine;
    private final Choices choices;
    private final Staff staff;
    private final Entitled entitled;
    private final CaseRules rules;
    private final Consumer<String> tell;
    private final Consumer<Runnable> refuses;

    ChangesOfHands(
            Office office,
            ProcessEngine engine,
            Choices choices,
            Staff staff,
            Entitled entitled,
            CaseRules rules,
            Consumer<String> tell,
            Consumer<Runnable> refuses) {
        this.office = office;
        this.engine = engine;
        this.choices = choices;
        this.staff = staff;
        this.entitled = entitled;
        this.rules = rules;
        this.tell = tell;
        this.refuses = refuses;
    }

    /** What one person has to do for the slip. */
    private record Work(Slip slip, boolean held, List<Task> tasks) {

        boolean isThere() {
            return held && !slip.state().repaired() || !tasks.isEmpty();
        }

        boolean movesWithTheSlip(Task task) {
            return held
                    && (Entitled.goesWithTheSlip(task)
                            || task.getTaskDefinitionKey().equals(HANDLE_ESCALATION));
        }
    }

    void happen(RepairCase repair) {
        List<Runnable> possible = new ArrayList<>(List.of(() -> handsOver(repair), () -> handsOver(repair)));
        List<String> dispensable = staff.dispensable();
        if (!dispensable.isEmpty()) {
            possible.add(() -> fallsIll(repair, choices.oneOf(dispensable)));
            possible.add(() -> leavesForGood(repair, choices.oneOf(dispensable)));
        }
        List<String> away = staff.onLeave();
        if (!away.isEmpty()) {
            possible.add(() -> comesBack(repair, choices.oneOf(away)));
        }
        choices.oneOf(possible).run();
    }

    private void handsOver(RepairCase repair) {
        String from = choices.oneOf(concerned(repair));
        Work work = work(repair, from);
        String head = choices.oneOf(HEADS);
        List<String> able = able(work, from);
        String to = able.isEmpty() || choices.happens(35) ? null : choices.oneOf(able);
        boolean everything = Staff.ALL_ROUND.contains(from) && choices.happens(40);
        Map<String, Object> form =
                form(handOver(from), "handOverTo", to, "handOverSlip", everything ? null : repair.number());
        if (!mayShareOut(head, from) || !work.isThere()) {
            tell.accept(head + " may not hand over " + form);
            refuses.accept(() -> office.starts(head, HandOverProcess.KEY, form));
            return;
        }
        Map<String, Object> wrong = form(form, "handOverTo", choices.oneOf(NOBODY_YOU_MAY_GIVE_IT, from));
        tell.accept(head + " may not hand over " + wrong);
        refuses.accept(() -> office.starts(head, HandOverProcess.KEY, wrong));
        tell.accept(head + " hands over " + form);
        office.starts(head, HandOverProcess.KEY, form);
        rules.checkHandOver(repair, head, from, to);
    }

    private void fallsIll(RepairCase repair, String person) {
        String head = choices.oneOf(HEADS);
        Work work = work(repair, person);
        List<String> able = work.isThere() ? able(work, person) : List.of("tech1");
        String openWork = able.isEmpty()
                ? choices.oneOf("backToGroup", "stays")
                : choices.oneOf("backToGroup", "handOver", "stays");
        String to = openWork.equals("handOver") ? choices.oneOf(able) : null;
        Instant from = choices.happens(30) ? office.now().plus(Duration.ofHours(1)) : null;
        Instant until = office.now().plus(choices.oneOf(Duration.ofHours(3), Duration.ofDays(1), Duration.ofDays(5)));
        Map<String, Object> form =
                form(leave(person, until, openWork), "handOverTo", to, "absentFrom", Objects.toString(from, null));
        tell.accept(head + " records that somebody is away " + form);
        staff.takes(office.starts(head, AbsenceProcess.KEY, form));
        if (from == null && !openWork.equals("stays") && work.isThere()) {
            rules.checkHandOver(repair, head, person, to);
        } else {
            rules.checkState(repair);
        }
    }

    private void comesBack(RepairCase repair, String person) {
        String head = choices.oneOf(HEADS);
        tell.accept(head + " records that " + person + " is back");
        office.starts(head, AbsenceProcess.KEY, back(person));
        rules.checkState(repair);
    }

    private void leavesForGood(RepairCase repair, String person) {
        boolean hasWork = work(repair, person).isThere();
        tell.accept("admin deletes " + person);
        office.as("admin", () -> {
            engine.getIdentityService().deleteUser(person);
            return null;
        });
        if (hasWork) {
            rules.checkHandOver(repair, "admin", person, null);
        } else {
            rules.checkState(repair);
        }
    }

    /** Whoever has something to do for the slip, and somebody who has not. */
    private List<String> concerned(RepairCase repair) {
        Set<String> people = new TreeSet<>();
        open(repair).stream().map(Task::getAssignee).filter(Objects::nonNull).forEach(people::add);
        String technician = repair.slip().technician();
        if (technician != null) {
            people.add(technician);
        }
        List<String> all = new ArrayList<>(people);
        all.add("tech3");
        return all;
    }

    private Work work(RepairCase repair, String person) {
        Slip slip = repair.slip();
        return new Work(
                slip,
                person.equals(slip.technician()) && slip.inHand(),
                open(repair).stream()
                        .filter(task -> person.equals(task.getAssignee()))
                        .toList());
    }

    private List<Task> open(RepairCase repair) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(repair.number())
                .list();
    }

    /** Who may take all of it. */
    private List<String> able(Work work, String from) {
        Set<String> able = new TreeSet<>(
                work.held()
                        ? entitled.candidates(work.slip())
                        : engine.getIdentityService().createUserQuery().list().stream()
                                .map(User::getId)
                                .toList());
        work.tasks().stream()
                .filter(task -> !work.movesWithTheSlip(task))
                .forEach(task -> able.retainAll(
                        entitled.takers(task, work.slip(), rules::hasWorked).toList()));
        able.removeAll(staff.away());
        able.remove(from);
        return List.copyOf(able);
    }

    private boolean mayShareOut(String head, String person) {
        boolean technical = isIn(person, "maintenance", "engineeringSupervisor");
        boolean service = isIn(person, "customerService", "customerServiceLead");
        boolean nobodys = !technical && !service && !isIn(person, DIRECTOR);
        return switch (head) {
            case "supervisor" -> technical || nobodys;
            case "clerklead" -> service || nobodys;
            default -> true;
        };
    }

    private boolean isIn(String person, String... groups) {
        return List.of(groups).stream()
                .anyMatch(group -> engine.getIdentityService()
                                .createUserQuery()
                                .userId(person)
                                .memberOfGroup(group)
                                .count()
                        > 0);
    }

    /** Fields that are null are left empty. */
    private static Map<String, Object> form(Map<String, Object> fields, Object... more) {
        Map<String, Object> form = new HashMap<>(Answers.with(fields, more));
        form.values().removeIf(Objects::isNull);
        return form;
    }
}
