package org.baoxiu.process.repair.correction;

import java.util.List;
import java.util.Objects;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.anytime.PeoplesWork;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What another office means for the open tasks of a slip, and for whoever has them. */
@Component
class OfficeInWork {

    private final Slips slips;
    private final OfficeMembers members;
    private final PeoplesWork work;
    private final Persons persons;
    private final TaskService tasks;

    OfficeInWork(Slips slips, OfficeMembers members, PeoplesWork work, Persons persons, TaskService tasks) {
        this.slips = slips;
        this.members = members;
        this.work = work;
        this.persons = persons;
        this.tasks = tasks;
    }

    void changed(String number) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceBusinessKey(number).list();
        open.forEach(task -> offerThere(task, number));
        giveBack(slips.get(number), open);
    }

    private void offerThere(Task task, String number) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        groups.stream()
                .filter(OfficeGroups::isAtOffice)
                .forEach(former -> tasks.deleteCandidateGroup(task.getId(), former));
        groups.forEach(
                role -> members.groupAt(role, number).ifPresent(there -> tasks.addCandidateGroup(task.getId(), there)));
    }

    /** Whoever does not work there gives back what they have begun; what is repaired already is not taken away. */
    private void giveBack(Slip slip, List<Task> open) {
        String office = slip.report().office();
        open.stream()
                .map(Task::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .filter(person ->
                        !person.equals(slip.technician()) || !slip.state().repaired())
                .filter(person -> members.within(List.of(person), office).isEmpty())
                .forEach(person -> work.handOver(
                        person, slip.number(), null, "更正为“" + office + "”的维修单，须由这个管理处的人员办理", persons.current()));
    }
}
