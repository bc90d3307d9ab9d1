package org.baoxiu.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;

/**
 * Something people are to be told of an incident; in the transaction of the step.
 *
 * @param by login name of whoever did it, or {@link Person#SYSTEM}
 * @param at when it was done
 */
public record IncidentNews(Kind kind, Incident incident, String by, Instant at) {

    /** A text message is short. */
    private static final int PLACE_LENGTH = 20;

    private static final int WHAT_LENGTH = 12;

    public enum Kind {
        DECLARED(Event.INCIDENT_DECLARED),
        CHANGED(Event.INCIDENT_CHANGED),
        /** What was to be over by now is not known to be: told to those who may change or end it, to nobody else. */
        PASSED(Event.INCIDENT_PASSED),
        ENDED(Event.INCIDENT_ENDED);

        private final Event event;

        Kind(Event event) {
            this.event = event;
        }
    }

    /**
     * Texts know of a planned one by {@code planned}, by {@code calledOff} that it does not take place, and by {@code byItself} that nobody has
     * entered its end; empty otherwise. A time that has passed is promised to nobody.
     */
    public Occasion occasion() {
        Map<String, String> facts = new HashMap<>();
        facts.put("office", incident.office());
        facts.put("place", Excerpt.line(incident.where(), PLACE_LENGTH));
        facts.put("what", Excerpt.line(incident.what(), WHAT_LENGTH));
        facts.put("planned", incident.planned() ? "计划" : "");
        facts.put("from", Times.minute(incident.beginsAt()));
        facts.put(
                "until",
                Optional.ofNullable(incident.expectedAt())
                        .filter(expected -> kind == Kind.PASSED || incident.planned() || expected.isAfter(at))
                        .map(Times::minute)
                        .orElse(""));
        facts.put("byItself", by.equals(Person.SYSTEM) ? "自动" : "");
        facts.put(
                "calledOff",
                Optional.ofNullable(incident.endedAt())
                        .filter(ended -> ended.isBefore(incident.beginsAt()))
                        .map(ended -> "取消")
                        .orElse(""));
        String key = "incident-" + incident.id() + "-" + incident.version();
        return new Occasion(kind.event, kind == Kind.PASSED ? key + "-passed" : key, null, facts);
    }
}
