package org.baoxiu.monthend;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.fee.EntryKind;
import org.baoxiu.shared.PlaceName;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts slips into the tables, many at a time and past all steps of the procedure. */
public final class SlipLoader {

    private static final int AT_ONCE = 2_000;

    private final JdbcTemplate database;
    private final List<Object[]> slips = new ArrayList<>();
    private final List<Object[]> clocks = new ArrayList<>();
    private final List<Object[]> calls = new ArrayList<>();
    private final List<Object[]> bills = new ArrayList<>();
    private final List<Object[]> materials = new ArrayList<>();
    private final List<Object[]> entries = new ArrayList<>();
    private long bill;

    public SlipLoader(JdbcTemplate database) {
        this.database = database;
        this.bill = database.queryForObject("select coalesce(max(id), 0) from bill", Long.class) + 1_000_000_000L;
    }

    /** All of a random month, without keeping it. */
    public void load(RandomMonth month, int count) {
        for (int i = 0; i < count; i++) {
            add(month.slip(i));
        }
        flush();
        analyze();
    }

    /** Lets the record begin with a month: what was received before is as if it had come with its first moment. */
    public void receivedFrom(YearMonth month) {
        LocalDateTime start = month.atDay(1).atStartOfDay();
        database.update("update slip set received_at = ? where received_at < ?", start, start);
    }

    void load(List<SlipFacts> all) {
        all.forEach(this::add);
        flush();
        analyze();
    }

    /** A month comes in bit by bit, and PostgreSQL has long looked at what its plans depend on; H2 has no such plans. */
    private void analyze() {
        String product = database.execute(
                (Connection connection) -> connection.getMetaData().getDatabaseProductName());
        if (product.equals("PostgreSQL")) {
            database.execute("analyze slip, commitment, call_back, bill, used_material, fee_entry");
        }
    }

    /** Fills in what the months do not count, so that the slips can be opened and their bills be decided again. */
    public void complete() {
        database.update(
                """
        update slip set item_standard_hours = 1, item_labour_price = 40, item_in_price_list = true, item_emergency_by_nature = false,
          item_tools = '', item_materials = '', item_forced_entry = false, item_contractor_only = false
         where item_code is not null and item_standard_hours is null""");
        database.update(
                """
        update bill set rule_owner_share_percent = case when amount_owner_pays > 0 then 100 else 0 end, rule_service_charge = 10,
          rule_minimum_charge = 30, rule_reason = rule_payer_label
         where rule_service_charge is null""");
    }

    private void add(SlipFacts slip) {
        SlipFacts.Item item = slip.item();
        slips.add(new Object[] {
            slip.number(),
            slip.closedAt() == null ? "WORKING" : slip.cancelled() ? "CANCELLED" : "CLOSED",
            slip.receivedAt(),
            slip.office(),
            slip.channel().name(),
            slip.area().name(),
            slip.place(),
            PlaceName.of(slip.office(), slip.place()).key(),
            PlaceName.of(slip.office(), slip.place()).building(),
            slip.receivedAt(),
            item == null ? null : item.code(),
            item == null ? null : item.name(),
            item == null ? null : item.qualification(),
            slip.repairClass() == null ? null : slip.repairClass().name(),
            slip.hours(),
            slip.assessedCause(),
            slip.technician(),
            slip.foundCause(),
            slip.confirmedAt() != null,
            slip.confirmedAt(),
            slip.reworks(),
            slip.closedAt()
        });
        slip.clocks()
                .forEach(clock -> clocks.add(new Object[] {
                    slip.number(),
                    clock.kind().name(),
                    clock.clause(),
                    clock.startedAt(),
                    clock.dueAt(),
                    clock.endedAt() != null && clock.missed() ? clock.dueAt() : null,
                    clock.endedAt(),
                    clock.technician(),
                    clock.clerk(),
                    clock.withdrawn()
                }));
        slip.calls()
                .forEach(call -> calls.add(new Object[] {
                    slip.number(),
                    call.at(),
                    call.technician(),
                    call.reached(),
                    call.score(),
                    call.complaint(),
                    call.rework() ? "REWORK" : "CLOSE"
                }));
        slip.bills().forEach(one -> bill(slip, one));
        slip.entries().stream()
                .filter(entry -> entry.kind() != EntryKind.BILLED)
                .forEach(entry -> entries.add(
                        new Object[] {slip.number(), entry.kind().name(), entry.amount(), null, entry.at()}));
        if (slips.size() == AT_ONCE) {
            flush();
        }
    }

    private void bill(SlipFacts slip, SlipFacts.Bill one) {
        bill++;
        bills.add(new Object[] {
            bill,
            slip.number(),
            one.at(),
            one.payer(),
            one.payerLabel(),
            one.labour(),
            one.materialAmount(),
            one.service(),
            one.total(),
            one.ownerPays(),
            one.reviewed() ? one.ownerPays() : null,
            one.reviewed() ? one.at() : null
        });
        for (int i = 0; i < one.materials().size(); i++) {
            SlipFacts.Material material = one.materials().get(i);
            materials.add(new Object[] {bill, i, material.name(), material.quantity(), material.price()});
        }
        if (one.reviewed()) {
            BigDecimal charged = one == slip.bills().get(0) ? one.ownerPays() : BigDecimal.ZERO;
            LocalDateTime at = one.at();
            entries.add(new Object[] {slip.number(), EntryKind.BILLED.name(), charged, bill, at});
        }
    }

    private void flush() {
        insert(
                slips,
                """
        insert into slip (number, version, state, opened_at, opened_by, office, channel, area, reporter_name, reporter_phone, place,
          place_key, building,
          fault, received_at, emergency, forced_entry, loss_or_injury, under_warranty, office_fault, item_code, item_name,
          item_qualification, repair_class, urges, complaints, estimated_hours, assessed_cause, survey_needed, technician,
          found_cause, noise_or_smell, consent_valid, function_restored, site_cleared, confirmed, confirmed_at, reworks, closed_at)
        values (?, 0, ?, ?, 'clerk1', ?, ?, ?, '张三', '13800000000', ?, ?, nullif(?, ''), '坏了', ?, false, false, false, false, false, ?, ?, ?, ?, 0, 0,
          ?, ?, false, ?, ?, false, false, true, true, ?, ?, ?, ?)""");
        insert(
                clocks,
                """
        insert into commitment (version, slip_number, kind, clause, emergency, started_at, limit_seconds, warning_seconds,
          again_seconds, service_hours, due_at, missed_at, ended_at, technician, clerk, withdrawn)
        values (0, ?, ?, ?, false, ?, 300, 0, 0, false, ?, ?, ?, ?, ?, ?)""");
        insert(
                calls,
                """
        insert into call_back (slip_number, round, called_at, called_by, technician, reached, fixed, score, conduct_complaint, follow_up)
        values (?, 0, ?, 'clerk1', ?, ?, true, ?, ?, ?)""");
        insert(
                bills,
                """
        insert into bill (id, slip_number, recorded_at, recorded_by, rule_payer, rule_payer_label, amount_labour, amount_materials,
          amount_service_charge, amount_total, amount_owner_pays, reviewed_amount, reviewed_at)
        values (?, ?, ?, 'tech1', ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        insert(
                materials,
                "insert into used_material (bill, bill_key, name, quantity, unit_price) values (?, ?, ?, ?, ?)");
        insert(
                entries,
                """
        insert into fee_entry (slip_number, kind, amount, bill, recorded_at, recorded_by) values (?, ?, ?, ?, ?, 'clerk1')""");
    }

    private void insert(List<Object[]> rows, String sql) {
        if (!rows.isEmpty()) {
            database.batchUpdate(sql, rows);
            rows.clear();
        }
    }
}
