package org.baoxiu.process.repair.telling;

import java.util.HashMap;
import java.util.Map;
import org.baoxiu.incident.IncidentNews;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the office of one fault that concerns many: its beginning, each change, that it was to be over, its end. */
@Component
class IncidentsTold {

    private final StaffNews news;
    private final Persons persons;

    IncidentsTold(StaffNews news, Persons persons) {
        this.news = news;
        this.persons = persons;
    }

    @EventListener
    void tell(IncidentNews happened) {
        Occasion occasion = happened.occasion();
        Map<String, String> facts = new HashMap<>(occasion.facts());
        facts.put("actor", happened.by().equals(Person.SYSTEM) ? "" : persons.of(happened.by()));
        news.tellOthers(new Occasion(occasion.event(), occasion.key(), occasion.slipNumber(), facts), happened.by());
    }
}
