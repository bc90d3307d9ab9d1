package org.baoxiu.process.handover;

import java.util.Set;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.springframework.stereotype.Component;

/**
 * Whose work somebody may share out: the supervisor that of the technicians, the head of customer service that of the clerks, the
 * director everybody's (3.3). The work of whoever has left belongs to nobody's team any more, and is every head's.
 */
@Component
class MayHandOver {

    private final Persons persons;
    private final OfficeMembers offices;

    MayHandOver(Persons persons, OfficeMembers offices) {
        this.persons = persons;
        this.offices = offices;
    }

    /** @throws Rejection FORBIDDEN if the person belongs to somebody else's team */
    void check(Person by, String person) {
        boolean technical =
                persons.isMember(person, Groups.MAINTENANCE) || persons.isMember(person, Groups.ENGINEERING_SUPERVISOR);
        boolean service = persons.isMember(person, Groups.CUSTOMER_SERVICE)
                || persons.isMember(person, Groups.CUSTOMER_SERVICE_LEAD);
        boolean director = persons.isMember(person, Groups.DIRECTOR);
        boolean nobodys = !technical && !service && !director;
        boolean head = by.isIn(Groups.ENGINEERING_SUPERVISOR) && (technical || nobodys)
                || by.isIn(Groups.CUSTOMER_SERVICE_LEAD) && (service || nobodys);
        if (!head && !by.isIn(Groups.DIRECTOR)) {
            throw Rejection.forbidden(persons.of(person) + " 的工作和请假由"
                    + (technical ? "工程部主管或主任" : service ? "客服主管或主任" : "主任") + "安排，请联系他们。");
        }
    }

    /**
     * All the work of somebody is handed over by whoever may see all of it.
     *
     * @throws Rejection FORBIDDEN if the person has to do with offices that the one who acts does not belong to
     */
    void checkEverything(String person) {
        OfficeScope own = offices.scopeOfPresent();
        Set<String> theirs = offices.scopeOf(person).offices();
        if (!own.company() && (theirs == null || !theirs.stream().allMatch(own::covers))) {
            throw Rejection.forbidden(persons.of(person) + " 也办您管不到的管理处的维修单，不能一次全部移交。请写明维修单号逐张移交，或由管全公司的同事移交。");
        }
    }
}
