package org.baoxiu.incident;

import org.baoxiu.notification.Messages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom an incident concerns of its beginning, each change and its end, each once. */
@Component
class ConcernedNews {

    /** As the table of notifications calls them. */
    private static final String ROLE = "concerned";

    private final ConcernedPeople people;
    private final Messages messages;

    ConcernedNews(ConcernedPeople people, Messages messages) {
        this.people = people;
        this.messages = messages;
    }

    @EventListener
    void tell(IncidentNews news) {
        messages.tellContacts(news.occasion(), ROLE, people.of(news.incident()));
    }
}
