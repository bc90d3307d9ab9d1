package org.baoxiu.workflow.handover;

import org.baoxiu.slip.Person;
import org.baoxiu.slip.Rejection;
import org.baoxiu.workflow.Persons;
import org.springframework.stereotype.Component;

/**
 * Whose work somebody may share out: the supervisor that of the technicians, the head of customer service that of the clerks, the
 * director everybody's (3.3). The work of whoever has left belongs to nobody's team any more, and is every head's.
 */
@Component
class MayHandOver {

  private static final String DIRECTOR = "director";
  private static final String SUPERVISOR = "engineeringSupervisor";
  private static final String LEAD = "customerServiceLead";
  private static final String TEAM = "maintenance";
  private static final String CLERKS = "customerService";

  private final Persons persons;

  MayHandOver(Persons persons) {
    this.persons = persons;
  }

  /** @throws Rejection FORBIDDEN if the person belongs to somebody else's team */
  void check(Person by, String person) {
    boolean technical = persons.isMember(person, TEAM) || persons.isMember(person, SUPERVISOR);
    boolean service = persons.isMember(person, CLERKS) || persons.isMember(person, LEAD);
    boolean director = persons.isMember(person, DIRECTOR);
    boolean nobodys = !technical && !service && !director;
    boolean head = by.isIn(SUPERVISOR) && (technical || nobodys) || by.isIn(LEAD) && (service || nobodys);
    if (!head && !by.isIn(DIRECTOR)) {
      throw Rejection.forbidden(persons.of(person) + " 的工作和请假由"
          + (technical ? "工程部主管或主任" : service ? "客服主管或主任" : "主任") + "安排，请联系他们。");
    }
  }
}
