package org.baoxiu.process.month;

import static org.baoxiu.shared.Groups.DIRECTOR;
import static org.baoxiu.shared.Groups.ENGINEERING_SUPERVISOR;

import java.util.List;
import java.util.Map;
import org.baoxiu.monthend.Causes;
import org.baoxiu.monthend.CausesToSign;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Morning;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.OnDuty;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the supervisors once from the 25th on, and once more on the last day of the month, that causes wait for their signature before the month is
 * frozen (4.7.7); nobody while nothing waits.
 */
@Component
class CausesReminder {

    private final Causes causes;
    private final Persons persons;
    private final OfficeMembers offices;
    private final OnDuty onDuty;
    private final StaffNews news;

    CausesReminder(Causes causes, Persons persons, OfficeMembers offices, OnDuty onDuty, StaffNews news) {
        this.causes = causes;
        this.persons = persons;
        this.offices = offices;
        this.onDuty = onDuty;
        this.news = news;
    }

    @EventListener(Morning.class)
    @Transactional
    void remind() {
        CausesToSign toSign = causes.toSign();
        if (toSign.pressing() && !toSign.monthIsOver()) {
            news.tell(
                    new Occasion(
                            Event.CAUSES_UNSIGNED,
                            "causes-" + toSign.month() + (toSign.lastDay() ? "-last" : ""),
                            null,
                            Map.of(
                                    "monthLabel",
                                    toSign.label(),
                                    "unsigned",
                                    toSign.number() + " 项",
                                    "due",
                                    Times.minute(toSign.end()),
                                    Occasion.PAGE,
                                    toSign.page())),
                    StaffNews.persons("told", signers()));
        }
    }

    /**
     * The months are the whole company's: whoever belongs to an office cannot sign them. Where all supervisors do, the directors hear that nobody
     * can.
     */
    private List<String> signers() {
        List<String> supervisors = ofCompany(ENGINEERING_SUPERVISOR);
        return supervisors.isEmpty() ? ofCompany(DIRECTOR) : supervisors;
    }

    private List<String> ofCompany(String group) {
        List<String> all = persons.membersOf(group).stream()
                .filter(login -> offices.scopeOf(login).company())
                .toList();
        return onDuty.among(all, group, null);
    }
}
