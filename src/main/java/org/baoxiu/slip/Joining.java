package org.baoxiu.slip;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.baoxiu.shared.Person;

/**
 * Two open slips about the same fault: the one that was received first goes on, the other one ends in it (4.2.1.1, 4.3.1). So the first
 * receipt counts without any time being changed.
 */
final class Joining {

    private static final Comparator<Slip> FIRST = Comparator.<Slip, Instant>comparing(
                    slip -> slip.report().receivedAt())
            .thenComparing(Slip::number);

    private final Slip kept;
    private final Slip ended;

    private Joining(Slip kept, Slip ended) {
        this.kept = kept;
        this.ended = ended;
    }

    static Joining of(Slip one, Slip other) {
        return FIRST.compare(one, other) <= 0 ? new Joining(one, other) : new Joining(other, one);
    }

    Slip kept() {
        return kept;
    }

    Slip ended() {
        return ended;
    }

    /** @throws org.baoxiu.shared.Rejection for whoever may not register both, and while each has to go its own way */
    void check(Person by) {
        if (kept.number().equals(ended.number())) {
            throw kept.refused("这就是这张单自己，不能与自己并单。请填写另一张维修单的单号。");
        }
        for (Slip slip : new Slip[] {ended, kept}) {
            slip.requireOpen("并单");
            new Correcting(slip).requireMayRegister(by);
            slip.heed(agreed(slip).map(why -> why + "，不能并单。请两张单分别办理。"));
        }
        ended.heed(begun(ended).map(why -> why + "，不能并入维修单 " + kept.number() + "。请两张单分别办理。"));
        ended.heed(elsewhere());
        if (!kept.state().mayBeAddedTo()) {
            throw kept.outOfTurn("当前状态为“" + kept.state().label() + "”，不能再并入别的维修单。请两张单分别办理。");
        }
    }

    /** From here on money is owed for it, or somebody has agreed to owe some. */
    private static Optional<String> agreed(Slip slip) {
        if (slip.agreement().consentedAmount() != null) {
            return Optional.of("业主已经同意过报价");
        }
        return slip.agreement().billedAmount() == null ? Optional.empty() : Optional.of("费用已经核定");
    }

    private static Optional<String> begun(Slip slip) {
        if (slip.accident() != null) {
            return Optional.of("这张单已按维修事故上报");
        }
        return slip.work().startedAt() == null ? Optional.empty() : Optional.of("这张单已经开工");
    }

    /** Whoever has reported the one follows the other from now on: of a flat, only what is of the same flat. */
    private Optional<String> elsewhere() {
        boolean same = kept.report().office().equals(ended.report().office())
                && kept.report().area() == ended.report().area()
                && (kept.publicArea()
                        || kept.intake().placeKey().equals(ended.intake().placeKey()));
        return same ? Optional.empty() : Optional.of("与维修单 " + kept.number() + " 的管理处、部位或房屋不同，不能并单。登记错了的，请先更正，再办理并单。");
    }

    /** What is urgent, or was urged, stays so. */
    void join(String reason, Instant now) {
        kept.severity().takeOver(ended.severity());
        kept.intake().emergency |= ended.intake().emergency();
        ended.lastReason = reason;
        ended.reasons().joining = reason;
        ended.ties().joinedTo = kept.number();
        ended.closedAt = now;
        ended.become(SlipState.JOINED);
        ended.happened(SlipEvent.Kind.JOINED);
    }
}
