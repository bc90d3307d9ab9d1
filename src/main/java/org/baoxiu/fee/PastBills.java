package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The bills of a span of time, and what other rules and prices would have made of each. */
@Service
public class PastBills {

    private static final int AT_ONCE = 2_000;

    private final JdbcClient database;

    PastBills(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param round which of the slip's bills it is, from 1
     * @param rule  by which it was decided
     */
    public record Past(long id, String slipNumber, int round, FeeRule rule, Amounts amounts) {

        /** What the owner would have had to pay. */
        public BigDecimal ownerPays(FeeRule other, BigDecimal labour) {
            return FeeCalculator.amounts(other, labour, amounts.materials()).ownerPays();
        }
    }

    public long count(Instant from, Instant until) {
        return database.sql(
                        "select count(*) from bill where recorded_at >= ? and recorded_at < ? and amount_total is not null")
                .params(LocalTimes.local(from), LocalTimes.local(until))
                .query(Long.class)
                .single();
    }

    /** Those behind the given id, in the order of their ids; empty at the end. */
    public List<Past> some(Instant from, Instant until, long after) {
        return database.sql(
                        """
            select b.*, (select count(*) from bill e where e.slip_number = b.slip_number and e.id <= b.id) as round
              from bill b where b.recorded_at >= ? and b.recorded_at < ? and b.amount_total is not null and b.id > ? order by b.id limit ?""")
                .params(LocalTimes.local(from), LocalTimes.local(until), after, AT_ONCE)
                .query((row, line) -> new Past(
                        row.getLong("id"),
                        row.getString("slip_number"),
                        row.getInt("round"),
                        new FeeRule(
                                row.getString("rule_payer"),
                                row.getString("rule_payer_label"),
                                row.getInt("rule_owner_share_percent"),
                                row.getBigDecimal("rule_service_charge"),
                                row.getBigDecimal("rule_minimum_charge"),
                                row.getString("rule_reason")),
                        new Amounts(
                                row.getBigDecimal("amount_labour"),
                                row.getBigDecimal("amount_materials"),
                                row.getBigDecimal("amount_service_charge"),
                                row.getBigDecimal("amount_total"),
                                row.getBigDecimal("amount_owner_pays"))))
                .list();
    }
}
