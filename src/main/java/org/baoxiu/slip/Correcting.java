package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.MISTAKEN;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;

/** What may be put right on an open slip, at whatever step it is (4.3.1, 4.5.1, 4.5.2). */
final class Correcting {

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
