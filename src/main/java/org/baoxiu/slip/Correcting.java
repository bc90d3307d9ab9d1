package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.MISTAKEN;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;

/** What may be put right on an open slip, at whatever step it is (4.3.1, 4.5.1, 4.5.2). */
final class Correcting {

    /** Nobody has been there yet, in this round. */
    private static final Set<SlipState> BEFORE_ARRIVAL =
            EnumSet.of(SlipState.RECEIVED, SlipState.REGISTERED, SlipState.NOTIFIED, SlipState.PICKED_UP);

    private final Slip slip;

    Correcting(Slip slip) {
        this.slip = slip;
    }

    /** Whoever may register it: a clerk, and for a public area the team too. */
    void requireMayRegister(Person by) {
        requireMayRegister(slip.report().area(), by);
    }

    private void requireMayRegister(Area area, Person by) {
        boolean clerk = by.isIn(Groups.CUSTOMER_SERVICE) || by.isIn(Groups.CUSTOMER_SERVICE_LEAD);
        if (!clerk && !(area == Area.PUBLIC && by.isIn(Groups.MAINTENANCE))) {
            throw Rejection.forbidden("业主单元内的维修单由客户服务中心登记和更正，请联系客户服务中心。");
        }
    }

    /**
     * What follows from the item is decided by the tables afterwards.
     *
     * @param areaConfirmed whether the item belongs to another area on purpose
     * @return what has changed, never nothing
     */
    List<Correction.Change> correct(Correction to, boolean areaConfirmed, Person by, Instant now) {
        slip.requireOpen("更正");
        requireMayRegister(by);
        requireMayRegister(to.area(), by);
        Correction from = Correction.of(slip);
        List<Correction.Change> changes = to.since(from);
        if (changes.isEmpty()) {
            throw slip.refused("没有改动任何内容。请改正写错的内容后再提交，或者选“不用更正”。");
        }
        Report report = to.report(slip.report());
        slip.heed(report.objectionToLength());
        if (to.area() != from.area()) {
            slip.heed(objectionToArea());
        }
        if (!Objects.equals(to.wantedAt(), from.wantedAt())) {
            want(to.wantedAt(), now);
        }
        if (to.changesItem(from)) {
            choose(to.itemCode(), areaConfirmed);
        } else if (areaConfirmed && slip.item() != null) {
            slip.diagnosis().choose(slip.registeredItem().code(), true);
        }
        flags(to);
        slip.report = report;
        slip.intake().correctTelephone(report.reporterPhone());
        return changes;
    }

    /** By the area the way goes on from the door: with quote, consent and acceptance, or with a verification. */
    private Optional<String> objectionToArea() {
        return BEFORE_ARRIVAL.contains(slip.state()) && slip.work().startedAt() == null
                ? Optional.empty()
                : Optional.of("维修人员已经到场，报价、验收和收费都按原来的部位办理，不能再更正部位。");
    }

    private void want(@Nullable Instant time, Instant now) {
        if (!BEFORE_ARRIVAL.contains(slip.state()) || slip.rework()) {
            throw slip.outOfTurn("维修人员已经到过现场，不用再更正希望上门时间。");
        }
        if (slip.visit().appointmentAt() != null) {
            throw slip.outOfTurn("已经与业主另约了上门时间，不能再更正希望上门时间。请在“业主来电登记”里改约。");
        }
        Wish wish = Wish.of(time, slip.intake().wantedNote());
        slip.heed(Optional.ofNullable(wish).flatMap(typed -> typed.objection(now)));
        slip.intake().wish = wish;
    }

    private void choose(@Nullable String itemCode, boolean areaConfirmed) {
        if (itemCode == null) {
            throw slip.refused("维修项目不能改成空的，请选择正确的项目。");
        }
        if (slip.state() == SlipState.RECEIVED) {
            slip.diagnosis().suggest(itemCode);
            return;
        }
        if (slip.intake().applicationMissing()) {
            throw slip.outOfTurn("正在等业主的书面申请，现在不能更正维修项目。项目选错了的，请标为误登记，另行登记报修。");
        }
        slip.diagnosis().choose(itemCode, areaConfirmed);
    }

    private void flags(Correction to) {
        CatalogueItem item = slip.item();
        if (!to.emergency()
                && item != null
                && item.emergencyByNature()
                && slip.intake().emergency()
                && item.code().equals(to.itemCode())) {
            throw slip.refused("“" + item.name() + "”按项目就是紧急的，不能改为不紧急。项目选错了的，请更正项目。");
        }
        if (!to.lossOrInjury() && slip.severity().lossOrInjury && slip.accident() != null) {
            throw slip.refused("这张单已按维修事故上报主任，不能改为没有损失和受伤。请由主任结案。");
        }
        slip.intake().emergency = to.emergency();
        slip.severity().lossOrInjury = to.lossOrInjury();
    }

    /** The item that was chosen takes the place of the former one, whatever step the slip is at. */
    void use(CatalogueItem item) {
        if (item.forcedEntry() && slip.intake().application() == null) {
            throw slip.refused("“" + item.name() + "”要撬锁破门，须先有业主的书面申请，不能直接改成这一项目。请标为误登记，另行登记报修。");
        }
        slip.diagnosis().use(item);
        slip.intake().use(item);
        slip.heed(slip.diagnosis().objectionToItemIn(slip.report().area()));
    }

    void checkArea() {
        slip.heed(slip.diagnosis().objectionToItemIn(slip.report().area()));
    }

    /**
     * The class by all that is known, as if it had been registered so. An accident and what a person has decided stay; so does a class that
     * time has raised, which the tables see by themselves.
     *
     * @param unsolvedTooLong whether a daily repair would have to be solved by now (4.2.2)
     */
    void classify(Classification result, boolean unsolvedTooLong, Instant now) {
        RepairClass before = slip.repairClass();
        if (before == null || result.repairClass().above(before)) {
            slip.assessing().classify(result, now);
        } else if (before.above(result.repairClass()) && slip.accident() == null && !unsolvedTooLong) {
            slip.severity().putRight(result);
            slip.milestones().importantSince = null;
            slip.schedule().approvalNeeded(false);
        }
    }

    /** It should never have been opened. Once somebody has agreed to something or has begun, there is something to repair. */
    void mistaken(String reason, Instant now) {
        slip.requireOpen("标为误登记");
        slip.heed(objectionToMistake().map(why -> why + "，不能标为误登记。业主不再需要维修的，请办理取消；内容写错的，请更正。"));
        slip.lastReason = reason;
        slip.reasons().mistake = reason;
        slip.closedAt = now;
        slip.become(MISTAKEN);
        slip.happened(SlipEvent.Kind.MISTAKEN);
    }

    private Optional<String> objectionToMistake() {
        if (slip.accident() != null) {
            return Optional.of("这张单已按维修事故上报");
        }
        if (slip.agreement().consentedAmount() != null) {
            return Optional.of("业主已经同意过报价");
        }
        if (slip.agreement().billedAmount() != null) {
            return Optional.of("费用已经核定");
        }
        return slip.work().startedAt() == null ? Optional.empty() : Optional.of("这张单已经开工");
    }
}
