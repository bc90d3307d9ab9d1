package org.baoxiu.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.shared.LocalTimes;
import org.jspecify.annotations.Nullable;

/** A filter as the database understands it. */
final class Selection {

    /** All that a line shows, before the conditions. */
    static final String LINE =
            """
      select s.number, s.state, s.office, s.place, s.fault, s.item_name, s.repair_class, s.emergency, s.technician, s.received_at,
             s.closed_at, s.urges, s.complaints, s.reporter_name, s.reporter_phone
        from slip s""";

    private static final String PAGE = " offset :offset rows fetch next :most rows only";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final @Nullable String promise;

    Selection(SlipFilter filter, Instant now) {
        promise = filter.promise() == null || filter.ended()
                ? null
                : filter.promise().name();
        parameters.put("now", LocalTimes.local(now));
        conditions.add(filter.ended() ? "s.closed_at is not null" : "s.closed_at is null");
        add("s.office = :office", "office", filter.office());
        add(
                filter.scope().condition("s.office"),
                "offices",
                filter.scope().company() ? null : filter.scope().parameter());
        add("s.state = :state", "state", filter.state());
        add("s.repair_class = :class", "class", filter.repairClass());
        if (SlipFilter.NOBODY.equals(filter.technician())) {
            conditions.add("s.technician is null");
        } else {
            add("s.technician = :technician", "technician", filter.technician());
        }
        if (filter.ended()) {
            add("s.closed_at >= :from", "from", filter.from());
            add("s.closed_at < :until", "until", filter.until());
        } else {
            add("s.received_at <= :before", "before", filter.receivedBefore());
            parameters.put("promise", promise);
        }
        add(
                "(s.technician = :onlyOf or s.number in (select a.slip_number from assignment a where a.technician = :onlyOf))",
                "onlyOf",
                filter.onlyOf());
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        conditions.add(condition);
        parameters.put(
                name,
                value instanceof Enum<?> code
                        ? code.name()
                        : value instanceof Instant time ? LocalTimes.local(time) : value);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * How many there are by their promise, whatever promise is asked for, and the numbers of one page with their places: one look at
     * what all open slips owe tells both. Only a line of a page has a {@code place} above 0.
     */
    String page(SlipOrder order, boolean descending) {
        String sorted = order.byColumns(descending);
        return "with standing as (select s.number, s.promise, " + order.columns() + " from "
                + OwedPromise.table(where())
                + ") select 0 as place, promise as what, count(*) as slips from standing group by promise"
                + " union all select row_number() over (order by " + sorted
                + "), number, 0 from (select * from standing"
                + (promise == null ? "" : " where promise = :promise") + " order by " + sorted + PAGE + ") shown";
    }

    String count() {
        return "select count(*) from " + slips(promise != null);
    }

    String numbers(SlipOrder order, boolean descending) {
        return "select s.number from " + slips(promise != null || order == SlipOrder.PROMISE) + " order by "
                + order.sql(descending) + PAGE;
    }

    private String slips(boolean byPromise) {
        return byPromise
                ? OwedPromise.table(where()) + (promise == null ? "" : " where s.promise = :promise")
                : "slip s" + where();
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }
}
