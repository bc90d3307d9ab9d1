package org.baoxiu.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls back the owner and follows up what the owner says (4.3.6, S7, Q6). */
@Service
@Transactional
public class Feedback {

    private final CallBackRepository callBacks;
    private final Dispatch dispatch;
    private final Slips slips;
    private final Names names;
    private final Clock clock;

    Feedback(CallBackRepository callBacks, Dispatch dispatch, Slips slips, Names names, Clock clock) {
        this.callBacks = callBacks;
        this.dispatch = dispatch;
        this.slips = slips;
        this.names = names;
        this.clock = clock;
    }

    /** @throws Rejection FORBIDDEN if the person has had the slip in hand: nobody asks about his or her own work (4.3.6) */
    public void checkCaller(String slipNumber, String person) {
        if (dispatch.hasWorkedOn(slipNumber, person)) {
            throw Rejection.forbidden(slipNumber, names.of(person) + " 参加过这张单的维修，不能做回访。请由客户服务中心其他人员回访。");
        }
    }

    /** Records a call. A slip whose quote the owner refused has nothing to fix and counts as fixed. */
    public void recordCallBack(String slipNumber, CallBackReport report, Person by) {
        checkCaller(slipNumber, by.id());
        record(slipNumber, report, by, called -> called.followingUp().callBack(report.reached()));
    }

    private CallBack record(String slipNumber, CallBackReport report, Person by, Consumer<Slip> step) {
        if (report.reached() && (report.score() < 1 || report.score() > 5)) {
            throw Rejection.invalid(slipNumber, "请按业主的评价选择 1 至 5 分。");
        }
        Slip slip = slips.change(slipNumber, by, 7, "4.3.6", text(report, by) + replaced(slipNumber, by), step);
        boolean reached = report.reached();
        return callBacks.save(new CallBack(
                null,
                slipNumber,
                slip.acceptance().reworks(),
                clock.instant(),
                by.id(),
                slip.technician(),
                reached,
                !slip.repairDone() || reached && report.fixed(),
                reached ? report.score() : 0,
                reached && report.conductComplaint(),
                report.words(),
                null,
                null,
                null));
    }

    /**
     * What an owner says on the page, after a call that did not get through: nobody has to call again (4.3.6).
     *
     * @throws Rejection if nobody has tried to call yet
     */
    public void recordRating(String slipNumber, CallBackReport report, Person by) {
        if (attempts(slipNumber) == 0) {
            throw Rejection.invalid(slipNumber, "客服会先给您打电话回访，之后您可以在这里评价。");
        }
        recordCallBack(slipNumber, report, by);
    }

    /** Whether the owner may rate on the page, which is once: in place of another call, or after all when the slip is closed. */
    public boolean awaitsRating(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        return latest(slipNumber)
                .filter(call -> call.round() == slip.acceptance().reworks()
                        && !call.calledBy().equals(Person.OWNER))
                .filter(call -> call.followUp() == FollowUp.RETRY || slip.state() == SlipState.CLOSED)
                .isPresent();
    }

    /**
     * What an owner says on the page of a closed slip. A slip has one score: this takes the place of the one of the call, which stays
     * on record, and the slip stays as it is (Q6).
     *
     * @throws Rejection if the owner has said it before
     */
    public CallBack recordLateRating(String slipNumber, CallBackReport report, Person by) {
        if (!awaitsRating(slipNumber)) {
            throw Rejection.invalid(slipNumber, "您已经评价过了，谢谢。还有问题请联系客服。");
        }
        return record(slipNumber, report, by, slip -> slip.followingUp().rate());
    }

    /** The score that the owner's own word takes the place of (Q6); it stays on record. */
    private String replaced(String slipNumber, Person by) {
        return latest(slipNumber)
                .filter(call -> by.isIn(Person.OWNERS) && call.reached())
                .map(call -> "（代替回访时的 " + call.score() + " 分）")
                .orElse("");
    }

    /** Keeps with a late rating what the rules say about it; the slip has gone on without it. */
    public void decideLate(CallBack rating, FollowUp followUp, String reason) {
        callBacks.save(rating.followedBy(followUp, reason, null));
    }

    private static String text(CallBackReport report, Person by) {
        String words = report.words() == null || report.words().isBlank() ? "" : "，业主说：" + report.words();
        return report.reached()
                ? (by.isIn(Person.OWNERS) ? "业主在网页上评价 " : "回访业主，评价 ") + report.score() + " 分" + words
                : "回访业主，没有联系上";
    }

    /**
     * Carries out what the rules decide about the latest call.
     *
     * @param retryAfterHours hours until the next call; counts for {@link FollowUp#RETRY} only
     * @param reason          Chinese, from the rule
     */
    public void decide(String slipNumber, FollowUp followUp, long retryAfterHours, String reason) {
        CallBack call = latest(slipNumber)
                .filter(made -> made.followUp() == null)
                .orElseThrow(() -> Rejection.invalid(slipNumber, "还没有新的回访记录，不能判断如何跟进。请先登记回访。"));
        Instant retryAt = clock.instant().plus(Duration.ofHours(retryAfterHours));
        callBacks.save(call.followedBy(followUp, reason, followUp == FollowUp.RETRY ? retryAt : null));
        switch (followUp) {
            case CLOSE ->
                step(slipNumber, "4.3.6", "回访结束：" + reason, slip -> slip.followingUp()
                        .followUp());
            case IMPROVE -> {
                step(slipNumber, "S7", "回访结束，需要改进服务", slip -> slip.followingUp().followUp());
                slips.noteForImprovement(slipNumber, cause(call, reason));
            }
            case REWORK ->
                step(slipNumber, "S7", "返修：" + cause(call, reason), slip -> {
                    slip.followingUp().followUp();
                    slip.followingUp().rework(cause(call, reason), clock.instant());
                });
            case RETRY -> slips.note(slipNumber, Person.system(), 7, "4.3.6", "约定 " + Times.minute(retryAt) + " 再次回访");
        }
    }

    private void step(String slipNumber, String clause, String text, Consumer<Slip> change) {
        slips.change(slipNumber, Person.system(), 7, clause, text, change);
    }

    /** The owner's own words tell the next person more than the rule that matched. */
    private static String cause(CallBack call, String reason) {
        return call.words() == null || call.words().isBlank() ? reason : call.words();
    }

    /** What was done about a dissatisfied owner (S7, Q6). */
    public void improve(String slipNumber, String measures, Person by) {
        slips.change(slipNumber, by, 7, "Q6", "改进措施：" + measures, slip -> slip.followingUp()
                .improve());
    }

    /** All calls and ratings of a slip, the oldest first. */
    public List<CallBack> calls(String slipNumber) {
        return callBacks.findBySlipNumberOrderById(slipNumber);
    }

    public Optional<CallBack> latest(String slipNumber) {
        return callBacks.findFirstBySlipNumberOrderByIdDesc(slipNumber);
    }

    /** Calls of the present round, that is since the last rework or the beginning. */
    public int attempts(String slipNumber) {
        return callBacks.countBySlipNumberAndRound(
                slipNumber, slips.get(slipNumber).acceptance().reworks());
    }
}
