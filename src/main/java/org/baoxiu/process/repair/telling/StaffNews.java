package org.baoxiu.process.repair.telling;

import static org.baoxiu.process.form.Field.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the people of the office what has happened to a slip. The table of recipients says who is told of an event, the one
 * of notifications by which text and channel. Whoever has done it knows it and is told nothing.
 */
@Component
public class StaffNews {

    private static final int REASON_LENGTH = 60;
    /** These tasks begin with what somebody has typed as the reason in the step before. */
    private static final Set<Event> WITH_REASON =
            EnumSet.of(Event.AGREE_DEFERRAL, Event.SUPPORT_REPAIR, Event.RESCHEDULE_VISIT, Event.IMPROVE_SERVICE);

    /** These answer whoever has acted. */
    private static final Set<Event> ANSWERS = EnumSet.of(Event.PARTLY_HANDED_OVER);

    private final DecidedRecipients recipients;
    private final Audience audience;
    private final SlipFacts facts;
    private final Messages messages;
    private final Persons persons;
    private final Slips slips;
    private final ToldNow toldNow;

    StaffNews(
            DecidedRecipients recipients,
            Audience audience,
            SlipFacts facts,
            Messages messages,
            Persons persons,
            Slips slips,
            ToldNow toldNow) {
        this.recipients = recipients;
        this.audience = audience;
        this.facts = facts;
        this.messages = messages;
        this.persons = persons;
        this.slips = slips;
        this.toldNow = toldNow;
    }

    /** A person that has something to do by an event; nobody if there is none. */
    public static Map<String, String> person(String role, @Nullable String loginOrNull) {
        return loginOrNull == null ? Map.of() : Map.of(role, Audience.LOGIN + loginOrNull);
    }

    /** Likewise several. */
    public static Map<String, String> persons(String role, Collection<String> logins) {
        return Map.of(role, logins.stream().map(Audience.LOGIN::concat).collect(Collectors.joining(",")));
    }

    /** Whoever had the work before and only needs to know; nobody if there is none. */
    public static Map<String, String> former(@Nullable String loginOrNull) {
        return loginOrNull == null ? Map.of() : Map.of("former", Audience.INFORMED + loginOrNull);
    }

    /** Something that happens by the step that is taken now. */
    public void tell(Event event, String slipNumber) {
        tell(event, slipNumber, "");
    }

    /** @param reason what a person has typed about it, or empty */
    public void tell(Event event, String slipNumber, String reason) {
        tell(event, slipNumber, reason, Map.of());
    }

    /** @param roles who the event is about besides, by the names that the table of recipients gives them, such as {@code former} */
    public void tell(Event event, String slipNumber, @Nullable String reason, Map<String, String> roles) {
        tell(event, key(event, slipNumber), slipNumber, reason(reason), roles);
    }

    /** What a person has typed, as the fact that texts know. */
    public static Map<String, String> reason(@Nullable String typed) {
        return Map.of("reason", Excerpt.line(typed == null ? "" : typed, REASON_LENGTH));
    }

    /** Names the event that {@link #tell} would tell of now, among all. */
    public String key(Event event, String slipNumber) {
        return code(event) + "-" + slipNumber + "-" + slips.get(slipNumber).version();
    }

    /**
     * @param key  names this one occurrence of the event: nobody is told twice of the same; at most 100 characters
     * @param more facts beside those of the slip, by the names of the texts
     */
    public void tell(Event event, String key, String slipNumber, Map<String, String> more, Map<String, String> roles) {
        tell(event, key, slips.get(slipNumber), more, roles, login -> false);
    }

    /** Whoever has been told of this event by a former step is told of no task that follows from it now. */
    public void remember(Event event, String slipNumber) {
        toldNow.add(messages.about(slipNumber, event));
    }

    /** A task is there: no news for whoever has been told by this step why it is. */
    void tellOfTask(Event event, String key, String slipNumber, String task, String candidates) {
        Slip slip = slips.get(slipNumber);
        String reason = WITH_REASON.contains(event) && slip.lastReason() != null
                ? Excerpt.line(slip.lastReason(), REASON_LENGTH)
                : "";
        tell(
                event,
                key,
                slip,
                Map.of("task", task, "reason", reason),
                Map.of("candidates", candidates),
                recipient -> toldNow.contains(slipNumber, recipient));
    }

    private void tell(
            Event event,
            String key,
            Slip slip,
            Map<String, String> more,
            Map<String, String> roles,
            Predicate<String> knowsAlready) {
        Map<String, String> all = new HashMap<>(Map.of("reason", "", "task", ""));
        all.putAll(facts.of(slip));
        all.put("actor", actor());
        all.putAll(more);
        toldNow.add(tell(
                new Occasion(event, key, slip.number(), all),
                slip,
                slip.intake().emergency(),
                roles,
                knowsAlready));
    }

    /** Something that is about no single slip. */
    public void tell(Occasion occasion, Map<String, String> roles) {
        tell(occasion, null, false, roles, login -> false);
    }

    /** Likewise, all but whoever has done it on a page, where the engine does not know who acts. */
    void tellOthers(Occasion occasion, String by) {
        tell(occasion, null, false, Map.of(), by::equals);
    }

    private List<Message> tell(
            Occasion occasion,
            @Nullable Slip slipOrNull,
            boolean emergency,
            Map<String, String> roles,
            Predicate<String> knowsAlready) {
        String actor =
                ANSWERS.contains(occasion.event()) ? "" : persons.current().id();
        List<Message> written = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (String role : recipients.of(occasion, emergency, roles)) {
            Audience.People people = audience.of(role, slipOrNull)
                    .without(actor::equals)
                    .without(knowsAlready)
                    .without(login -> !told.add(login));
            written.addAll(messages.tell(
                    inPlaceOf(people.away(), occasion),
                    people.role(),
                    people.group().filter(id -> !knowsAlready.test("group:" + id)),
                    people.logins()));
        }
        return written;
    }

    private Occasion inPlaceOf(Optional<String> away, Occasion occasion) {
        Map<String, String> facts = new HashMap<>(occasion.facts());
        facts.put("away", away.map(persons::of).orElse(""));
        return new Occasion(occasion.event(), occasion.key(), occasion.slipNumber(), facts);
    }

    private String actor() {
        String id = persons.current().id();
        return id.equals(Person.SYSTEM) ? "" : id.equals(Person.OWNER) ? Person.OWNER : persons.of(id);
    }
}
