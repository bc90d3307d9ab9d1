package org.baoxiu.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.shared.Codes;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one promise and its evidence: when it started, when it was due, what did not count and why, when somebody
 * was warned or told, and when it ended. The limit is the one that was in force when the clock started. Only
 * {@link CommitmentRepository} reaches for the fields.
 */
public class Commitment {

    @Nullable
    Long id;

    long version;
    String slipNumber;
    CommitmentKind kind;

    @Nullable
    RepairClass repairClass;

    boolean emergency;
    Instant startedAt;
    long limitSeconds;
    boolean serviceHours;
    final Deadline deadline = new Deadline();

    @Nullable
    Instant endedAt;

    /** Login name; null while nobody has the slip, and where the promise is not the team's. */
    @Nullable
    String technician;
    /** Login name of the clerk who kept the promise in time, or had the task when it was due; null while nobody did. */
    @Nullable
    String clerk;

    boolean withdrawn;

    /** Id of the step in the diagram, and its name; null for what is no step that the process owner has added. */
    @Nullable
    String step;

    @Nullable
    String stepName;

    final Set<CommitmentPause> pauses = new LinkedHashSet<>();
    /** As its repository has them. */
    Set<CommitmentPause> savedPauses = Set.of();

    /** Empty: {@link #start} or the repository fills it. */
    @SuppressWarnings("NullAway.Init")
    Commitment() {}

    static Commitment start(
            String slipNumber,
            Occurrence occurrence,
            Limit limit,
            @Nullable RepairClass repairClass,
            boolean emergency,
            ServiceCalendar calendar) {
        Commitment commitment = new Commitment();
        commitment.slipNumber = slipNumber;
        commitment.kind = occurrence.kind();
        commitment.startedAt = occurrence.startedAt();
        if (occurrence.waitUntil() != null) {
            commitment.pauses.add(
                    new CommitmentPause(occurrence.startedAt(), occurrence.waitUntil(), occurrence.waitsFor()));
        }
        commitment.use(limit, repairClass, emergency, calendar);
        return commitment;
    }

    private void use(Limit limit, @Nullable RepairClass repairClass, boolean emergency, ServiceCalendar calendar) {
        this.repairClass = repairClass;
        this.emergency = emergency;
        deadline.use(limit);
        serviceHours = limit.serviceHours();
        if (limit.dayOfMonth() > 0) {
            deadline.dueAt = calendar.endOfDay(limit.dayOfMonth(), startedAt);
            limitSeconds = Duration.between(startedAt, deadline.dueAt).toSeconds();
        } else {
            limitSeconds = limit.time().toSeconds();
            deadline.dueAt = due(limitSeconds, calendar);
        }
    }

    /** The class or the urgency has changed: what is still owed is due by the new limit, but never later than before (4.2). */
    void recompute(Limit limit, @Nullable RepairClass nowClass, boolean nowEmergency, ServiceCalendar calendar) {
        Instant before = deadline.dueAt;
        use(limit, nowClass, nowEmergency, calendar);
        deadline.dueAt = deadline.dueAt.isAfter(before) ? before : deadline.dueAt;
    }

    /**
     * What the limit hangs on was registered wrongly: what is neither kept nor missed is due as if it had been registered rightly, from
     * when it truly began, be it earlier or later than before.
     */
    void decideAnew(Limit limit, @Nullable RepairClass nowClass, boolean nowEmergency, ServiceCalendar calendar) {
        forgetWish(calendar);
        use(limit, nowClass, nowEmergency, calendar);
    }

    /** Another time is wanted than the one that was registered, or none: what is still wanted follows from the slip. */
    void forgetWish(ServiceCalendar calendar) {
        if (pauses.removeIf(pause -> !pause.open() && pause.reason().equals(Occurrences.WISH))) {
            deadline.dueAt = due(limitSeconds, calendar);
        }
    }

    /** Owed again, since what had taken its place rested on a mistake. */
    void reopen() {
        endedAt = null;
    }

    boolean limitedFor(@Nullable RepairClass repairClass, boolean emergency) {
        return this.repairClass == repairClass && this.emergency == emergency;
    }

    /** Brings pause and end up to what the slip says now; true if anything changed. */
    boolean follow(Occurrence occurrence, Instant now, ServiceCalendar calendar) {
        boolean changed = waits(occurrence, calendar);
        Optional<CommitmentPause> open = openPause();
        if (open.isEmpty()
                && occurrence.pausedFrom() != null
                && deadline.missedAt == null
                && deadline.dueAt.isAfter(occurrence.pausedFrom())) {
            pauses.add(new CommitmentPause(occurrence.pausedFrom(), null, occurrence.pausedFor()));
            changed = true;
        } else if (open.isPresent() && occurrence.pausedFrom() == null) {
            resume(now, calendar);
            changed = true;
        }
        if (occurrence.endedAt() != null) {
            end(occurrence.endedAt());
            changed = true;
        }
        return changed;
    }

    /** The owner has named another time meanwhile: what is not missed yet is due by that (4.3.1.3). */
    private boolean waits(Occurrence occurrence, ServiceCalendar calendar) {
        CommitmentPause wait = new CommitmentPause(startedAt, occurrence.waitUntil(), occurrence.waitsFor());
        if (occurrence.waitUntil() == null || deadline.missedAt != null || pauses.contains(wait)) {
            return false;
        }
        pauses.removeIf(pause -> !pause.open()
                && pause.pausedFrom().equals(startedAt)
                && pause.reason().equals(occurrence.waitsFor()));
        pauses.add(wait);
        deadline.dueAt = due(limitSeconds, calendar);
        return true;
    }

    /**
     * The team's promise is that of whoever has the slip, until it is due: nobody takes over a miss with the work. What was entered
     * from paper is the promise of whoever is then named.
     *
     * @return whether that is somebody else than before
     */
    boolean heldBy(@Nullable String technicianOrNull, boolean fromPaper, Instant now) {
        boolean open = endedAt == null && (paused() || !now.isAfter(deadline.dueAt)) || fromPaper && technician == null;
        if (kind.keptBy() != ResponsibleRole.MAINTENANCE || !open || Objects.equals(technician, technicianOrNull)) {
            return false;
        }
        technician = technicianOrNull;
        return true;
    }

    /**
     * It has ended because it was done. Whoever does in time what one clerk has to do has kept the promise; what others have left undone
     * is not theirs, but that of whoever had taken it on, also where nobody has noticed yet that the time is over.
     */
    void doneBy(Person person, Supplier<Optional<String>> havingTaken) {
        if (!kind.keptByOneClerk() || deadline.missedAt != null) {
            return;
        }
        if (missed()) {
            clerk = havingTaken.get().orElse(null);
        } else if (person.isIn(Groups.CUSTOMER_SERVICE) || person.isIn(Groups.CUSTOMER_SERVICE_LEAD)) {
            clerk = person.id();
        }
    }

    private void resume(Instant now, ServiceCalendar calendar) {
        CommitmentPause open = openPause().orElseThrow();
        pauses.remove(open);
        pauses.add(new CommitmentPause(open.pausedFrom(), now, open.reason()));
        deadline.dueAt = due(limitSeconds, calendar);
    }

    void end(Instant time) {
        openPause().ifPresent(open -> {
            pauses.remove(open);
            pauses.add(new CommitmentPause(open.pausedFrom(), time, open.reason()));
            deadline.dueAt = deadline.dueAt.isBefore(time) ? time : deadline.dueAt;
        });
        endedAt = time;
    }

    /** Kept at a time that is entered later: what looked missed meanwhile was not, if it lies in time. */
    void keep(Instant time) {
        deadline.missedAt = time.isAfter(deadline.dueAt) ? deadline.missedAt : null;
        end(time);
    }

    /** Not owed any more: until it is due it is neither kept nor missed. */
    void withdraw(Instant now) {
        end(now);
        withdrawn = !missed();
    }

    void warn(Instant now) {
        deadline.told(Stage.WARNING, now);
    }

    /** Its time is over and it was not kept: somebody is told, now or again. */
    void miss(Instant now) {
        deadline.told(Stage.MISSED, now);
    }

    /** Likewise what one clerk has to do and has begun. */
    void missBy(@Nullable String clerkOrNull, Instant now) {
        clerk = deadline.missedAt == null && kind.keptByOneClerk() ? clerkOrNull : clerk;
        miss(now);
    }

    private Instant due(long seconds, ServiceCalendar calendar) {
        return counted(serviceHours, calendar).after(Duration.ofSeconds(seconds));
    }

    /** Emergencies run around the clock whatever the office's hours. */
    private CountedTime counted(boolean serviceHours, ServiceCalendar calendar) {
        return new CountedTime(startedAt, pauses, serviceHours && !emergency, calendar);
    }

    private Optional<CommitmentPause> openPause() {
        return pauses.stream().filter(CommitmentPause::open).findFirst();
    }

    /** What is to be told about this clock at this moment, if anything. */
    Optional<Stage> stage(Instant now) {
        return running() ? deadline.stage(now) : Optional.empty();
    }

    /** Whether nothing is owed any more, kept or not. */
    public boolean ended() {
        return endedAt != null;
    }

    /** Whether the time runs now. */
    public boolean running() {
        return endedAt == null && !paused();
    }

    public boolean paused() {
        return openPause().isPresent();
    }

    /** Whether the promise was broken: it was not kept when it was due. */
    public boolean missed() {
        return deadline.missedAt != null || endedAt != null && endedAt.isAfter(deadline.dueAt);
    }

    /** Likewise by a moment up to now, at which nobody may have noticed yet that the time is over. */
    public boolean missedBy(Instant moment) {
        return deadline.dueAt.isAfter(moment)
                ? deadline.missedAt != null && !deadline.missedAt.isAfter(moment)
                : missed() || running();
    }

    /**
     * Whether it would have been broken by that moment with another limit, everything else being as it was. What was given up before its
     * time stays broken.
     */
    public boolean missedBy(Instant moment, Limit other, ServiceCalendar calendar) {
        if (deadline.missedAt != null && deadline.missedAt.isBefore(deadline.dueAt)) {
            return true;
        }
        boolean asBefore = other.dayOfMonth() == 0
                && other.time().toSeconds() == limitSeconds
                && other.serviceHours() == serviceHours;
        Instant due = asBefore
                ? deadline.dueAt
                : other.dayOfMonth() > 0
                        ? calendar.endOfDay(other.dayOfMonth(), startedAt)
                        : counted(other.serviceHours(), calendar).after(other.time());
        return endedAt == null ? !due.isAfter(moment) && !paused() : endedAt.isAfter(due);
    }

    /** How late it was kept; zero if it was kept in time, empty while it is owed. */
    public Optional<Duration> lateness() {
        return Optional.ofNullable(endedAt)
                .map(end -> end.isAfter(deadline.dueAt) ? Duration.between(deadline.dueAt, end) : Duration.ZERO);
    }

    /** Once it is saved. */
    public Long id() {
        return Optional.ofNullable(id).orElseThrow();
    }

    public String slipNumber() {
        return slipNumber;
    }

    public CommitmentKind kind() {
        return kind;
    }

    /** What is promised, as people call it. */
    public String label() {
        return stepName == null ? kind.label() : "“" + stepName + "”";
    }

    /** As the table of limits calls it. */
    public String code() {
        return step == null ? Codes.of(kind) : step;
    }

    public String clause() {
        return deadline.clause;
    }

    /** By which the limit was decided; null if there was none yet. */
    public @Nullable RepairClass repairClass() {
        return repairClass;
    }

    public boolean emergency() {
        return emergency;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Of the due time: while the clock is paused, as if the pause ended at once. */
    public Deadline deadline() {
        return deadline;
    }

    public Instant dueAt() {
        return deadline.dueAt;
    }

    /** How much time there is for it, without what does not count. */
    public Duration limit() {
        return Duration.ofSeconds(limitSeconds);
    }

    /** See {@link Deadline#missedAt()}. */
    public @Nullable Instant missedAt() {
        return deadline.missedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Whose promise it is, where it is the team's; null if nobody had the slip when it was due. */
    public @Nullable String technician() {
        return technician;
    }

    /** The clerk whose promise it is, where one keeps it; null if nobody had taken it on when it was due. */
    public @Nullable String clerk() {
        return clerk;
    }

    /** Whether it was not owed any more before it was due: it counts neither as kept nor as missed. */
    public boolean withdrawn() {
        return withdrawn;
    }

    public Set<CommitmentPause> pauses() {
        return Set.copyOf(pauses);
    }
}
