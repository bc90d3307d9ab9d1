package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.RECEIVED;
import static org.baoxiu.slip.SlipState.REFUSED;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.SlipEvent.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * The service slip 维修服务通知单: the record of one request. The slip keeps its number, its state and what others are told of
 * it; what it knows is in its parts, each with the rules that need nothing else. The steps of the procedure are grouped by
 * stage ({@link #registering()}, {@link #dispatching()} …): they keep the order of the states, and refuse with a
 * {@link Rejection} what the procedure does not allow in the present state, whoever asks for it and by whatever way.
 */
public class Slip extends AbstractAggregateRoot<Slip> {

    @Id
    private String number;

    @Version
    private @Nullable Long version;

    private SlipState state;
    private @Nullable String caseId;

    @Nullable
    String lastReason;

    @Nullable
    Instant closedAt;

    @Embedded.Empty
    Report report;

    @Embedded.Empty
    private Intake intake = new Intake();

    @Embedded.Empty
    private Diagnosis diagnosis = new Diagnosis();

    @Embedded.Empty
    private Severity severity = new Severity();

    @Embedded.Empty
    private Visit visit = new Visit();

    @Embedded.Empty
    private Agreement agreement = new Agreement();

    @Embedded.Empty
    private Work work = new Work();

    @Embedded.Empty
    private Schedule schedule = new Schedule();

    @Embedded.Empty
    private Acceptance acceptance = new Acceptance();

    @Embedded.Empty(prefix = "reason_")
    private Reasons reasons = new Reasons();

    @Embedded.Empty
    private Milestones milestones = new Milestones();

    @Embedded.Empty
    private Ties ties = new Ties();

    @Embedded.Nullable(prefix = "accident_")
    Accident accident;

    @Embedded.Nullable(prefix = "paper_")
    PaperTimes paper;

    /** For the persistence only, which fills in what is never missing. */
    @SuppressWarnings("NullAway.Init")
    Slip() {}

    /**
     * @param wish       what the owner said about the time of the visit, or null
     * @param lateReason why a report that was received long ago is entered only now, or null
     */
    static Slip open(
            String number, Report report, @Nullable Wish wish, @Nullable String lateReason, Instant now, Person by) {
        Slip slip = new Slip();
        slip.number = number;
        slip.report = report;
        slip.intake = Intake.of(report, wish, lateReason, now, by);
        slip.state = RECEIVED;
        slip.happened(Kind.RECEIVED);
        return slip;
    }

    /** Enters what was written on paper: what has happened by then has happened at those times (4.7.8). */
    static Slip fromPaper(
            String number, Report report, PaperTimes times, @Nullable String lateReason, Instant now, Person by) {
        Slip slip = open(number, report, null, lateReason, now, by);
        slip.paper = times;
        slip.milestones.answeredAt = times.arrivedAt();
        slip.milestones.solvedAt = slip.publicArea() ? times.finishedAt() : times.acceptedAt();
        return slip;
    }

    void bindTo(String caseId) {
        if (this.caseId != null) {
            throw refused("这张单已经在处理，不能重复开始。");
        }
        this.caseId = caseId;
    }

    // the steps, by stage

    Registering registering() {
        return new Registering(this);
    }

    Assessing assessing() {
        return new Assessing(this);
    }

    HandlingAccident handlingAccident() {
        return new HandlingAccident(this);
    }

    Contacting contacting() {
        return new Contacting(this);
    }

    public Dispatching dispatching() {
        return new Dispatching(this);
    }

    public Quoting quoting() {
        return new Quoting(this);
    }

    public Repairing repairing() {
        return new Repairing(this);
    }

    public Confirming confirming() {
        return new Confirming(this);
    }

    public FollowingUp followingUp() {
        return new FollowingUp(this);
    }

    // what a step may do beside changing a part

    void become(SlipState next) {
        if (state != next) {
            state = next;
            registerEvent(new StateChanged(this, next));
        }
    }

    void happened(Kind kind) {
        happened(kind, null);
    }

    void happened(Kind kind, @Nullable BigDecimal formerAmount) {
        registerEvent(new SlipEvent(kind, this, formerAmount));
    }

    void handTo(String technician) {
        visit.handTo(technician);
        happened(Kind.TECHNICIAN_ASSIGNED);
    }

    /** A cost that differs from the last one that the owner knows (Q4). */
    void tellCost(BigDecimal amount) {
        agreement.knownOtherThan(amount).ifPresent(known -> happened(Kind.COST_CHANGED, known));
    }

    /** When the paper says that a step was taken. */
    Optional<Instant> paperTime(Function<PaperTimes, Instant> step) {
        return Optional.ofNullable(paper).map(step);
    }

    /** The work is done anew: what was on paper, and the time that was given for it, belong to the round before. */
    void newRound() {
        milestones.newRound();
        paper = null;
        schedule.expect(null);
    }

    // what several steps refuse

    void require(String step, SlipState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw outOfTurn("当前状态为“" + state.label() + "”，不能" + step + "。请刷新任务列表后再看。");
        }
    }

    /** @throws Rejection OUT_OF_TURN if the slip does not take this step of its owner now */
    public void requireOffered(OwnersStep step) {
        step.refusal(this).ifPresent(why -> {
            throw outOfTurn(why);
        });
    }

    void requireOpen(String step) {
        if (state.ended()) {
            throw outOfTurn("这张单" + state.label() + "，不能" + step + "。" + ties.instead());
        }
    }

    /** @param objection of a part, as a sentence for the person at the screen */
    void heed(Optional<String> objection) {
        objection.ifPresent(why -> {
            throw refused(why);
        });
    }

    Rejection refused(String message) {
        return Rejection.invalid(number, message);
    }

    Rejection outOfTurn(String message) {
        return Rejection.outOfTurn(number, message);
    }

    // what more than one part has to say to

    public boolean publicArea() {
        return report.area() == Area.PUBLIC;
    }

    public boolean consentRequired() {
        return !publicArea() && !agreement.consentValid();
    }

    /** Anything but a listed item in daily class is looked at by a person before dispatch (S3). */
    public boolean assessmentNeeded() {
        CatalogueItem item = item();
        return item == null || !item.inPriceList() || repairClass() != RepairClass.DAILY;
    }

    /** Whether the slip would take this step of its owner now: what is offered is what is accepted. */
    public boolean offers(OwnersStep step) {
        return step.refusal(this).isEmpty();
    }

    /** An accident was declared and the director has not closed it yet (4.4.1, 5.3). */
    public boolean accidentOpen() {
        return accident != null && accident.closedAt() == null;
    }

    /** Whether what was written on paper is being entered and not registered yet: no promise can be judged so far. */
    public boolean onPaperOnly() {
        return paper != null && intake.registeredAt() == null;
    }

    /** Whether it was written on paper first and entered afterwards (4.7.8). */
    public boolean fromPaper() {
        return paper != null;
    }

    /** Whether a technician has work on it: from pick-up until the result is reported (S4, 4.6.3). */
    public boolean inHand() {
        return SlipState.WITH_TECHNICIAN.contains(state) || state == CONFIRMED && acceptance.resultReportedAt() == null;
    }

    /** Whether there is a repair that may have helped or not: after a refused quote there is none. */
    public boolean repairDone() {
        return state != REFUSED && work.finishedAt() != null;
    }

    /** Whether the present round of work is finished: {@link Work#finishedAt()} keeps the last round's time until the next one starts. */
    public boolean workFinished() {
        return work.finishedAt() != null && (!rework() || milestones.roundStartedAt() != null);
    }

    /** When the owner expects the technician: as agreed, otherwise as wanted; null when nothing was said, as in a rework. */
    public @Nullable Instant visitExpectedAt() {
        return visit.appointmentAt() != null || rework() ? visit.appointmentAt() : intake.wantedAt();
    }

    /** When the present work in a public area was verified (4.5.1), by the paper where it is on paper; null while it is not. */
    public @Nullable Instant verifiedAt() {
        return acceptance.confirmed()
                ? acceptance.confirmedAt()
                : paperTime(PaperTimes::acceptedAt).orElse(null);
    }

    /** Whether this is the one running case of the slip: no other may take a step on it. */
    public boolean isHandledBy(String caseId) {
        return caseId.equals(this.caseId);
    }

    public String number() {
        return number;
    }

    /** How often the slip has been saved since it was opened. */
    public long version() {
        return version == null ? 0 : version;
    }

    public SlipState state() {
        return state;
    }

    public Report report() {
        return report;
    }

    public Intake intake() {
        return intake;
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    public @Nullable CatalogueItem item() {
        return diagnosis.item();
    }

    /** @throws Rejection while there is none: for what cannot go on without it */
    public CatalogueItem registeredItem() {
        return Optional.ofNullable(item()).orElseThrow(() -> refused("还没有维修项目，请先登记维修项目。"));
    }

    public Severity severity() {
        return severity;
    }

    public @Nullable RepairClass repairClass() {
        return severity.repairClass();
    }

    public Visit visit() {
        return visit;
    }

    /** See {@link Visit#technician()}. */
    public @Nullable String technician() {
        return visit.technician();
    }

    public Agreement agreement() {
        return agreement;
    }

    public Work work() {
        return work;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    public boolean rework() {
        return acceptance.reworks() > 0;
    }

    /** Null unless it is or was an accident. */
    public @Nullable Accident accident() {
        return accident;
    }

    public Milestones milestones() {
        return milestones;
    }

    public Reasons reasons() {
        return reasons;
    }

    public Ties ties() {
        return ties;
    }

    /** The last reason of whatever kind: what the step that gave it tells on, and for forms of cases that began before each kind had its own. */
    public @Nullable String lastReason() {
        return lastReason;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }
}
