package org.baoxiu.incident;

import org.baoxiu.incident.IncidentNews.Kind;
import org.baoxiu.notification.Circulars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom an incident concerns of its beginning, each change and its end, each once. */
@Component
class ConcernedNews {

    /** As the table of notifications calls them. */
    private static final String ROLE = "concerned";

    private final ConcernedPeople people;
    private final Circulars circulars;

    ConcernedNews(ConcernedPeople people, Circulars circulars) {
        this.people = people;
        this.circulars = circulars;
    }

    @EventListener
    void tell(IncidentNews news) {
        if (news.kind() != Kind.PASSED) {
            circulars.tell(news.occasion(), ROLE, people.of(news.incident()));
        }
    }
}
