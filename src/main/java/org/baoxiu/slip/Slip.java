package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CANCELLED;
import static org.baoxiu.slip.SlipState.CLOSED;
import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.CONSENTED;
import static org.baoxiu.slip.SlipState.DEFERRED;
import static org.baoxiu.slip.SlipState.FINISHED;
import static org.baoxiu.slip.SlipState.FOLLOWED_UP;
import static org.baoxiu.slip.SlipState.NOTIFIED;
import static org.baoxiu.slip.SlipState.ON_SITE;
import static org.baoxiu.slip.SlipState.PICKED_UP;
import static org.baoxiu.slip.SlipState.QUOTED;
import static org.baoxiu.slip.SlipState.RECEIVED;
import static org.baoxiu.slip.SlipState.REFUSED;
import static org.baoxiu.slip.SlipState.REGISTERED;
import static org.baoxiu.slip.SlipState.SUPPORT_REQUESTED;
import static org.baoxiu.slip.SlipState.WORKING;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Plausible;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.SlipEvent.Kind;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * The service slip 维修服务通知单: the record of one request. Every method is one step of the procedure; it refuses with a
 * {@link Rejection} what the procedure does not allow in the slip's present state, whoever asks for it and by whatever way.
 *
 * <p>Amounts are yuan with two decimals and mean what the owner pays.
 */
public class Slip {

    /** What is repaired together: until the work is finished, unless the owner has refused it. */
    private static final Set<SlipState> ADDED_TO = EnumSet.of(
            RECEIVED,
            REGISTERED,
            NOTIFIED,
            PICKED_UP,
            ON_SITE,
            QUOTED,
            CONSENTED,
            WORKING,
            SUPPORT_REQUESTED,
            DEFERRED);
    /** As many characters as a report may have. */
    private static final int LONGEST_FAULT = 1000;

    @Id
    private String number;

    @Version
    private Long version;

    private SlipState state;
    private Instant openedAt;
    private String openedBy;
    private String registrar;
    private String caseId;

    @Embedded.Nullable
    private Report report;
    /** As it is dialled from anywhere; the report keeps it as it was typed. */
    private String telephoneE164;

    private Instant registeredAt;

    @Embedded.Nullable
    private Wish wish;

    private boolean emergency;
    private boolean forcedEntry;
    private boolean lossOrInjury;
    private boolean underWarranty;
    private boolean officeFault;
    private String note;
    private String chosenItem;
    private String areaConfirmedFor;

    @Embedded.Nullable(prefix = "item_")
    private CatalogueItem item;

    @Embedded.Nullable(prefix = "application_")
    private EntryApplication application;

    @Embedded.Nullable
    private Classification classification;

    private RepairClass handledClass;
    private RepairClass downgradedFrom;
    private int urges;
    private int complaints;

    @Embedded.Empty(prefix = "repeats_")
    private Repeats repeats = Repeats.NONE;

    private Instant notifiedAt;
    private double estimatedHours;
    private String assessedCause;
    private String surveyFindings;
    private boolean surveyNeeded;

    private String technician;
    private Instant pickedUpAt;
    private VisitOutcome visitOutcome;
    private Instant appointmentAt;
    private Instant arrivedAt;

    private String foundCause;
    private boolean noiseOrSmell;
    private BigDecimal quotedAmount;
    private BigDecimal consentedAmount;
    private boolean consentValid;
    private Instant workStartedAt;
    private WorkOutcome workOutcome;
    private String lastReason;

    @Embedded.Empty(prefix = "reason_")
    private Reasons reasons = new Reasons();

    private String workNote;
    private Instant promisedAt;
    private String workDone;
    private boolean functionRestored;
    private boolean siteCleared;
    private Instant finishedAt;
    private BigDecimal billedAmount;

    private boolean confirmed;
    private Instant confirmedAt;
    private String confirmedBy;
    private Instant resultReportedAt;

    @Embedded.Nullable
    private Settlement settlement;

    private int reworks;
    private Instant closedAt;

    @Embedded.Empty
    private Milestones milestones = new Milestones();

    @Embedded.Nullable(prefix = "accident_")
    private Accident accident;

    private boolean approvalNeeded;
    private Instant expectedAt;

    @Embedded.Nullable(prefix = "paper_")
    private PaperTimes paper;

    @Transient
    private final List<Object> events = new ArrayList<>();

    /** For the persistence only. */
    Slip() {}

    static Slip open(String number, Report report, Instant now, Person by) {
        return open(number, report, null, now, by);
    }

    /** @param lateReason why a report that was received long ago is entered only now, or null */
    static Slip open(String number, Report report, String lateReason, Instant now, Person by) {
        return open(number, report, null, lateReason, now, by);
    }

    /** @param wish what the owner said about the time of the visit, or null */
    static Slip open(String number, Report report, Wish wish, String lateReason, Instant now, Person by) {
        if (Stream.of(report.reporterName(), report.reporterPhone(), report.place(), report.fault())
                .anyMatch(Slip::missing)) {
            throw Rejection.invalid("报修要写明报修人、联系电话、地点和故障，四项缺一不可。请补齐后重新提交。");
        }
        if (report.channel().ofOwners() && by.colleague()) {
            throw Rejection.invalid("“" + report.channel().label() + "”由系统自己填写，请按业主的来意选择其他报修渠道。");
        }
        Plausible.received(report.receivedAt(), lateReason, now);
        Optional.ofNullable(wish).flatMap(one -> one.objection(now)).ifPresent(objection -> {
            throw Rejection.invalid(objection);
        });
        Slip slip = new Slip();
        slip.number = number;
        slip.report = report;
        slip.telephoneE164 = Telephones.e164(report.reporterPhone()).orElse(null);
        slip.wish = wish;
        slip.openedAt = now;
        slip.openedBy = by.id();
        slip.registrar = registrar(report, by);
        slip.state = RECEIVED;
        slip.happened(Kind.RECEIVED);
        return slip;
    }

    /** Enters what was written on paper: what has happened by then has happened at those times (4.7.8). */
    static Slip fromPaper(String number, Report report, PaperTimes times, String lateReason, Instant now, Person by) {
        Slip slip = open(number, report, lateReason, now, by);
        slip.paper = times;
        slip.milestones.answeredAt = times.arrivedAt();
        slip.milestones.solvedAt = slip.publicArea() ? times.finishedAt() : times.acceptedAt();
        return slip;
    }

    /** Whoever opens a slip of an own kind also completes it; any other goes to the clerks (4.5.1, 4.5.2, 4.7.3). */
    private static String registrar(Report report, Person by) {
        return by.isIn(Groups.CUSTOMER_SERVICE) || report.area() == Area.PUBLIC && by.isIn(Groups.MAINTENANCE)
                ? by.id()
                : null;
    }

    void bindTo(String caseId) {
        if (this.caseId != null) {
            throw refused("这张单已经在处理，不能重复开始。");
        }
        this.caseId = caseId;
    }

    // 2 register

    void register(Registration registration, Instant now) {
        require("登记", RECEIVED);
        choose(registration.itemCode(), registration.areaConfirmed());
        wish = wished(registration.wantedAt(), paper == null ? now : paper.registeredAt());
        emergency = registration.emergency();
        forcedEntry = registration.forcedEntry();
        lossOrInjury = registration.lossOrInjury();
        underWarranty = registration.underWarranty();
        note = registration.note();
        registeredAt = timeOf(PaperTimes::registeredAt, now);
        become(REGISTERED);
    }

    /** What whoever reports takes the fault for, until a clerk says what it is. */
    void suggestItem(String itemCode) {
        require("选择维修项目", RECEIVED);
        chosenItem = itemCode;
    }

    private void choose(String itemCode, boolean areaConfirmed) {
        chosenItem = itemCode;
        areaConfirmedFor = areaConfirmed ? itemCode : areaConfirmedFor;
    }

    void use(CatalogueItem item, Instant now) {
        require("选择维修项目", REGISTERED, NOTIFIED);
        this.item = item;
        emergency |= item.emergencyByNature();
        forcedEntry |= item.forcedEntry();
        if (state == NOTIFIED && applicationMissing() && milestones.entryStoppedAt == null) {
            milestones.entryStoppedAt = now;
        }
        if (assessedCause == null) {
            estimatedHours = item.standardHours();
        }
        if (paper != null) {
            takeTimesFromPaper();
        }
    }

    /** What is repaired in a public area only is not on a slip in a unit by mistake, nor the reverse (4.5.1, 4.5.2). */
    void checkArea() {
        if (item.isElsewhereThan(report.area()) && !item.code().equals(areaConfirmedFor)) {
            throw refused("“" + item.name() + "”是" + item.area().label() + "的项目，这张单登记的部位是"
                    + report.area().label() + "。选错了请改选项目；确实如此，请勾选“部位与项目不同，已核实”后再提交。");
        }
    }

    /** As soon as it is known which promises were given, it is known how each was kept. */
    private void takeTimesFromPaper() {
        notifiedAt = paper.notifiedAt();
        milestones.visitedAt = paper.arrivedAt();
        milestones.roundStartedAt = paper.startedAt();
        finishedAt = paper.finishedAt();
        resultReportedAt = paper.reportedAt();
    }

    /** The clerk confirms or changes the time; the owner's words stay. What was wished before, or on paper, may be over by now. */
    private Wish wished(Instant wantedAt, Instant now) {
        Wish wished = Wish.of(wantedAt, wantedNote());
        Optional.ofNullable(wished)
                .filter(one -> !one.equals(wish))
                .flatMap(one -> one.objection(now))
                .ifPresent(objection -> {
                    throw refused(objection);
                });
        return wished;
    }

    private Instant timeOf(Function<PaperTimes, Instant> step, Instant now) {
        return Optional.ofNullable(paper).map(step).orElse(now);
    }

    /**
     * Rules move the class up only, and do not undo a downgrade that a person decided (4.2). Before the item is known, nothing
     * can be said to be a daily repair (4.2.3).
     */
    void classify(Classification result, Instant now) {
        requireOpen("重新界定");
        boolean tooEarly = item == null && result.repairClass() == RepairClass.DAILY;
        boolean higher = result.repairClass().above(repairClass())
                && result.repairClass().above(downgradedFrom);
        if (!tooEarly && (classification == null || higher)) {
            classification = result;
            milestones.importantSince = result.repairClass() == RepairClass.IMPORTANT ? now : null;
            if (result.repairClass() == RepairClass.ACCIDENT) {
                accident = Accident.declared(now);
                approvalNeeded = false;
            }
        }
    }

    void recordApplication(EntryApplication application, Instant now) {
        require("登记书面申请", REGISTERED, NOTIFIED);
        Plausible.objectionPast("书面申请的日期", application.date(), LocalDate.ofInstant(now, ZoneId.systemDefault()))
                .ifPresent(objection -> {
                    throw refused(objection);
                });
        this.application = application;
        milestones.applicationAt = now;
    }

    void notifyTeam(Instant now) {
        require("通知维修班", REGISTERED);
        requireApplication();
        notifiedAt = timeOf(PaperTimes::notifiedAt, now);
        become(NOTIFIED);
        happened(Kind.TEAM_NOTIFIED);
    }

    /** The team was not told in time, or not at all: the slip is offered in its task list, and nobody promises the owner more (4.6.1b). */
    void offerToTeam(Instant now) {
        require("通知维修班", REGISTERED);
        requireApplication();
        notifiedAt = timeOf(PaperTimes::notifiedAt, now);
        milestones.offeredAt = timeOf(PaperTimes::notifiedAt, null) == null ? now : null;
        become(NOTIFIED);
    }

    /** The team has learned of a slip that it was offered before, late or for another round (4.6.1b, S7). */
    void teamReached(Instant at) {
        require("通知维修班", NOTIFIED);
        milestones.teamReached(at);
        happened(Kind.TEAM_NOTIFIED);
    }

    // 3 assess

    void assess(Assessment assessment, boolean lossOrInjury, boolean surveyNeeded) {
        require("评估故障", NOTIFIED);
        judge(assessment);
        this.lossOrInjury |= lossOrInjury;
        this.surveyNeeded = surveyNeeded;
    }

    void survey(Assessment assessment, String findings, Instant now) {
        require("登记勘查结果", NOTIFIED);
        judge(assessment);
        surveyFindings = findings;
        milestones.teamReached(now);
        milestones.visited(now);
    }

    private void judge(Assessment assessment) {
        choose(assessment.itemCode(), assessment.areaConfirmed());
        assessedCause = assessment.cause();
        estimatedHours = assessment.hours();
    }

    /** The head of customer service has the class on the desk (4.4.1, 4.4.2); the same class is not handed over twice. */
    void handOverToLead() {
        requireOpen("处置");
        handledClass = repairClass();
    }

    void downgrade(String reason) {
        requireOpen("降级");
        if (missing(reason)) {
            throw refused("降级要写明理由，请填写后重新提交。");
        }
        if (repairClass() == null || !repairClass().above(RepairClass.DAILY)) {
            throw refused("已经是日常维修，不需要降级。请选择“按当前类别继续”。");
        }
        if (accidentOpen()) {
            throw refused("维修事故要由主任结案，不能降级。");
        }
        downgradedFrom = repairClass();
        handledClass = null;
        milestones.importantSince = null;
        approvalNeeded = false;
        classification = new Classification(RepairClass.DAILY, Groups.CUSTOMER_SERVICE, "人工降级：" + reason, "4.4.2");
    }

    /** @param counts towards the repeats that make an accident (4.2.1.1); recorded it is anyway */
    void urged(boolean lossOrInjury, boolean counts, Instant now) {
        requireOffered(OwnersStep.URGE);
        urges++;
        repeated(lossOrInjury, counts, now);
    }

    void complained(String words, boolean lossOrInjury, boolean counts, Instant now) {
        requireOffered(OwnersStep.COMPLAIN);
        complaints++;
        lastReason = words;
        reasons.complaint = words;
        repeated(lossOrInjury, counts, now);
    }

    private void repeated(boolean lossOrInjury, boolean counts, Instant now) {
        repeats = counts ? repeats.and(now) : repeats;
        this.lossOrInjury |= lossOrInjury;
    }

    void enquired(Instant now) {
        requireOpen("登记来电");
        milestones.answered(now);
    }

    /** What the owner adds as long as it can still be repaired with the rest (4.3.1.2). */
    void addToFault(String words) {
        if (!mayBeAddedTo()) {
            throw outOfTurn("当前状态为“" + state.label() + "”，不能再补充故障。请另行登记报修。");
        }
        String fault = report.fault() + "；业主补充：" + words;
        if (fault.length() > LONGEST_FAULT) {
            throw refused("故障情况连同补充的最多 " + LONGEST_FAULT + " 个字，请缩短后重新提交；内容多的，另行登记报修。");
        }
        report = report.with(fault, report.reporterPhone());
    }

    void correctTelephone(String telephone) {
        requireOpen("更正联系电话");
        report = report.with(report.fault(), telephone);
        telephoneE164 = Telephones.e164(telephone).orElse(null);
    }

    /** The owner has been told something by a person of the office (Q1). */
    void answered(Instant now) {
        milestones.answered(now);
    }

    // missed promises

    /** An important repair has passed its two days: it goes on only with the director's approval, and with it (5.2). */
    public void requireApproval(boolean required) {
        approvalNeeded = required;
    }

    void approve(Instant until, Instant now) {
        requireOpen("批准继续维修");
        expectedAt = future(until, now, "批准的完成时间");
        approvalNeeded = false;
        happened(Kind.TIME_CHANGED);
    }

    /** The technician needs longer than promised and says until when (5.1). */
    void expect(Instant until, Instant now) {
        requireOpen("报告新的时间");
        expectedAt = future(until, now, "新的完成时间");
        happened(Kind.TIME_CHANGED);
    }

    /** The supervisor gives the slip in hand to another technician, whom {@code dispatch} has checked (3.3, 4.6.2). */
    public void reassign(String technician) {
        if (this.technician == null && !SlipState.WITH_TECHNICIAN.contains(state)) {
            throw refused("还没有人领单，不能改派。请在“领单或派单”中派单。");
        }
        if (!SlipState.WITH_TECHNICIAN.contains(state)) {
            throw refused("当前状态为“" + state.label() + "”，不能改派。请刷新任务列表后再看。");
        }
        if (technician.equals(this.technician)) {
            throw refused("改派要派给另一位维修人员，请重新选择。");
        }
        handTo(technician);
    }

    /**
     * The slip in hand becomes another technician's, whom {@code dispatch} has checked (3.3). The owner hears of it as long as
     * there is something to repair.
     */
    public void handOver(String technician) {
        requireInHand();
        if (technician.equals(this.technician)) {
            throw refused("要移交给另一位维修人员，请重新选择。");
        }
        if (finished()) {
            this.technician = technician;
        } else {
            handTo(technician);
        }
    }

    /** The slip in hand is nobody's until one of the group takes it; who has repaired it already stays on record (3.3, 4.7.1). */
    public void release() {
        requireInHand();
        if (!finished()) {
            technician = null;
        }
    }

    private void requireInHand() {
        if (!inHand()) {
            throw outOfTurn("当前状态为“" + state.label() + "”，没有可以移交的维修工作。请刷新后再看。");
        }
    }

    /** Whether the repair itself is over and only the owner's word or the report is missing, or not even they. */
    public boolean finished() {
        return state == FINISHED || state == CONFIRMED;
    }

    // accident

    void reportAccident(String summary) {
        accident = openAccident("报告事故").reported(summary);
    }

    void answerAccident(String answer, Instant now) {
        accident = openAccident("答复业主").answered(answer, now);
        milestones.answered(now);
    }

    void planAccident(String plan) {
        accident = openAccident("制定方案").planned(plan);
    }

    void solveAccident(String solution, Instant now) {
        accident = openAccident("登记解决").solved(solution, now);
    }

    /** The written statement of the cause without which no accident is closed (4.7.7). */
    void stateAccidentCause(String statement) {
        accident = openAccident("说明事故原因").stated(statement);
    }

    void closeAccident(Instant now) {
        Accident open = openAccident("结案");
        if (open.solvedAt() == null || missing(open.statement())) {
            throw refused("事故解决并有书面的原因说明之后才能结案。");
        }
        accident = open.closed(now);
    }

    private Accident openAccident(String step) {
        if (!accidentOpen()) {
            throw refused("这张单没有未结的维修事故，不能" + step + "。请刷新任务列表后再看。");
        }
        return accident;
    }

    // 4 dispatch

    /** The slip goes to a technician whose qualification {@code dispatch} has checked (Q3). */
    public void pickUp(String technician, Instant now) {
        require("领单或派单", NOTIFIED);
        requireApplication();
        requireApproved();
        milestones.teamReached(now);
        handTo(technician);
        pickedUpAt = now;
        become(PICKED_UP);
    }

    public void arrive(Instant now) {
        require("登记到场", PICKED_UP);
        visitOutcome = VisitOutcome.ARRIVED;
        arrivedAt = timeOf(PaperTimes::arrivedAt, now);
        milestones.visited(arrivedAt);
        become(ON_SITE);
        happened(Kind.ARRIVED);
    }

    public void ownerAbsent(String reason, Instant now) {
        require("登记业主不在", PICKED_UP);
        visitOutcome = VisitOutcome.OWNER_ABSENT;
        milestones.visited(now);
        lastReason = reason;
        reasons.visit = reason;
    }

    public void reschedule(Instant appointment, Instant now) {
        requireOffered(OwnersStep.RESCHEDULE);
        appointmentAt = future(appointment, now, "预约上门时间");
        happened(Kind.VISIT_APPOINTED);
    }

    public void transfer(String technician, String reason) {
        require("转单", PICKED_UP);
        if (technician.equals(this.technician)) {
            throw refused("转单要转给另一位维修人员，请重新选择。");
        }
        visitOutcome = VisitOutcome.TRANSFERRED;
        handTo(technician);
        lastReason = reason;
        reasons.visit = reason;
    }

    public void giveBack(String reason) {
        require("退单", PICKED_UP);
        visitOutcome = VisitOutcome.RETURNED;
        technician = null;
        lastReason = reason;
        reasons.visit = reason;
        become(NOTIFIED);
    }

    private void handTo(String technician) {
        this.technician = technician;
        happened(Kind.TECHNICIAN_ASSIGNED);
    }

    // 5 repair

    /** A quote replaces what was agreed before: another content or amount needs a new consent (4.3.4.4). */
    public void quote(String foundCause, boolean noiseOrSmell, boolean officeFault, boolean underWarranty) {
        require("报价", ON_SITE, QUOTED);
        requireApproved();
        this.foundCause = foundCause;
        this.noiseOrSmell = noiseOrSmell;
        this.officeFault = officeFault;
        this.underWarranty = underWarranty;
        consentValid = false;
        quotedAmount = null;
        become(QUOTED);
    }

    /** The quote says when it can be finished; null for as long as the item takes after the consent (Q4). */
    public void quotedFor(Instant completionOrNull, Instant now) {
        require("报价", QUOTED);
        expectedAt = completionOrNull == null ? null : future(completionOrNull, now, "预计完成时间");
    }

    public void quotedAt(BigDecimal ownerAmount) {
        require("报价", QUOTED);
        quotedAmount = ownerAmount;
        if (consentedAmount == null || consentedAmount.compareTo(ownerAmount) == 0) {
            happened(Kind.QUOTED);
        } else {
            happened(Kind.QUOTE_CHANGED, consentedAmount);
        }
    }

    /** The owner agrees to the content and to an amount that the owner has seen (4.3.4.4). */
    public void consent() {
        requireOffered(OwnersStep.ANSWER_QUOTE);
        if (quotedAmount == null) {
            throw refused("金额还没有算出，不能登记业主同意。请先完成报价。");
        }
        consentedAmount = quotedAmount;
        consentValid = true;
        workNote = null;
        become(CONSENTED);
    }

    public void askForAnotherQuote(String reason) {
        requireOffered(OwnersStep.ANSWER_QUOTE);
        lastReason = reason;
    }

    public void refuse(String reason, Instant now) {
        requireOffered(OwnersStep.ANSWER_QUOTE);
        lastReason = reason;
        milestones.solved(now);
        become(REFUSED);
    }

    /** Hard gate of 4.3.4.4: inside a unit no work without the owner's consent to the present content and amount. */
    void startWork(Instant now) {
        require("开始维修", ON_SITE, CONSENTED, SUPPORT_REQUESTED, DEFERRED, FINISHED, WORKING);
        if (consentRequired()) {
            throw refused("业主还没有同意维修内容和金额，不能开始维修。请先报价并征得业主同意。");
        }
        if (workStartedAt == null) {
            workStartedAt = timeOf(PaperTimes::startedAt, now);
        }
        if (milestones.roundStartedAt == null) {
            milestones.roundStartedAt = now;
            finishedAt = null;
            resultReportedAt = null;
            functionRestored = false;
            siteCleared = false;
        }
        milestones.changeSince = null;
        confirmed = false;
        become(WORKING);
    }

    void interruptWork(WorkOutcome outcome, String reason, Instant now) {
        require("登记维修进展", WORKING);
        requireApproved();
        if (timeOf(PaperTimes::finishedAt, null) != null) {
            throw refused("补录时填了纸上修理完毕的时间，请选择“已修好”，照纸上登记。");
        }
        workOutcome = outcome;
        lastReason = reason;
        switch (outcome) {
            case CHANGE -> {
                if (publicArea()) {
                    throw refused("公共部位维修不用业主同意。内容有变时请接着维修，完工时按实际情况登记。");
                }
                consentValid = false;
                milestones.changeSince = now;
                become(ON_SITE);
            }
            case HELP -> {
                reasons.help = reason;
                become(SUPPORT_REQUESTED);
            }
            case DEFER -> {
                reasons.deferral = reason;
                milestones.deferred(now);
                workNote = "暂缓维修：" + reason;
                become(DEFERRED);
            }
            case DONE -> throw new IllegalArgumentException("finished work goes to finish()");
        }
    }

    public void support(String advice, String newTechnician) {
        require("登记技术支援", SUPPORT_REQUESTED);
        workNote = "技术支援：" + advice;
        if (newTechnician != null && !newTechnician.equals(technician)) {
            handTo(newTechnician);
        }
    }

    void promise(Instant time, Instant now) {
        require("登记约定时间", DEFERRED);
        promisedAt = future(time, now, "约定维修时间");
        milestones.promised(now);
        happened(Kind.DEFERRED);
    }

    void finish(Completion completion, Instant now) {
        require("登记修理完毕", WORKING);
        if (!completion.functionRestored()
                || !completion.siteCleared()
                || !completion.safetyChecked()
                || !completion.toolsOnMat()) {
            throw refused("完工前请逐项确认：功能恢复、现场清理、安全检查、工具放在垫布上。还没做到的，请做完再提交。");
        }
        if (missing(completion.foundCause()) || missing(completion.workDone())) {
            throw refused("完工要写明查明的原因和维修内容，请填写后重新提交。");
        }
        foundCause = completion.foundCause();
        workDone = completion.workDone();
        functionRestored = true;
        siteCleared = true;
        workOutcome = WorkOutcome.DONE;
        finishedAt = timeOf(PaperTimes::finishedAt, now);
        approvalNeeded = false;
        if (publicArea()) {
            milestones.solved(finishedAt);
        }
        become(FINISHED);
        happened(Kind.FINISHED);
    }

    /** Material is used on a slip in work only (4.7.6). */
    public void useMaterials() {
        require("登记用料", WORKING, FINISHED);
    }

    /** What the owner is to pay; never more than what the owner agreed to (4.3.4.4). */
    public void bill(BigDecimal ownerAmount) {
        require("核定费用", FINISHED);
        BigDecimal limit = consentedAmount == null ? BigDecimal.ZERO : consentedAmount;
        if (ownerAmount.compareTo(limit) > 0) {
            throw refused("应收 " + ownerAmount.toPlainString() + " 元，超过业主同意的 " + limit.toPlainString()
                    + " 元。请把维修进展改为“内容或价格有变，重新报价”，并征得业主同意。");
        }
        tellCost(ownerAmount);
        billedAmount = ownerAmount;
    }

    /** A cost that differs from the last one that the owner knows (Q4); the owner of a public area knows none. */
    private void tellCost(BigDecimal amount) {
        Stream.of(
                        Optional.ofNullable(finalAmount()),
                        Optional.ofNullable(billedAmount),
                        Optional.ofNullable(consentedAmount))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(known -> known.compareTo(amount) != 0)
                .ifPresent(known -> happened(Kind.COST_CHANGED, known));
    }

    // 6 confirm

    void accept(Signatory signatory, Instant now) {
        requireOffered(OwnersStep.JUDGE_WORK);
        confirm(signatory.toString(), now);
    }

    void rejectWork(String reason) {
        require("登记验收不合格", FINISHED);
        confirmed = false;
        newRound();
        lastReason = reason;
        workNote = (publicArea() ? "核查不合格：" : "业主验收不合格：") + reason;
        reworks++;
    }

    void verifyPublicWork(String by, Instant now) {
        require("登记核查合格", FINISHED);
        confirm(by, now);
    }

    private void confirm(String by, Instant now) {
        confirmed = true;
        confirmedBy = by;
        confirmedAt = timeOf(PaperTimes::acceptedAt, now);
        milestones.solved(confirmedAt);
        become(CONFIRMED);
    }

    void reportResult(Instant now) {
        require("反馈维修结果", CONFIRMED);
        resultReportedAt = timeOf(PaperTimes::reportedAt, now);
    }

    public void approveFee(BigDecimal amount, String collection, Instant now) {
        require("审核费用", CONFIRMED);
        if (billedAmount == null) {
            throw refused("费用还没有核定，不能审核。请联系系统管理员。");
        }
        if (amount.signum() < 0 || amount.compareTo(billedAmount) > 0) {
            throw refused("审核后的金额要在 0 元和 " + billedAmount.toPlainString() + " 元之间，请改正。");
        }
        tellCost(amount);
        settlement = new Settlement(amount, collection, now);
    }

    // 7 follow up

    /** An owner is called back about finished work or about a quote that was refused (4.3.6). */
    public void callBack(boolean reached) {
        require("登记回访", CONFIRMED, REFUSED);
        if (!reached) {
            happened(Kind.CALL_BACK_MISSED);
        }
    }

    /** The owner may still say something when all is over (Q6). */
    public void rate() {
        require("评价", CLOSED);
    }

    /** Whether there is a repair that may have helped or not: after a refused quote there is none. */
    public boolean repairDone() {
        return state != REFUSED && finishedAt != null;
    }

    public void followUp() {
        require("结束回访", CONFIRMED, REFUSED, FOLLOWED_UP);
        if (state != REFUSED) {
            become(FOLLOWED_UP);
        }
    }

    /**
     * The call-back says "not fixed": the slip goes to dispatch again, the consent stays and nothing more is charged. What was
     * agreed about times is kept or missed by now and binds nobody in the next round.
     */
    public void rework(String reason, Instant now) {
        require("返修", FOLLOWED_UP);
        milestones.newVisit();
        newRound();
        notifiedAt = now;
        reworks++;
        lastReason = reason;
        workNote = "返修：" + reason;
        appointmentAt = null;
        promisedAt = null;
        technician = null;
        confirmed = false;
        become(NOTIFIED);
    }

    private void newRound() {
        milestones.newRound();
        paper = null;
        expectedAt = null;
    }

    public void improve() {
        require("登记改进措施", FOLLOWED_UP, REFUSED);
    }

    void noteForImprovement(String reason) {
        requireOpen("改进");
        lastReason = reason;
        reasons.improvement = reason;
    }

    /** What was reported on paper ended with that: a call-back that is made up for afterwards moves it into no other month. */
    void close(Instant now) {
        require("关闭", FOLLOWED_UP, REFUSED);
        requireNoOpenAccident("关闭");
        closedAt = timeOf(PaperTimes::reportedAt, now);
        become(CLOSED);
        happened(Kind.CLOSED);
    }

    void cancel(String reason, Instant now) {
        requireOffered(OwnersStep.CANCEL);
        lastReason = reason;
        reasons.cancellation = reason;
        closedAt = now;
        become(CANCELLED);
        happened(Kind.CANCELLED);
    }

    // what others are told

    private void become(SlipState next) {
        if (state != next) {
            state = next;
            events.add(new StateChanged(this, next));
        }
    }

    private void happened(Kind kind) {
        happened(kind, null);
    }

    private void happened(Kind kind, BigDecimal formerAmount) {
        events.add(new SlipEvent(kind, this, formerAmount));
    }

    @DomainEvents
    List<Object> events() {
        return List.copyOf(events);
    }

    @AfterDomainEventPublication
    void published() {
        events.clear();
    }

    // rules that several steps share

    private void require(String step, SlipState... allowed) {
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

    private void requireOpen(String step) {
        if (state.ended()) {
            throw outOfTurn("这张单" + state.label() + "，不能" + step + "。如有新的问题，请另行登记报修。");
        }
    }

    private void requireApplication() {
        if (applicationMissing()) {
            throw refused("撬锁、破门要先取得书面申请，才能安排维修班。请先登记书面申请。");
        }
    }

    private void requireApproved() {
        if (approvalNeeded) {
            throw refused("重要维修已超过时限，须经主任批准才能继续。请等主任在“处理超时”中批准后再提交。");
        }
    }

    private void requireNoOpenAccident(String step) {
        if (accidentOpen()) {
            throw outOfTurn("维修事故还没有结案，不能" + step + "维修单。请先由主任结案。");
        }
    }

    private Instant future(Instant time, Instant now, String what) {
        Plausible.objectionAhead(what, time, now).ifPresent(objection -> {
            throw refused(objection);
        });
        return time;
    }

    private Rejection refused(String message) {
        return Rejection.invalid(number, message);
    }

    private Rejection outOfTurn(String message) {
        return Rejection.outOfTurn(number, message);
    }

    private static boolean missing(String text) {
        return Texts.isBlank(text);
    }

    // what the process and the forms ask

    public boolean publicArea() {
        return report.area() == Area.PUBLIC;
    }

    public boolean consentRequired() {
        return !publicArea() && !consentValid;
    }

    /** A lock or a door has to be broken, and the written application for it is not there yet (4.7.5). */
    public boolean applicationMissing() {
        return forcedEntry && application == null;
    }

    /** Anything but a listed item in daily class is looked at by a person before dispatch (S3). */
    public boolean assessmentNeeded() {
        return item == null || !item.inPriceList() || repairClass() != RepairClass.DAILY;
    }

    /** The class has gone to important or accident and the head of customer service does not have it yet (4.4.1, 4.4.2). */
    public boolean classRaised() {
        return repairClass() != null
                && repairClass().above(RepairClass.DAILY)
                && repairClass().above(handledClass);
    }

    /** Whether the slip would take this step of its owner now: what is offered is what is accepted. */
    public boolean offers(OwnersStep step) {
        return step.refusal(this).isEmpty();
    }

    /** Whether what is added to the fault still reaches the repair. */
    public boolean mayBeAddedTo() {
        return ADDED_TO.contains(state);
    }

    /** An accident was declared and the director has not closed it yet (4.4.1, 5.3). */
    public boolean accidentOpen() {
        return accident != null && accident.closedAt() == null;
    }

    public Accident accident() {
        return accident;
    }

    public Milestones milestones() {
        return milestones;
    }

    /** Whether the director has yet to let an overdue important repair go on (5.2). */
    public boolean approvalNeeded() {
        return approvalNeeded;
    }

    /** The new time that the technician or the director gave after a promise was missed, or null. */
    public Instant expectedAt() {
        return expectedAt;
    }

    /** Whether what was written on paper is being entered and not registered yet: no promise can be judged so far. */
    public boolean onPaperOnly() {
        return paper != null && registeredAt == null;
    }

    /** Whether it was written on paper first and entered afterwards (4.7.8). */
    public boolean fromPaper() {
        return paper != null;
    }

    /** Urges, complaints and repeat reports that count towards an accident (4.2.1.1). */
    public int repeatCount() {
        return repeats.counted();
    }

    /** When one of them counted last, or null. */
    public Instant repeatCountedAt() {
        return repeats.lastAt();
    }

    public boolean rework() {
        return reworks > 0;
    }

    public RepairClass repairClass() {
        return classification == null ? null : classification.repairClass();
    }

    public String number() {
        return number;
    }

    /** How often the slip has been saved since it was opened. */
    public long version() {
        return version;
    }

    public SlipState state() {
        return state;
    }

    public Report report() {
        return report;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant wantedAt() {
        return wish == null ? null : wish.wantedAt();
    }

    /** What the owner said about the time in words, beside {@link #wantedAt()} or in its place; null when nothing was said. */
    public String wantedNote() {
        return wish == null ? null : wish.wantedNote();
    }

    /** What the clerk noted at the registration for whoever acts next, or null. */
    public String note() {
        return note;
    }

    public boolean emergency() {
        return emergency;
    }

    public boolean forcedEntry() {
        return forcedEntry;
    }

    public boolean lossOrInjury() {
        return lossOrInjury;
    }

    public boolean underWarranty() {
        return underWarranty;
    }

    public boolean officeFault() {
        return officeFault;
    }

    /** The reporter's telephone as it is dialled from anywhere (E.164), or null: within the town, or entered by an earlier release. */
    public String dialled() {
        return telephoneE164;
    }

    /** Whether this is the one running case of the slip: no other may take a step on it. */
    public boolean isHandledBy(String caseId) {
        return caseId.equals(this.caseId);
    }

    /** Who completes the registration, or null for any clerk. */
    public String registrar() {
        return registrar;
    }

    /** The item of another area that a person has confirmed, or null. */
    public String areaConfirmedFor() {
        return areaConfirmedFor;
    }

    /** The item that was chosen last; {@link #item()} follows when the catalogue has been looked up. */
    public String itemCode() {
        return chosenItem;
    }

    public CatalogueItem item() {
        return item;
    }

    public Classification classification() {
        return classification;
    }

    public double estimatedHours() {
        return estimatedHours;
    }

    public String assessedCause() {
        return assessedCause;
    }

    public boolean surveyNeeded() {
        return surveyNeeded;
    }

    /** Login name of whoever has the slip in hand or had it last; null before the pick-up and after a release. */
    public String technician() {
        return technician;
    }

    /** Whether a technician has work on it: from pick-up until the result is reported (S4, 4.6.3). */
    public boolean inHand() {
        return SlipState.WITH_TECHNICIAN.contains(state) || state == CONFIRMED && resultReportedAt == null;
    }

    /** When a technician was last on site with the owner there. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    public VisitOutcome visitOutcome() {
        return visitOutcome;
    }

    public Instant notifiedAt() {
        return notifiedAt;
    }

    public Instant appointmentAt() {
        return appointmentAt;
    }

    /** When the owner expects the technician: as agreed, otherwise as wanted; null when nothing was said, as in a rework. */
    public Instant visitExpectedAt() {
        return appointmentAt != null || rework() ? appointmentAt : wantedAt();
    }

    public String foundCause() {
        return foundCause;
    }

    public boolean noiseOrSmell() {
        return noiseOrSmell;
    }

    public BigDecimal quotedAmount() {
        return quotedAmount;
    }

    public BigDecimal consentedAmount() {
        return consentedAmount;
    }

    public BigDecimal billedAmount() {
        return billedAmount;
    }

    /** What was settled, or null while it is not: settled money stays settled when the work is done again. */
    public Settlement settlement() {
        return settlement;
    }

    public BigDecimal finalAmount() {
        return settlement == null ? null : settlement.finalAmount();
    }

    public WorkOutcome workOutcome() {
        return workOutcome;
    }

    /** The last reason of whatever kind: what the step that gave it tells on, and for forms of cases that began before each kind had its own. */
    public String lastReason() {
        return lastReason;
    }

    public Reasons reasons() {
        return reasons;
    }

    /** What whoever carries on unfinished work has to know, or null: why it was refused, what the supervisor advises. */
    public String workNote() {
        return workNote;
    }

    public Instant promisedAt() {
        return promisedAt;
    }

    public Instant workStartedAt() {
        return workStartedAt;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Instant resultReportedAt() {
        return resultReportedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    /** Whether the present round of work is finished: {@link #finishedAt()} keeps the last round's time until the next one starts. */
    public boolean workFinished() {
        return finishedAt != null && (!rework() || milestones.roundStartedAt() != null);
    }

    public boolean functionRestored() {
        return functionRestored;
    }

    public boolean siteCleared() {
        return siteCleared;
    }

    /** What was repaired, in the technician's words; null until the work is finished. */
    public String workDone() {
        return workDone;
    }

    public boolean confirmed() {
        return confirmed;
    }

    /** Who accepted or verified the work last: the owner's or the deputy's name, in a public area a login name. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** When the present work in a public area was verified (4.5.1), by the paper where it is on paper; null while it is not. */
    public Instant verifiedAt() {
        return confirmed ? confirmedAt : timeOf(PaperTimes::acceptedAt, null);
    }

    public boolean consentValid() {
        return consentValid;
    }

    public int reworks() {
        return reworks;
    }
}
