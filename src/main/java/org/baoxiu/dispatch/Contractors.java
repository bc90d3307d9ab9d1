package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.dispatch.ContractorOrder.End;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Plausible;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of outside contractors, and the slips that they are given (Q3). Nobody gets one without a licence that is valid
 * today and for the slip's item; who has the slip secures the place until then.
 */
@Service
@Transactional
public class Contractors {

    private final ContractorRepository contractors;
    private final ContractorOrderRepository orders;
    private final Slips slips;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contractors(
            ContractorRepository contractors,
            ContractorOrderRepository orders,
            Slips slips,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contractors = contractors;
        this.orders = orders;
        this.slips = slips;
        this.events = events;
        this.clock = clock;
    }

    /** Registers a firm, or renews what is known of it for the same trade. */
    public void register(
            String name, String telephone, Qualification trade, String licenceNumber, LocalDate expiresOn) {
        if (Stream.of(name, telephone, licenceNumber).anyMatch(text -> text == null || text.isBlank())
                || trade == null
                || expiresOn == null) {
            throw Rejection.invalid("登记外包单位要写明名称、电话、业务、许可证编号和有效期，请补齐后重新提交。");
        }
        contractors.save(contractors
                .findByNameAndTrade(name, trade)
                .map(known -> known.renewed(telephone, licenceNumber, expiresOn, clock.instant()))
                .orElseGet(() -> new Contractor(0, name, telephone, trade, licenceNumber, expiresOn, clock.instant())));
    }

    /** All that were ever registered. */
    public List<Contractor> registered() {
        return contractors.findAll();
    }

    /** Who may be called to a slip today, by name. */
    public List<Contractor> suitable(String slipNumber) {
        Qualification needed = trade(slips.get(slipNumber));
        return contractors.findAll().stream()
                .filter(one -> one.covers(needed) && one.isLicensedOn(today()))
                .sorted(Comparator.comparing(Contractor::name))
                .toList();
    }

    /** @throws Rejection if the slip has no item yet, or there is nothing left to repair */
    public void checkWanted(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        trade(slip);
        if (!isWanted(slip.state())) {
            throw Rejection.outOfTurn(slipNumber, "现在的状态是“" + slip.state().label() + "”，不用再派外包单位。");
        }
    }

    /** Whether there is anything left to repair for a slip in this state. */
    public static boolean isWanted(SlipState state) {
        return switch (state) {
            case REFUSED, FINISHED, CONFIRMED, FOLLOWED_UP, CLOSED, CANCELLED, MISTAKEN, JOINED -> false;
            default -> true;
        };
    }

    /** Whether only a contractor may do the repair, and one has to be called (Q3); what was done on paper is done. */
    public static boolean isNeeded(Slip slip) {
        return slip.item() != null && slip.item().contractorOnly() && !slip.fromPaper();
    }

    /**
     * Gives the slip to a contractor who has been called.
     *
     * @param calledAt    not before the report and not in the future, to the minute
     * @param agreedAt    not before the call and within a year; what was agreed may be over when it is entered
     * @param orderNumber the contractor's own, or null
     */
    public void give(
            String slipNumber,
            long contractorId,
            Instant calledAt,
            Instant agreedAt,
            @Nullable String orderNumber,
            Person by) {
        checkWanted(slipNumber);
        Slip slip = slips.get(slipNumber);
        if (underWay(slipNumber).isPresent()) {
            throw Rejection.outOfTurn(slipNumber, "已派给外包单位，还没有结果。要换一家，请先登记退回。");
        }
        Contractor contractor = contractors
                .findById(contractorId)
                .orElseThrow(() -> Rejection.invalid(slipNumber, "没有登记过所选的外包单位，请从列出的单位中选择。"));
        check(slip, contractor);
        past(slipNumber, "联系时间", calledAt, slip.report().receivedAt(), "收到报修");
        checkAgreed(slipNumber, calledAt, agreedAt);
        ContractorOrder order = orders.save(
                ContractorOrder.given(slip, contractorId, orderNumber, calledAt, agreedAt, clock.instant(), by.id()));
        agree(
                order,
                contractor,
                "派给外包单位 " + contractor.name() + "，" + Times.minute(calledAt) + " 联系"
                        + (orderNumber == null ? "" : "，派单号 " + orderNumber) + "，约定 " + Times.minute(agreedAt) + " 到场",
                by);
    }

    private void checkAgreed(String slipNumber, Instant calledAt, Instant agreedAt) {
        if (agreedAt.isBefore(calledAt)) {
            throw Rejection.invalid(
                    slipNumber,
                    "约定到场时间（" + Times.minute(agreedAt) + "）不能早于联系时间（" + Times.minute(calledAt) + "），请改正后重新提交。");
        }
        if (agreedAt.isAfter(clock.instant())) {
            Plausible.ahead("约定到场时间", agreedAt, clock.instant());
        }
    }

    private void check(Slip slip, Contractor contractor) {
        Qualification needed = trade(slip);
        if (!contractor.covers(needed)) {
            throw Rejection.forbidden(
                    slip.number(),
                    contractor.name() + " 登记的业务是" + contractor.trade().label() + "，不能做“"
                            + slip.registeredItem().name() + "”。请选择有" + needed.label() + "许可的外包单位。");
        }
        if (!contractor.isLicensedOn(today())) {
            throw Rejection.forbidden(
                    slip.number(),
                    contractor.name() + " 的" + contractor.trade().label() + "许可已于 " + contractor.expiresOn()
                            + " 到期，不能派给它。请选择其他单位，或请工程部主管先登记新的许可证。");
        }
    }

    /** Another time than the one that was agreed, before the contractor has come or for one more visit. */
    public void agreeAnotherTime(String slipNumber, Instant agreedAt, String reason, Person by) {
        ContractorOrder order = needUnderWay(slipNumber);
        Plausible.ahead("约定到场时间", agreedAt, clock.instant());
        Contractor contractor = contractorOf(order);
        agree(
                orders.save(order.agreed(agreedAt)),
                contractor,
                "与外包单位 " + contractor.name() + " 另约 " + Times.minute(agreedAt) + " 到场：" + reason,
                by);
    }

    private void agree(ContractorOrder order, Contractor contractor, String text, Person by) {
        Slip slip = slips.changeTime(order.slipNumber(), by, 4, "Q3", text, unchanged -> {});
        events.publishEvent(new ContractorAgreed(slip, contractor, order));
    }

    /** @param at not before the call and not in the future, to the minute */
    public void arrive(String slipNumber, Instant at, Person by) {
        ContractorOrder order = needUnderWay(slipNumber);
        past(slipNumber, "到场时间", at, order.calledAt(), "联系外包单位");
        orders.save(order.arrived(at, by.id()));
        slips.note(slipNumber, by, 4, "Q3", "外包单位 " + contractorOf(order).name() + " 于 " + Times.minute(at) + " 到场");
    }

    public void finish(String slipNumber, String workDone, Person by) {
        ContractorOrder order = needUnderWay(slipNumber);
        orders.save(order.ended(End.DONE, workDone, clock.instant(), by.id()));
        slips.note(slipNumber, by, 5, "Q3", "外包单位 " + contractorOf(order).name() + " 已修好：" + workDone);
    }

    public void handBack(String slipNumber, String reason, Person by) {
        ContractorOrder order = needUnderWay(slipNumber);
        orders.save(order.ended(End.HANDED_BACK, reason, clock.instant(), by.id()));
        slips.note(slipNumber, by, 5, "Q3", "外包单位 " + contractorOf(order).name() + " 退回：" + reason);
    }

    /**
     * The slip needs nobody any more.
     *
     * @return the contractor who is on the way and has to be told, if any
     */
    public Optional<Contractor> callOff(String slipNumber) {
        Optional<ContractorOrder> order = underWay(slipNumber);
        order.ifPresent(one -> {
            orders.save(one.ended(End.CALLED_OFF, null, clock.instant(), Person.SYSTEM));
            slips.note(
                    slipNumber,
                    Person.system(),
                    0,
                    "Q3",
                    "外包单位 " + contractorOf(one).name() + " 的派单结束：" + whyOff(slips.get(slipNumber)));
        });
        return order.filter(ContractorOrder::awaited).map(this::contractorOf);
    }

    private static String whyOff(Slip slip) {
        return isWanted(slip.state())
                ? "维修项目改为“" + slip.registeredItem().name() + "”，没有这一项的许可"
                : slip.state().label();
    }

    /** @throws Rejection if only a contractor may do this repair and none has done it, or one is still expected or at work (Q3) */
    public void checkDone(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        if (isNeeded(slip) && !isDone(slip)) {
            throw Rejection.outOfTurn(
                    slipNumber,
                    "“" + slip.registeredItem().name()
                            + "”只能由外包单位维修，现在还没有外包单位修好的登记。请先登记外包单位的到场和维修结果；还没有派的，请工程部主管或客服先派外包单位。");
        }
        underWay(slipNumber).ifPresent(order -> {
            throw Rejection.outOfTurn(
                    slipNumber, "已派给外包单位 " + contractorOf(order).name() + "，还没有结果。请先登记外包单位的到场和维修结果；没来的，先登记退回。");
        });
    }

    /** Whether a contractor whose trade it is has done the repair, after a rework once more. */
    public boolean isDone(Slip slip) {
        return last(slip.number())
                .filter(order -> order.endedAs() == End.DONE
                        && order.round() == slip.acceptance().reworks()
                        && covers(order, slip))
                .isPresent();
    }

    /** Whether the contractor under way may not do what the slip asks for now: the item has changed since. */
    public boolean isWrong(Slip slip) {
        return underWay(slip.number()).filter(order -> !covers(order, slip)).isPresent();
    }

    private boolean covers(ContractorOrder order, Slip slip) {
        return contractorOf(order).covers(trade(slip));
    }

    /** All orders of a slip, one after the other. */
    public List<ContractorOrder> orders(String slipNumber) {
        return orders.findBySlipNumberOrderById(slipNumber);
    }

    /** The order that has not ended. */
    public Optional<ContractorOrder> underWay(String slipNumber) {
        return last(slipNumber).filter(order -> order.endedAs() == null);
    }

    public Contractor contractorOf(ContractorOrder order) {
        return contractors.findById(order.contractor()).orElseThrow();
    }

    private Optional<ContractorOrder> last(String slipNumber) {
        return orders.findFirstBySlipNumberOrderByIdDesc(slipNumber);
    }

    private ContractorOrder needUnderWay(String slipNumber) {
        return underWay(slipNumber).orElseThrow(() -> Rejection.outOfTurn(slipNumber, "现在没有派给外包单位，请刷新任务列表后再看。"));
    }

    private static Qualification trade(Slip slip) {
        return Qualification.of(slip.registeredItem().qualification());
    }

    private void past(String slipNumber, String what, Instant time, Instant earliest, String event) {
        if (time.isAfter(clock.instant()) || time.isBefore(earliest.truncatedTo(ChronoUnit.MINUTES))) {
            throw Rejection.invalid(
                    slipNumber,
                    what + "（" + Times.minute(time) + "）不能晚于现在，也不能早于" + event + "（" + Times.minute(earliest)
                            + "），请改正后重新提交。");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
