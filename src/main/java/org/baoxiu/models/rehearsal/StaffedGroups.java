package org.baoxiu.models.rehearsal;

import java.util.Arrays;
import java.util.Map;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.people.Persons;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sees that somebody is here in each group in which somebody is in the office, and nobody where nobody is. */
@Component
@Profile("rehearsal")
class StaffedGroups {

    private final IdentityService identity;
    private final Persons persons;
    private final Dispatch dispatch;
    private final Contractors contractors;

    StaffedGroups(IdentityService identity, Persons persons, Dispatch dispatch, Contractors contractors) {
        this.identity = identity;
        this.persons = persons;
        this.dispatch = dispatch;
        this.contractors = contractors;
    }

    /** Firms, of which a rehearsal knows none of the office's, for whatever a table gives to one. */
    void contractors() {
        for (Qualification trade : Qualification.values()) {
            contractors.register(
                    "演练外包单位（" + trade.label() + "）",
                    "0755-00000000",
                    trade,
                    "演练-" + trade.code(),
                    Qualification.FOR_LIFE);
        }
    }

    /**
     * @param groups     by their ids, whether somebody is there
     * @param technician who is qualified for whatever somebody is qualified for
     * @param standIn    who is in all other groups that are unknown here
     */
    void like(Map<String, Boolean> groups, String technician, String standIn) {
        groups.forEach((id, staffed) -> {
            if (identity.createGroupQuery().groupId(id).count() == 0) {
                Group group = identity.newGroup(id);
                group.setName(id);
                identity.saveGroup(group);
            }
            if (!staffed) {
                persons.membersOf(id).forEach(person -> identity.deleteMembership(person, id));
            } else if (persons.membersOf(id).isEmpty()) {
                join(id, technician, standIn);
            }
        });
    }

    private void join(String group, String technician, String standIn) {
        Arrays.stream(Qualification.values())
                .filter(qualification -> qualification.group().equals(group))
                .findFirst()
                .ifPresentOrElse(
                        qualification -> {
                            identity.createMembership(technician, group);
                            dispatch.recordQualification(
                                    technician, qualification, "演练-" + qualification.code(), Qualification.FOR_LIFE);
                        },
                        () -> identity.createMembership(standIn, group));
    }
}
