package org.baoxiu.audit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.audit.AuditTrail.Period;
import org.baoxiu.audit.TodayFigure.Clauses;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads what an event log tells, within the transaction of whoever asks; what is read has to be closed. A place is known by the first slip that
 * there was about it, which says nothing to anybody outside.
 */
@Component
class LoggedRecords {

    /** Lines that the database hands over at a time. */
    private static final int FETCHED = 1_000;

    private static final String CHOSEN = " where " + Clauses.OF_PERIOD + " and " + Clauses.REPAIR + " %s ";

    private static final String PLACES =
            " left join (select office, place_key, min(number) as number from slip where place_key is not null"
                    + " group by office, place_key) p on p.office = s.office and p.place_key = s.place_key";

    private static final String SLIPS =
            """
            select s.number, s.office, s.channel, s.area, s.repair_class, s.item_name, s.emergency, s.state, s.reworks, s.final_amount,
                   s.received_at, s.closed_at, s.building, coalesce(p.number, s.number) as place
              from slip s"""
                    + PLACES + CHOSEN + "order by s.received_at, s.number";

    private static final String PLACES_OF_SLIPS =
            "select coalesce(p.number, s.number) as place, max(s.office) as office, max(s.building) as building from slip s"
                    + PLACES + CHOSEN + "group by coalesce(p.number, s.number) order by 1";

    /** The engine knows whose task it was and whether it was interrupted, until its history is cleared away. */
    private static final String EVENTS =
            """
            select * from (select s.received_at, t.slip_number, t.ended_at as happened, cast(0 as bigint) as entry, t.activity, t.element,
                     a.ACT_NAME_ as written, a.ACT_TYPE_ as of_type, t.started_at,
                     case when a.ACT_INST_STATE_ = 2 then 1 else 0 end as aborted,
                     case when a.ID_ is null then t.technician else a.ASSIGNEE_ end as person, t.limit_seconds,
                     cast(null as varchar(40)) as by_owner
                from element_time t join slip s on s.number = t.slip_number left join ACT_HI_ACTINST a on a.ID_ = t.activity"""
                    + CHOSEN
                    + """
            union all
              select received_at, slip_number, occurred_at, id, null, null, null, null, null, 0, null, null, by_owner
                from (select s.received_at, h.slip_number, h.occurred_at, h.id,\s"""
                    + OwnerEvent.sql() + " as by_owner from history_entry h join slip s on s.number = h.slip_number"
                    + CHOSEN
                    + """
            ) said where by_owner is not null) events
             order by received_at, slip_number, happened, entry, started_at desc, activity""";

    private static final String MONEY =
            """
            select slip_number, id, what, happened, person, amount, bill
              from (select b.slip_number, b.id, '开出账单' as what, b.recorded_at as happened, b.recorded_by as person,
                     b.amount_owner_pays as amount, b.id as bill from bill b join slip s on s.number = b.slip_number"""
                    + CHOSEN
                    + """
            union all
              select b.slip_number, b.id, '审核账单', b.reviewed_at, b.reviewed_by, b.reviewed_amount, b.id
                from bill b join slip s on s.number = b.slip_number"""
                    + CHOSEN
                    + """
            and b.reviewed_at is not null
            union all
              select f.slip_number, f.id, case f.kind when 'PAYMENT' then '收款' when 'WAIVER' then '减免' else '退款' end, f.recorded_at,
                     f.recorded_by, f.amount, null from fee_entry f join slip s on s.number = f.slip_number"""
                    + CHOSEN
                    + """
            and f.kind <> 'BILLED') money
             order by happened, slip_number, what, id""";

    private static final String BILLS =
            """
            select b.id, b.slip_number, b.recorded_at, b.reviewed_at, b.amount_owner_pays, b.reviewed_amount
              from bill b join slip s on s.number = b.slip_number"""
                    + CHOSEN + "order by b.id";

    /** @param bill its id; null for what is about the whole slip */
    record Money(
            String slip,
            String id,
            String name,
            Instant at,
            String person,
            @Nullable BigDecimal amount,
            @Nullable Long bill) {}

    /** Amounts in yuan; null until they are decided. */
    record Bill(
            long id,
            String slip,
            Instant recorded,
            @Nullable Instant reviewed,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal reviewedAmount) {}

    /** @param firstSlip by which it is known */
    record Place(String firstSlip, String office, @Nullable String building) {}

    private final NamedParameterJdbcTemplate database;

    LoggedRecords(JdbcTemplate plain) {
        JdbcTemplate streaming = new JdbcTemplate(plain.getDataSource());
        streaming.setFetchSize(FETCHED);
        this.database = new NamedParameterJdbcTemplate(streaming);
    }

    /** By when they were received. */
    Stream<LoggedSlip> slips(Period period) {
        return asked(SLIPS, period, LoggedRecords::slip);
    }

    /** Slip by slip in the order of {@link #slips}, and of each in the order in which they happened; what ends a step before the step. */
    Stream<LoggedEvent> events(Period period, NamedElements elements) {
        return asked(EVENTS, period, (row, index) -> event(row, elements));
    }

    Stream<Money> money(Period period) {
        return asked(MONEY, period, LoggedRecords::money);
    }

    Stream<Bill> bills(Period period) {
        return asked(
                BILLS,
                period,
                (row, index) -> new Bill(
                        row.getLong("id"),
                        row.getString("slip_number"),
                        LocalTimes.instant(row, "recorded_at"),
                        LocalTimes.instantOrNull(row, "reviewed_at"),
                        row.getBigDecimal("amount_owner_pays"),
                        row.getBigDecimal("reviewed_amount")));
    }

    Stream<Place> places(Period period) {
        return asked(
                PLACES_OF_SLIPS,
                period,
                (row, index) -> new Place(row.getString("place"), row.getString("office"), row.getString("building")));
    }

    /** By login name; of several the first in the order of the groups. */
    Map<String, OfficeGroup> roles() {
        Map<String, OfficeGroup> groups = new HashMap<>();
        Arrays.stream(OfficeGroup.values()).forEach(group -> groups.put(group.id(), group));
        Map<String, OfficeGroup> roles = new HashMap<>();
        database.query(
                "select USER_ID_ as person, GROUP_ID_ as role from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:groups)",
                Map.of("groups", groups.keySet()),
                row -> {
                    String person = row.getString("person");
                    Optional.ofNullable(groups.get(row.getString("role")))
                            .ifPresent(group ->
                                    roles.merge(person, group, (one, other) -> one.compareTo(other) < 0 ? one : other));
                });
        return roles;
    }

    private <T> Stream<T> asked(String sql, Period period, RowMapper<T> row) {
        Map<String, Object> values = new HashMap<>(
                Map.of("from", LocalTimes.local(period.from()), "until", LocalTimes.local(period.until())));
        if (!period.offices().isEmpty()) {
            values.put("offices", period.offices());
        }
        String offices = period.offices().isEmpty() ? "" : "and s.office in (:offices)";
        return database.queryForStream(sql.replace(" %s ", " " + offices + " "), values, row);
    }

    private static LoggedSlip slip(ResultSet row, int index) throws SQLException {
        String repairClass = row.getString("repair_class");
        return new LoggedSlip(
                row.getString("number"),
                row.getString("office"),
                Channel.valueOf(row.getString("channel")),
                Area.valueOf(row.getString("area")),
                repairClass == null ? null : RepairClass.valueOf(repairClass),
                row.getString("item_name"),
                row.getBoolean("emergency"),
                SlipState.valueOf(row.getString("state")),
                row.getLong("reworks"),
                row.getBigDecimal("final_amount"),
                LocalTimes.instant(row, "received_at"),
                LocalTimes.instantOrNull(row, "closed_at"),
                row.getString("building"),
                row.getString("place"));
    }

    private static LoggedEvent event(ResultSet row, NamedElements elements) throws SQLException {
        String slip = row.getString("slip_number");
        Instant happened = LocalTimes.instant(row, "happened");
        String byOwner = row.getString("by_owner");
        if (byOwner != null) {
            return new LoggedEvent(
                    slip,
                    "经过 " + row.getLong("entry"),
                    OwnerEvent.valueOf(byOwner).label(),
                    Person.OWNER,
                    null,
                    null,
                    null,
                    happened,
                    false,
                    Person.OWNER,
                    null);
        }
        String element = row.getString("element");
        return new LoggedEvent(
                slip,
                "环节 " + row.getString("activity"),
                elements.name(element, row.getString("written")),
                elements.kind(element, row.getString("of_type")),
                element,
                elements.step(element),
                LocalTimes.instant(row, "started_at"),
                happened,
                row.getInt("aborted") == 1,
                row.getString("person"),
                row.getObject("limit_seconds", Long.class));
    }

    private static Money money(ResultSet row, int index) throws SQLException {
        String name = row.getString("what");
        return new Money(
                row.getString("slip_number"),
                name + " " + row.getLong("id"),
                name,
                LocalTimes.instant(row, "happened"),
                row.getString("person"),
                row.getBigDecimal("amount"),
                row.getObject("bill", Long.class));
    }
}
