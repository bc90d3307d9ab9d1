package org.baoxiu.slip;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of slips. Each method does one step on one slip and writes the line of its history, in the caller's
 * transaction when there is one. An unknown number and whatever the procedure does not allow is a {@link Rejection}.
 */
@Service
@Transactional
public class Slips {

    private static final int NEWEST = 10;

    private final SlipRepository slips;
    private final LoadedSlips loaded;
    private final HistoryRepository history;
    private final SlipNumbers numbers;
    private final ReservedNumbers reserved;
    private final PlaceRegister places;
    private final Clock clock;

    Slips(
            SlipRepository slips,
            LoadedSlips loaded,
            HistoryRepository history,
            SlipNumbers numbers,
            ReservedNumbers reserved,
            PlaceRegister places,
            Clock clock) {
        this.slips = slips;
        this.loaded = loaded;
        this.history = history;
        this.numbers = numbers;
        this.reserved = reserved;
        this.places = places;
        this.clock = clock;
    }

    public Slip get(String number) {
        return loaded.get(number, unread -> slips.findById(unread)
                .orElseThrow(() -> Rejection.invalid("没有编号为“" + unread + "”的维修单，请核对单号。")));
    }

    /** Nobody else locks the slip until the caller's transaction has ended; to be called before the slip is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String number) {
        slips.lock(number);
    }

    /** Whether anything has ever been reported. */
    public boolean any() {
        return slips.any();
    }

    public boolean exists(String number) {
        return loaded.has(number) || slips.existsById(number);
    }

    public List<HistoryEntry> history(String number) {
        return history.of(number);
    }

    /** The ten newest slips of a place that are still open, before another one is opened for it. */
    public List<Slip> openAt(String office, String place) {
        return slips.findOpenAt(office, places.locate(office, place).placeKey(), "", NEWEST);
    }

    /** The open slips of somebody at the telephone, newest first, at most {@code most}; or the slip of the given number though it has ended. */
    public List<Slip> of(Caller caller, int most) {
        List<Slip> open = slips.findOpenCallers().stream()
                .filter(caller::mayBe)
                .limit(most)
                .map(known -> get(known.number()))
                .toList();
        return open.isEmpty() && caller.slipNumber() != null
                ? slips.findById(caller.slipNumber()).stream().toList()
                : open;
    }

    public PublicWork publicWork() {
        return slips.countPublicWork();
    }

    /** Opens a numbered slip for a report (S1, S2). */
    public Slip open(Report report, Person by) {
        return open(report, null, null, by);
    }

    /**
     * @param wish       what the owner said about the time of the visit, or null (4.3.1.3)
     * @param lateReason why a report that was received long ago is entered only now, or null
     */
    public Slip open(Report report, @Nullable Wish wish, @Nullable String lateReason, Person by) {
        return open(Slip.open(numbers.next(), report, wish, lateReason, clock.instant(), by), "开立维修单", lateReason, by);
    }

    /**
     * Enters a slip that was written on paper while there was no power, under the number that stands on it (4.7.8).
     *
     * @param written    what the clock showed when each of the moments of {@link PaperTimes} was written down, null from some on
     * @param lateReason why what was received long ago is entered only now, or null
     */
    public Slip enterPaper(
            String reservedNumber,
            Report report,
            List<@Nullable LocalTime> written,
            @Nullable String lateReason,
            Person by) {
        if (!by.isIn(Groups.CUSTOMER_SERVICE) && !by.isIn(Groups.CUSTOMER_SERVICE_LEAD)) {
            throw Rejection.forbidden("纸质单由客户服务中心补录，请把纸质单交给客户服务中心。");
        }
        reserved.use(reservedNumber, report.receivedAt());
        Instant now = clock.instant();
        PaperTimes times = PaperTimes.of(report.receivedAt(), written, now);
        return open(Slip.fromPaper(reservedNumber, report, times, lateReason, now, by), "补录纸质维修单", lateReason, by);
    }

    private Slip open(Slip opened, String what, @Nullable String lateReason, Person by) {
        opened.intake()
                .locate(places.locate(opened.report().office(), opened.report().place()));
        Slip slip = slips.save(opened);
        loaded.put(slip);
        note(
                slip.number(),
                by,
                1,
                slip.publicArea() ? "4.5.1" : "4.5.2",
                "接到" + slip.report().channel().label() + "报修，" + what + "："
                        + slip.report().fault() + slip.intake().wished()
                        + slip.intake().late(slip.report(), lateReason));
        return slip;
    }

    /** The slips of one owner, which is the same name at the same place, that ended in a span of time (4.3.8). */
    public List<Slip> endedOfSameOwner(Slip slip, Instant from, Instant until) {
        Report report = slip.report();
        return slips.findEndedOf(report.office(), slip.intake().placeKey(), report.reporterName(), from, until);
    }

    /** Ties the slip to the case that handles it, once and for all. */
    public void bindTo(String number, String caseId) {
        Slip slip = get(number);
        slip.bindTo(caseId);
        slips.save(slip);
    }

    public void suggestItem(String number, String itemCode) {
        Slip slip = get(number);
        slip.registering().suggestItem(itemCode);
        slips.save(slip);
    }

    public void register(String number, Registration registration, Person by) {
        change(
                number,
                by,
                2,
                "4.3.1",
                "完成登记" + (registration.note() == null ? "" : "，备注：" + registration.note()),
                slip -> slip.registering().register(registration, clock.instant()));
    }

    public void useItem(String number, CatalogueItem item) {
        change(
                number,
                Person.system(),
                get(number).state().stepOfItem(),
                "4.2.3",
                "维修项目：" + item.name(),
                slip -> slip.registering().use(item, clock.instant()));
    }

    /** @throws Rejection if the slip's item belongs to another area and nobody has confirmed that (4.5.1, 4.5.2) */
    public void checkArea(String number) {
        get(number).registering().checkArea();
    }

    /** Applies the result of the classification rules; a line is written only when the class changes. */
    public void classify(String number, Classification result) {
        Slip slip = get(number);
        if (slip.state().ended()) {
            // a clock that runs from the receipt may ask while only a complaint is still open
            return;
        }
        Classification before = slip.severity().classification();
        slip.assessing().classify(result, clock.instant());
        if (slip.severity().classification() != before) {
            note(
                    number,
                    Person.system(),
                    slip.state().stepOfItem(),
                    result.clause(),
                    "界定为" + result.repairClass().label() + "：" + result.reason());
        }
        slips.save(slip);
    }

    public void recordApplication(String number, EntryApplication application, Person by) {
        change(
                number,
                by,
                get(number).state().stepOfItem(),
                "4.7.5",
                "收到书面申请（" + application.applicant() + "，" + application.reference() + "，" + application.date() + "）",
                slip -> slip.registering().recordApplication(application, clock.instant()));
    }

    public void notifyTeam(String number) {
        notifyTeam(number, clock.instant());
    }

    /** @param at when the team learned of it */
    public void notifyTeam(String number, Instant at) {
        change(number, Person.system(), 2, "4.3.2", "已通知维修班领单", slip -> slip.registering()
                .notifyTeam(at));
    }

    public void offerToTeam(String number) {
        change(number, Person.system(), 2, "4.6.1b", "通知维修班的消息还没有送达，维修班可在任务列表里领单", slip -> slip.registering()
                .offerToTeam(clock.instant()));
    }

    public void teamReached(String number, Instant at) {
        Slip slip = get(number);
        slip.registering().teamReached(at);
        slips.save(slip);
    }

    public void assess(String number, Assessment assessment, boolean lossOrInjury, boolean surveyNeeded, Person by) {
        change(
                number,
                by,
                3,
                "S3",
                "评估原因：" + assessment.cause() + (surveyNeeded ? "；需要现场勘查" : ""),
                slip -> slip.assessing().assess(assessment, lossOrInjury, surveyNeeded));
    }

    public void survey(String number, Assessment assessment, String findings, Person by) {
        change(number, by, 3, "S3", "现场勘查：" + findings + "；评估原因：" + assessment.cause(), slip -> slip.assessing()
                .survey(assessment, findings, clock.instant()));
    }

    public void handOverToLead(String number) {
        boolean accident = get(number).accidentOpen();
        change(
                number,
                Person.system(),
                0,
                accident ? "4.4.1" : "4.4.2",
                accident ? "按维修事故报主任处置" : "交客服主管处置",
                slip -> slip.assessing().handOverToLead());
    }

    public void recordMeasures(String number, String measures, Person by) {
        get(number);
        note(number, by, 0, "4.4.2", "处理措施：" + measures);
    }

    /** The recorded human decision without which a class never goes down. */
    public void downgrade(String number, String reason, Person by) {
        change(number, by, 0, "4.4.2", "降为日常维修：" + reason, slip -> slip.assessing()
                .downgrade(reason));
    }

    /** Work begins, or goes on after support, a deferral or a refused acceptance. */
    public void startWork(String number) {
        Slip slip = get(number);
        boolean first = slip.work().startedAt() == null;
        slip.repairing().startWork(clock.instant());
        slips.save(slip);
        note(number, Person.system(), 5, "4.3.4.4", first ? "开始维修" : "继续维修");
    }

    public void interruptWork(String number, WorkOutcome outcome, String reason, Person by) {
        String what =
                switch (outcome) {
                    case CHANGE -> "内容或价格变更：";
                    case HELP -> "请求技术支援：";
                    case DEFER -> "暂缓维修：";
                    case DONE -> throw new IllegalArgumentException("finished work goes to finish()");
                };
        String clause =
                switch (outcome) {
                    case HELP -> "4.7.4";
                    case DEFER -> "4.6.4";
                    default -> "4.3.4.4";
                };
        change(number, by, 5, clause, what + reason, outcome == WorkOutcome.DEFER, slip -> slip.repairing()
                .interruptWork(outcome, reason, clock.instant()));
    }

    public void promise(String number, Instant time, @Nullable String note, Person by) {
        changeTime(
                number,
                by,
                5,
                "4.6.4",
                "已告知业主原因，约定 " + Times.minute(time) + " 维修" + (note == null ? "" : "：" + note),
                slip -> slip.repairing().promise(time, clock.instant()));
    }

    public void finish(String number, Completion completion, Person by) {
        change(
                number,
                by,
                5,
                "Q5",
                "修理完毕：" + completion.workDone() + "；原因：" + completion.foundCause(),
                slip -> slip.repairing().finish(completion, clock.instant()));
    }

    public void accept(String number, Signatory signatory, Person by) {
        change(number, by, 6, "4.3.4.8", signatory + " 验收合格并签字", slip -> slip.confirming()
                .accept(signatory, clock.instant()));
    }

    public void rejectWork(String number, String reason, Person by) {
        change(number, by, 6, "S6", "业主验收不合格：" + reason, slip -> slip.confirming()
                .rejectWork(reason));
    }

    public void verifyPublicWork(String number, Person by) {
        change(number, by, 6, "4.5.1", "核查材料使用和维修质量，合格", slip -> slip.confirming()
                .verifyPublicWork(by.id(), clock.instant()));
    }

    public void failPublicWork(String number, String reason, Person by) {
        change(number, by, 6, "4.5.1", "核查不合格：" + reason, slip -> slip.confirming()
                .rejectWork(reason));
    }

    public void reportResult(String number, String channel, @Nullable String note, Person by) {
        change(
                number,
                by,
                6,
                "4.6.3",
                "反馈维修结果（" + channel + "）" + (note == null ? "" : "：" + note),
                slip -> slip.confirming().reportResult(clock.instant()));
    }

    public void noteForImprovement(String number, String reason) {
        change(number, Person.system(), 7, "S7", "需要改进：" + reason, slip -> slip.followingUp()
                .noteForImprovement(reason));
    }

    public void close(String number) {
        change(number, Person.system(), 7, "S7", "维修单关闭", slip -> slip.followingUp()
                .close(clock.instant()));
    }

    public void cancel(String number, String reason, Person by) {
        change(number, by, 0, "S1", "业主取消：" + reason, slip -> slip.contacting().cancel(reason, clock.instant()));
    }

    /** One change of one slip by a neighbouring capability, with its line in the history. */
    public Slip change(String number, Person by, int step, String clause, String text, Consumer<Slip> change) {
        return change(number, by, step, clause, text, false, change);
    }

    /** Likewise a change of a time that the owner was told: the owner's page lists it (Q4). */
    public Slip changeTime(String number, Person by, int step, String clause, String text, Consumer<Slip> change) {
        return change(number, by, step, clause, text, true, change);
    }

    private Slip change(
            String number, Person by, int step, String clause, String text, boolean aboutTime, Consumer<Slip> change) {
        Slip slip = get(number);
        change.accept(slip);
        history.add(new HistoryEntry(number, clock.instant(), by.id(), step, clause, text, aboutTime));
        return slips.save(slip);
    }

    /** A line in the history of a slip that stays as it is. */
    public void note(String number, Person by, int step, String clause, String text) {
        get(number);
        history.add(new HistoryEntry(number, clock.instant(), by.id(), step, clause, text, false));
    }
}
