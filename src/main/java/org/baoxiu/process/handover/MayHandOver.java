package org.baoxiu.process.handover;

import org.baoxiu.people.Persons;
import org.baoxiu.shared.Groups;
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

    MayHandOver(Persons persons) {
        this.persons = persons;
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
}
