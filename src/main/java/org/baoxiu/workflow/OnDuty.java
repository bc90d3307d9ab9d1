package org.baoxiu.workflow;

import java.util.List;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Roster;
import org.springframework.stereotype.Component;

/** Whom to tell: the one place where roster and absences decide who hears of something. */
@Component
public class OnDuty {

  private final Persons persons;
  private final Roster roster;
  private final Dispatch dispatch;

  OnDuty(Persons persons, Roster roster, Dispatch dispatch) {
    this.persons = persons;
    this.roster = roster;
    this.dispatch = dispatch;
  }

  /**
   * Login names of those of a group who are on duty and not away; of more of them where that is nobody.
   *
   * @param officeOrNull null for what concerns all offices
   */
  public List<String> toTell(String group, String officeOrNull) {
    return among(persons.membersOf(group), group, officeOrNull);
  }

  /** Likewise of some of a group. */
  public List<String> among(List<String> logins, String group, String officeOrNull) {
    return roster.reachable(officeOrNull, group, logins);
  }

  /** Whether a technician can be told something; otherwise the supervisors are, instead. */
  public boolean reaches(String technicianOrNull) {
    return technicianOrNull != null && dispatch.reaches(technicianOrNull);
  }
}
