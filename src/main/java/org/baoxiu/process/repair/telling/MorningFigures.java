package org.baoxiu.process.repair.telling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.audit.FailedJobs;
import org.baoxiu.audit.MorningReaders;
import org.baoxiu.audit.Today;
import org.baoxiu.audit.TodayFigure;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Morning;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Yuan;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever wants to know it each morning how the work stands: once a day, however many nodes there are. */
@Component
class MorningFigures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    private final Today today;
    private final FailedJobs jobs;
    private final MorningReaders readers;
    private final Persons persons;
    private final StaffNews news;
    private final Clock clock;

    MorningFigures(Today today, FailedJobs jobs, MorningReaders readers, Persons persons, StaffNews news, Clock clock) {
        this.today = today;
        this.jobs = jobs;
        this.readers = readers;
        this.persons = persons;
        this.news = news;
        this.clock = clock;
    }

    @EventListener(Morning.class)
    @Transactional
    void tell() {
        List<String> wanting = readers.all().stream().filter(persons::exists).toList();
        if (wanting.isEmpty()) {
            return;
        }
        LocalDate day = LocalDate.now(clock);
        Map<String, String> facts = facts(day);
        wanting.forEach(login -> news.tell(
                new Occasion(Event.MORNING_FIGURES, "morning-" + day + "-" + login, null, facts),
                StaffNews.person("told", login)));
    }

    private Map<String, String> facts(LocalDate day) {
        Today.Look look = today.look(List.of(), 0);
        Map<String, String> facts = new HashMap<>(Map.of(
                "day", day.format(DAY),
                "owed", Yuan.text(look.owed()),
                "jobs", String.valueOf(jobs.count())));
        Map.of(
                        "open", TodayFigure.OPEN,
                        "overdue", TodayFigure.OVERDUE,
                        "soon", TodayFigure.DUE_SOON,
                        "old", TodayFigure.AGE_OLD,
                        "received", TodayFigure.RECEIVED,
                        "closed", TodayFigure.CLOSED,
                        "accidents", TodayFigure.ACCIDENTS,
                        "unpaid", TodayFigure.UNPAID,
                        "undelivered", TodayFigure.UNDELIVERED)
                .forEach((name, figure) -> facts.put(name, String.valueOf(look.figure(figure))));
        return facts;
    }
}
