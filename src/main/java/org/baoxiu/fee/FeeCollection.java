package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collects what reviewed bills ask for (3.5): charges, payments, waivers and refunds, each an entry of its own. No payment goes
 * beyond what is owed, and no money is given back that was not let off, or charged less, before.
 */
@Service
@Transactional
public class FeeCollection {

    private static final Set<String> MAY_COLLECT = Set.of(Groups.CUSTOMER_SERVICE, Groups.CUSTOMER_SERVICE_LEAD);
    private static final Set<String> MAY_WAIVE = Set.of(Groups.CUSTOMER_SERVICE_LEAD, Groups.DIRECTOR);

    private final FeeEntryRepository entries;
    private final Slips slips;
    private final Clock clock;

    FeeCollection(FeeEntryRepository entries, Slips slips, Clock clock) {
        this.entries = entries;
        this.slips = slips;
        this.clock = clock;
    }

    /** Charges what the review has approved, as far as an earlier bill of the same slip does not charge it already. */
    void charge(Bill bill, Instant now, Person by) {
        BigDecimal more = bill.payable().subtract(balance(bill.slipNumber()).billed());
        entries.save(
                new FeeEntry(null, bill.slipNumber(), EntryKind.BILLED, null, more, null, bill.id(), now, by.id()));
    }

    /** The owner pays, all of it or a part. */
    public void pay(String slipNumber, BigDecimal amount, PaymentWay way, @Nullable String noteOrNull, Person by) {
        check(slipNumber, by, MAY_COLLECT, "只有客户服务中心能登记收款。");
        BigDecimal outstanding = balance(slipNumber).outstanding();
        if (outstanding.signum() <= 0) {
            throw Rejection.invalid(slipNumber, "没有未收的费用，不能登记收款。请核对单号，费用须先审核。");
        }
        checkAmount(slipNumber, amount, outstanding, "收款", "未收的");
        add(slipNumber, EntryKind.PAYMENT, way, amount, noteOrNull, by);
    }

    /** The office lets the owner off, all of it or a part, paid or not; what was paid for it is then to be given back. */
    public void waive(String slipNumber, BigDecimal amount, String reason, Person by) {
        requireMayWaive(slipNumber, by);
        BigDecimal due = balance(slipNumber).due();
        if (due.signum() <= 0) {
            throw Rejection.invalid(slipNumber, "没有应收的费用，不能减免。请核对单号，费用须先审核。");
        }
        checkAmount(slipNumber, amount, due, "减免", "应收的");
        add(slipNumber, EntryKind.WAIVER, null, amount, reason, by);
    }

    /** Whoever may let an owner off lowers a fee, in whichever form: no other does it by the review either (3.5). */
    static void requireMayWaive(String slipNumber, Person by) {
        check(slipNumber, by, MAY_WAIVE, "只有客服主管和主任能减免费用。请写明情况，交主管或主任办理。");
    }

    /** The office gives back what it has received beyond what is due. */
    public void refund(String slipNumber, BigDecimal amount, PaymentWay way, String reason, Person by) {
        check(slipNumber, by, MAY_COLLECT, "只有客户服务中心能登记退款。");
        BigDecimal excess = balance(slipNumber).outstanding().negate();
        if (excess.signum() <= 0) {
            throw Rejection.invalid(slipNumber, "没有多收的费用，不能退款。要退还应收的费用，请先由客服主管或主任减免。");
        }
        checkAmount(slipNumber, amount, excess, "退款", "多收的");
        add(slipNumber, EntryKind.REFUND, way, amount, reason, by);
    }

    private static void check(String slipNumber, Person by, Set<String> groups, String refusal) {
        if (groups.stream().noneMatch(by::isIn)) {
            throw Rejection.forbidden(slipNumber, refusal);
        }
    }

    private static void checkAmount(
            String slipNumber, BigDecimal amount, BigDecimal limit, String what, String ofWhat) {
        if (!Yuan.payable(amount) || amount.signum() == 0 || amount.compareTo(limit) > 0) {
            throw Rejection.invalid(
                    slipNumber, what + "金额要大于 0 元、不超过" + ofWhat + " " + Yuan.text(limit) + "，最多两位小数，请改正后重新提交。");
        }
    }

    private void add(
            String slipNumber,
            EntryKind kind,
            @Nullable PaymentWay wayOrNull,
            BigDecimal amount,
            @Nullable String reasonOrNull,
            Person by) {
        entries.save(new FeeEntry(
                null, slipNumber, kind, wayOrNull, Yuan.toFen(amount), reasonOrNull, null, clock.instant(), by.id()));
        // the slip's version keeps two clerks from taking the same money twice
        slips.change(
                slipNumber,
                by,
                6,
                "3.5",
                kind.label() + " " + Yuan.text(amount) + (wayOrNull == null ? "" : "（" + wayOrNull.label() + "）")
                        + (reasonOrNull == null ? "" : "：" + reasonOrNull),
                unchanged -> {});
    }

    /** The entries of a slip, oldest first. */
    public List<FeeEntry> entries(String slipNumber) {
        return entries.findBySlipNumberOrderById(slipNumber);
    }

    /**
     * Of each slip of a place that is not settled, also where the office has to give money back.
     *
     * @param placeKey the normal form of the place, as the slip has it
     * @return by number of the slip, in the order in which they were charged first
     */
    public Map<String, Balance> unsettled(String office, String placeKey) {
        Map<String, List<FeeEntry>> charged = entries.findOfPlace(office, placeKey).stream()
                .collect(Collectors.groupingBy(FeeEntry::slipNumber, LinkedHashMap::new, Collectors.toList()));
        Map<String, Balance> unsettled = new LinkedHashMap<>();
        charged.forEach((number, entriesOfSlip) -> {
            Balance balance = Balance.of(entriesOfSlip);
            if (balance.outstanding().signum() != 0) {
                unsettled.put(number, balance);
            }
        });
        return unsettled;
    }

    public Balance balance(String slipNumber) {
        return Balance.of(entries(slipNumber));
    }
}
