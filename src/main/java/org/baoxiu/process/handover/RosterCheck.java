package org.baoxiu.process.handover;

import java.util.Map;
import java.util.Set;
import org.baoxiu.dispatch.Roster;
import org.baoxiu.dispatch.RosterGap;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.anytime.FreshLists;
import org.baoxiu.process.repair.anytime.PeoplesWork;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Tells of every gap in the roster of the next seven days, once (3.3). */
@Component
public class RosterCheck {

    /** The contract with {@code processes/roster-check.bpmn}, which looks every hour: shifts change, certificates run out. */
    public static final String KEY = "rosterCheck";

    private final Roster roster;
    private final StaffNews news;
    private final Persons persons;
    private final IdentityService identity;

    RosterCheck(Roster roster, StaffNews news, Persons persons, IdentityService identity) {
        this.roster = roster;
        this.news = news;
        this.persons = persons;
        this.identity = identity;
    }

    void tellGaps() {
        roster.gaps(team -> Set.copyOf(persons.membersOf(team))).forEach(this::tell);
    }

    private void tell(RosterGap gap) {
        news.tell(
                new Occasion(
                        Event.ROSTER_GAP,
                        "gap-" + gap.team() + "-"
                                + Integer.toHexString(gap.office().hashCode()) + "-"
                                + gap.startsAt().getEpochSecond()
                                + (gap.planned() ? "-" + gap.endsAt().getEpochSecond() : ""),
                        null,
                        Map.of(
                                "office",
                                gap.office(),
                                "team",
                                name(gap.team()),
                                "from",
                                Times.minute(gap.startsAt()),
                                "until",
                                Times.minute(gap.endsAt()))),
                Map.of());
    }

    private String name(String team) {
        Group group = identity.createGroupQuery().groupId(team).singleResult();
        return group == null ? team : group.getName();
    }

    @Configuration(proxyBeanMethods = false)
    static class Steps {

        @Bean
        JavaDelegate checkRoster(RosterCheck check, FreshLists lists, PeoplesWork work) {
            return process -> {
                work.releaseOfThoseGone(Person.system());
                check.tellGaps();
                lists.write();
            };
        }
    }
}
