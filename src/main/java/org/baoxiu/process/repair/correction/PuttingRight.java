package org.baoxiu.process.repair.correction;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.Grounds;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.people.SlipAccess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Messages;
import org.baoxiu.process.repair.anytime.AnyTimeForms;
import org.baoxiu.process.repair.owner.CallsOnSlips;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Correction;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.Joins;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What is put right on the record, with what follows from it in the running case. */
@Component
class PuttingRight {

    private static final int LONGEST_WORDS = 1000;

    private final Slips slips;
    private final Corrections corrections;
    private final Joins joins;
    private final Commitments commitments;
    private final Fees fees;
    private final ItemInWork items;
    private final OfficeInWork offices;
    private final CallsOnSlips calls;
    private final SlipVariables variables;
    private final StaffNews news;
    private final Persons persons;
    private final SlipAccess access;
    private final RuntimeService runtime;

    PuttingRight(
            Slips slips,
            Corrections corrections,
            Joins joins,
            Commitments commitments,
            Fees fees,
            ItemInWork items,
            OfficeInWork offices,
            CallsOnSlips calls,
            SlipVariables variables,
            StaffNews news,
            Persons persons,
            SlipAccess access,
            RuntimeService runtime) {
        this.slips = slips;
        this.corrections = corrections;
        this.joins = joins;
        this.commitments = commitments;
        this.fees = fees;
        this.items = items;
        this.offices = offices;
        this.calls = calls;
        this.variables = variables;
        this.news = news;
        this.persons = persons;
        this.access = access;
        this.runtime = runtime;
    }

    /** A slip is put right by whoever may register such a one, and may read this one. */
    void requireTheirs(String number) {
        Person by = persons.current();
        corrections.requireMayRegister(number, by);
        if (!access.isOpenTo(by.id(), number)) {
            throw Rejection.forbidden("这张维修单不由您办理，您不能更正。写错了的，请联系客户服务中心更正。");
        }
    }

    /**
     * Item and class are decided by the tables of the registration, in the running case, which waits for it beside its work. A case that
     * began under the model of a former release does not, and is put right in what no table decides.
     */
    void correct(String number, Correction to, boolean areaConfirmed, String reason) {
        requireTheirs(number);
        Slip slip = slips.get(number);
        Correction from = Correction.of(slip);
        Grounds formerly = Grounds.of(slip);
        boolean decide = slip.intake().registeredAt() != null && to.changesDecisions(from);
        if (decide && !waitsFor(Messages.SLIP_CORRECTED, number)) {
            throw Rejection.outOfTurn(number, "这张单是升级以前登记的，项目、部位和损失情况不能更正。请标为误登记，另行登记报修。");
        }
        if (to.changesItem(from)) {
            fees.checkItemCorrectable(number);
        }
        List<Correction.Change> changes = corrections.correct(number, to, areaConfirmed, reason, persons.current());
        variables.refresh(number);
        if (decide) {
            runtime.createMessageCorrelation(Messages.SLIP_CORRECTED)
                    .processInstanceBusinessKey(number)
                    .correlate();
        }
        commitments.putRight(number, formerly);
        if (!to.office().equals(from.office())) {
            offices.changed(number);
        }
        if (decide && to.changesItem(from)) {
            items.changed(number);
        }
        variables.refresh(number);
        news.tell(
                Event.SLIP_CORRECTED,
                number,
                changes.stream().map(Correction.Change::what).collect(Collectors.joining("、")) + "（" + reason + "）");
    }

    void markMistaken(String slip, String reason) {
        requireTheirs(slip);
        corrections.markMistaken(slip, reason, persons.current());
        news.tell(Event.CALLED_OFF, slip, reason);
        end(slip, Messages.SLIP_MISTAKEN, reason);
    }

    /** Of the two slips one goes on, and has been urged by the report of the other (4.2.1.1). */
    void join(String slip, String other, String reason) {
        requireTheirs(slip);
        requireTheirs(other);
        Grounds ofSlip = Grounds.of(slips.get(slip));
        Grounds ofOther = Grounds.of(slips.get(other));
        Joins.Joined joined = joins.join(slip, other, reason, persons.current());
        Slip kept = joined.kept();
        Slip ended = joined.ended();
        news.tell(Event.JOINED_AWAY, ended.number(), "并入 " + kept.number() + "（" + reason + "）");
        end(ended.number(), Messages.SLIP_JOINED, reason);
        commitments.putRight(kept.number(), kept.number().equals(slip) ? ofSlip : ofOther);
        variables.refresh(kept.number());
        calls.reportAgain(
                kept.number(),
                Excerpt.of("又报了维修单 " + ended.number() + "：" + ended.report().fault(), LONGEST_WORDS),
                ended.severity().lossOrInjury(),
                ended.report().receivedAt());
    }

    /** A case that began under the model of a former release ends by the owner's message, which finds the slip marked. */
    private void end(String slip, String message, String reason) {
        boolean waits = waitsFor(message, slip);
        runtime.createMessageCorrelation(waits ? message : Messages.REQUEST_CANCELLED)
                .processInstanceBusinessKey(slip)
                .setVariables(waits ? Map.of() : Map.of(AnyTimeForms.OWNER_WORDS.name(), reason))
                .correlate();
    }

    private boolean waitsFor(String message, String slip) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(slip, RepairRequestProcess.KEY)
                .list()
                .stream()
                .flatMap(one -> runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(one.getId())
                        .eventType("message")
                        .eventName(message)
                        .list()
                        .stream())
                .findAny()
                .isPresent();
    }
}
