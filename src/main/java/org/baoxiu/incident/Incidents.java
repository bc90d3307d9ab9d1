package org.baoxiu.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.incident.Drafting.Draft;
import org.baoxiu.incident.Incident.Stage;
import org.baoxiu.incident.IncidentNews.Kind;
import org.baoxiu.office.Location;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents are declared, change and end; every door asks here before somebody reports. */
@Service
@Transactional
public class Incidents {

    private static final int LATELY = 30;

    private final IncidentStore store;
    private final Drafting drafting;
    private final PlaceRegister places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(
            IncidentStore store,
            Drafting drafting,
            PlaceRegister places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.drafting = drafting;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From now on every door says it, and whom it concerns is told.
     *
     * @return its id
     * @throws Rejection if it cannot be meant
     */
    public long declare(Declaration typed, Person by) {
        Draft draft = drafting.read(typed, null);
        long id = store.insert(draft, clock.instant(), by.id());
        tell(Kind.DECLARED, id, by);
        return id;
    }

    /**
     * @param version of what the person has seen
     * @throws Rejection if it cannot be meant, is over, or somebody else has changed it meanwhile
     */
    public void change(long id, int version, Declaration typed, Person by) {
        Incident known = get(id);
        if (known.over(clock.instant()) != null) {
            throw changedMeanwhile();
        }
        Draft draft = drafting.read(typed, known);
        if (!store.update(id, version, draft)) {
            throw changedMeanwhile();
        }
        if (isNews(draft, known)) {
            tell(Kind.CHANGED, id, by);
        }
    }

    private static Rejection changedMeanwhile() {
        return Rejection.outOfTurn("这条刚刚被别人改过或已经结束，请看最新的内容后再试。");
    }

    /** Which slip repairs it is news to nobody. */
    private static boolean isNews(Draft draft, Incident known) {
        return !draft.what().equals(known.what())
                || !draft.beginsAt().equals(known.beginsAt())
                || !Objects.equals(draft.expectedAt(), known.expectedAt())
                || !draft.parts().equals(known.parts());
    }

    /** It is over, or a planned one does not take place. What is over already stays as it is. */
    public void end(long id, Person by) {
        Incident known = get(id);
        Instant now = clock.instant();
        if (known.over(now) == null && store.end(id, now)) {
            tell(Kind.ENDED, id, by);
        }
    }

    /** What only time has done to one, which is told once, whichever node notices it: see {@link Incident#over} and {@link Incident#late}. */
    void timeHasPassed(Incident known) {
        Instant now = clock.instant();
        Instant expected = known.expectedAt();
        if (expected == null) {
            return;
        }
        if (known.over(now) != null && store.endAsPlanned(known.id(), expected)) {
            tell(Kind.ENDED, known.id(), Person.system());
        }
        if (known.late(now) && store.toldThatItHasPassed(known.id(), expected)) {
            tell(Kind.PASSED, known.id(), Person.system());
        }
    }

    private void tell(Kind kind, long id, Person by) {
        events.publishEvent(new IncidentNews(kind, get(id), by.id(), clock.instant()));
    }

    /** @throws Rejection if there is none */
    public Incident get(long id) {
        return find(id).orElseThrow(() -> Rejection.invalid("没有这条公共故障，请返回列表重新选择。"));
    }

    public Optional<Incident> find(long id) {
        return store.find(id);
    }

    /** What is not over, in all offices, in the order of its beginning. */
    public List<Incident> open() {
        return open("");
    }

    private List<Incident> open(String officeOrEmpty) {
        Instant now = clock.instant();
        return store.open(officeOrEmpty).stream()
                .filter(one -> one.over(now) == null)
                .toList();
    }

    /** What has begun and is not over, in all offices. */
    public List<Incident> running() {
        Instant now = clock.instant();
        return open().stream().filter(one -> one.stage(now) == Stage.RUNNING).toList();
    }

    /** What ended last. */
    public List<Incident> ended() {
        return store.latestEnded(LATELY);
    }

    /** What is known of a place before somebody reports: what runs and what is announced. */
    public List<Incident> at(String office, Location place) {
        return open(office).stream().filter(one -> one.concerns(place)).toList();
    }

    /** Likewise, by what somebody has written. */
    public List<Incident> at(String office, String place) {
        return at(office, places.locate(office, place));
    }

    /** Likewise as sentences. */
    public List<String> wordsAt(String office, Location place) {
        Instant now = clock.instant();
        return at(office, place).stream().map(one -> one.words(now)).toList();
    }
}
