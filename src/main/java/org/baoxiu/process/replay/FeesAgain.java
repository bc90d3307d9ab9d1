package org.baoxiu.process.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.fee.FeeRule;
import org.baoxiu.fee.PastBills;
import org.baoxiu.fee.PastBills.Past;
import org.baoxiu.models.ReplayCount;
import org.baoxiu.models.ReplayedTables;
import org.baoxiu.process.repair.RepairRequestProcess.Decisions;
import org.baoxiu.process.repair.step5work.FeeAnswer;
import org.baoxiu.shared.Yuan;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What owners would have paid by other rules and listed prices (3.5, 4.3.4.4), work and material being as they were. */
@Component
@Order(3)
class FeesAgain implements ReplayCount {

    private static final String RULES = "repairFee";
    private static final String ITEMS = "repairCatalogue";
    private static final String PRICE = "labourPriceFen";

    private final PastBills bills;

    FeesAgain(PastBills bills) {
        this.bills = bills;
    }

    private record Prices(BigDecimal was, BigDecimal becomes) {}

    @Override
    public long things(ReplayedTables tables) {
        return tables.changes(RULES) || tables.changes(ITEMS) ? bills.count(tables.from(), tables.until()) : 0;
    }

    @Override
    public void count(ReplayedTables tables) {
        Map<String, List<Optional<FeeRule>>> rules = rules(tables);
        Map<String, Prices> prices = prices(tables);
        Sum sum = new Sum();
        Instant from = tables.from();
        for (List<Past> some = bills.some(from, tables.until(), 0);
                !some.isEmpty();
                some = bills.some(
                        from, tables.until(), some.get(some.size() - 1).id())) {
            some.forEach(bill -> add(tables, bill, rules, prices, sum));
            tables.looked(some.size());
        }
        BigDecimal more = sum.becomes.subtract(sum.was);
        tables.figure("费用：" + sum.all + " 张账单中有 " + sum.changed + " 张会变，业主" + (more.signum() < 0 ? "少付 " : "多付 ")
                + Yuan.text(more.abs()) + "。");
        if (sum.unknown > 0) {
            tables.figure("费用：另有 " + sum.unknown + " 张账单当时没有记录判断的输入，按原来的金额算。");
        }
    }

    private static final class Sum {
        private long all;
        private long changed;
        private long unknown;
        private BigDecimal was = Yuan.ZERO;
        private BigDecimal becomes = Yuan.ZERO;
    }

    private static void add(
            ReplayedTables tables,
            Past bill,
            Map<String, List<Optional<FeeRule>>> rules,
            Map<String, Prices> prices,
            Sum sum) {
        FeeRule rule = bill.rule();
        if (tables.changes(RULES)) {
            List<Optional<FeeRule>> decided = rules.getOrDefault(bill.slipNumber(), List.of());
            if (bill.round() > decided.size()) {
                sum.unknown++;
            } else {
                rule = decided.get(bill.round() - 1).orElse(rule);
            }
        }
        BigDecimal labour = bill.amounts().labour();
        Prices price = prices.get(bill.slipNumber());
        if (price != null && price.was().compareTo(labour) == 0) {
            labour = price.becomes();
        }
        BigDecimal was = bill.amounts().ownerPays();
        boolean same =
                rule.equals(bill.rule()) && labour.compareTo(bill.amounts().labour()) == 0;
        BigDecimal becomes = same ? was : bill.ownerPays(rule, labour);
        sum.all++;
        sum.was = sum.was.add(was);
        sum.becomes = sum.becomes.add(becomes);
        if (was.compareTo(becomes) != 0) {
            sum.changed++;
            tables.changed(bill.slipNumber(), "业主应付", Yuan.text(was), Yuan.text(becomes));
        }
    }

    /** By slip, for one bill after the other, what the draft says; empty where it says nothing. */
    private static Map<String, List<Optional<FeeRule>>> rules(ReplayedTables tables) {
        Map<String, List<Optional<FeeRule>>> rules = new HashMap<>();
        if (tables.changes(RULES)) {
            tables.taken(RULES, some -> some.stream()
                    .filter(one -> one.occasion().equals(Decisions.DECIDE_BILL))
                    .forEach(one -> rules.computeIfAbsent(one.slip(), slip -> new ArrayList<>())
                            .add(tables.decide(RULES, one.inputs()).map(FeeAnswer::of))));
        }
        return rules;
    }

    /** By slip, the listed price of its item. */
    private static Map<String, Prices> prices(ReplayedTables tables) {
        Map<String, Prices> prices = new HashMap<>();
        if (tables.changes(ITEMS)) {
            tables.taken(
                    ITEMS,
                    some -> some.forEach(one -> {
                        Optional<Object> again =
                                tables.decide(ITEMS, one.inputs()).map(answer -> answer.get(PRICE));
                        if (one.outputs().get(PRICE) instanceof Number was
                                && again.orElse(null) instanceof Number becomes) {
                            prices.put(one.slip(), new Prices(Yuan.ofFen(was), Yuan.ofFen(becomes)));
                        }
                    }));
        }
        return prices;
    }
}
