package org.baoxiu.people;

import java.util.List;
import org.baoxiu.dispatch.Absences;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Roster;
import org.baoxiu.shared.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom to tell: the one place where roster, absences and offices decide who hears of something. */
@Component
public class OnDuty {

    private final Persons persons;
    private final Roster roster;
    private final Dispatch dispatch;
    private final Absences absences;
    private final OfficeMembers offices;

    OnDuty(Persons persons, Roster roster, Dispatch dispatch, Absences absences, OfficeMembers offices) {
        this.persons = persons;
        this.roster = roster;
        this.dispatch = dispatch;
        this.absences = absences;
        this.offices = offices;
    }

    /**
     * Login names of those of a group who are on duty and not away; of more of them where that is nobody.
     *
     * @param officeOrNull null for what concerns all offices
     */
    public List<String> toTell(String group, @Nullable String officeOrNull) {
        return among(persons.membersOf(group), group, officeOrNull);
    }

    /** Likewise of some of a group. */
    public List<String> among(List<String> logins, String group, @Nullable String officeOrNull) {
        return roster.reachable(
                officeOrNull, group, officeOrNull == null ? logins : offices.within(logins, officeOrNull));
    }

    /** Whether somebody reads no messages now. */
    public boolean isAway(String login) {
        return absences.isAway(login);
    }

    /**
     * The group that stands in for somebody who is away: the supervisors for a technician, the head of customer service for a
     * clerk, the director for everybody else.
     */
    public String standIn(String login) {
        return persons.isMember(login, Groups.MAINTENANCE)
                ? Groups.ENGINEERING_SUPERVISOR
                : persons.isMember(login, Groups.CUSTOMER_SERVICE) ? Groups.CUSTOMER_SERVICE_LEAD : Groups.DIRECTOR;
    }

    /** Whether a technician can be told something; otherwise the supervisors are, instead. */
    public boolean reaches(@Nullable String technicianOrNull) {
        return technicianOrNull != null && dispatch.reaches(technicianOrNull);
    }
}
