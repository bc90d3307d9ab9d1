package org.baoxiu.process.repair.telling;

import java.util.HashMap;
import java.util.Map;
import org.baoxiu.models.ModelNews;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process owners what becomes of the rules, forms and diagrams that they have changed. */
@Component
class ModelsTold {

    private final StaffNews news;
    private final Persons persons;

    ModelsTold(StaffNews news, Persons persons) {
        this.news = news;
        this.persons = persons;
    }

    @EventListener
    void tell(ModelNews happened) {
        Occasion occasion = happened.occasion();
        Map<String, String> facts = new HashMap<>(occasion.facts());
        facts.put("actor", happened.by().isEmpty() ? "" : persons.of(happened.by()));
        news.tellOthers(new Occasion(occasion.event(), occasion.key(), occasion.slipNumber(), facts), happened.by());
    }
}
