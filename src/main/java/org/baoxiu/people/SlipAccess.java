package org.baoxiu.people;

import java.util.List;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * Whose business a slip is, with its people, telephones and flats: of those whose role needs every slip, who are in the application
 * {@value OfficeRights#ALL_SLIPS}, and of whoever works or worked on this one; of both only where it is of an office of theirs. What
 * somebody has in hand stays their business.
 */
@Component
public class SlipAccess {

    private final Dispatch dispatch;
    private final Slips slips;
    private final TaskService tasks;
    private final Persons persons;
    private final OfficeMembers offices;
    private final AuthorizationService rights;

    SlipAccess(
            Dispatch dispatch,
            Slips slips,
            TaskService tasks,
            Persons persons,
            OfficeMembers offices,
            AuthorizationService rights) {
        this.dispatch = dispatch;
        this.slips = slips;
        this.tasks = tasks;
        this.persons = persons;
        this.offices = offices;
        this.rights = rights;
    }

    public boolean isOpenTo(String person, String number) {
        return needsEverySlip(person) && isOfTheirOffice(person, number) || hasToDoWith(person, number);
    }

    private boolean needsEverySlip(String person) {
        return rights.isUserAuthorized(
                person, persons.groupsOf(person), Permissions.ACCESS, Resources.APPLICATION, OfficeRights.ALL_SLIPS);
    }

    /** Whether the person works, worked or may work on this one. */
    public boolean hasToDoWith(String person, String number) {
        return hasOpenTask(person, number)
                || (dispatch.hasWorkedOn(number, person)
                                || slips.history(number).stream().anyMatch(entry -> person.equals(entry.person())))
                        && isOfTheirOffice(person, number);
    }

    /** Whether somebody may see slips of the office of this one; of a slip that there is none of too, for whoever asks hears that. */
    public boolean isOfTheirOffice(String person, String number) {
        return !slips.exists(number)
                || offices.scopeOf(person).covers(slips.get(number).report().office());
    }

    /** In hand or offered to a group of theirs, whose form tells as much. */
    private boolean hasOpenTask(String person, String number) {
        List<String> groups = OfficeGroups.offered(persons.groupsOf(person));
        return tasks.createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .taskAssignee(person)
                                .count()
                        > 0
                || !groups.isEmpty()
                        && tasks.createTaskQuery()
                                        .processInstanceBusinessKey(number)
                                        .taskCandidateGroupIn(groups)
                                        .count()
                                > 0;
    }
}
