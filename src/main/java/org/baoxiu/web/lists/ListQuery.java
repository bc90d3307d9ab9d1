package org.baoxiu.web.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.board.ClockState;
import org.baoxiu.lists.SlipFilter;
import org.baoxiu.lists.SlipOrder;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A list as somebody asks for it by an address, which can be bookmarked: filter, order, columns and page. What is null or 0 does not
 * matter.
 *
 * @param ended      the slips that have ended from {@code from} to {@code until}, both included; otherwise those that are open
 * @param recent     whether the period is the usual one, the last 30 days: its address names no days, so that a bookmark moves on
 * @param technician login name, {@link SlipFilter#NOBODY} for nobody's slips
 * @param days       received at least so many days ago
 * @param columns    in the order of the enumeration, the number always among them
 * @param page       counted from 1
 */
record ListQuery(
        boolean ended,
        @Nullable String office,
        @Nullable SlipState state,
        @Nullable String technician,
        @Nullable RepairClass repairClass,
        @Nullable ClockState promise,
        int days,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean recent,
        SlipOrder order,
        boolean descending,
        List<ListColumn> columns,
        int page) {

    static final String ENDED = "ended";
    static final String OPEN = "open";
    private static final int PERIOD = 30;
    private static final int OLDEST = 3_650;
    private static final int LAST_PAGE = 100_000;

    /** @throws Rejection for what cannot be read */
    static ListQuery of(MultiValueMap<String, String> words, Clock clock) {
        TypedList typed = new TypedList(words);
        boolean ended = typed.text("slips").filter(ENDED::equals).isPresent();
        LocalDate today = LocalDate.now(clock);
        LocalDate until = typed.day("until", "结束日期到", today).orElse(today);
        LocalDate from = typed.day("from", "结束日期从", today).orElse(until.minusDays(PERIOD));
        if (ended && from.isAfter(until)) {
            throw Rejection.invalid("结束日期要从前到后：“从”不能晚于“到”，请改正。");
        }
        List<ListColumn> chosen = typed.choices("columns", "列", ListColumn.class).stream()
                .filter(column -> column.in(ended))
                .toList();
        return new ListQuery(
                ended,
                typed.text("office").orElse(null),
                typed.choice("state", "步骤", SlipState.class).orElse(null),
                typed.text("technician").orElse(null),
                typed.choice("class", "类别", RepairClass.class).orElse(null),
                ended ? null : typed.choice("promise", "时限", ClockState.class).orElse(null),
                ended ? 0 : typed.number("days", "已过天数", OLDEST).orElse(0),
                ended ? from : null,
                ended ? until : null,
                from.equals(today.minusDays(PERIOD)) && until.equals(today),
                typed.choice("sort", "排序", SlipOrder.class)
                        .filter(order -> order != SlipOrder.PROMISE || !ended)
                        .orElse(usualOrder(ended)),
                typed.text("sort").isPresent()
                        ? typed.text("down").filter("1"::equals).isPresent()
                        : ended,
                chosen.isEmpty()
                        ? ListColumn.usual(ended)
                        : Stream.concat(
                                        Stream.of(ListColumn.NUMBER),
                                        chosen.stream().filter(column -> column != ListColumn.NUMBER))
                                .toList(),
                typed.number("page", "页", LAST_PAGE).orElse(1));
    }

    private static SlipOrder usualOrder(boolean ended) {
        return ended ? SlipOrder.CLOSED : SlipOrder.PROMISE;
    }

    /** @param onlyOf see {@link SlipFilter}, as for {@code scope} */
    SlipFilter filter(Clock clock, @Nullable String onlyOf, OfficeScope scope) {
        return new SlipFilter(
                ended,
                office,
                state,
                technician,
                repairClass,
                promise,
                days == 0 ? null : clock.instant().minus(Duration.ofDays(days)),
                start(from, clock),
                until == null ? null : start(until.plusDays(1), clock),
                onlyOf,
                scope);
    }

    private static @Nullable Instant start(@Nullable LocalDate dayOrNull, Clock clock) {
        return dayOrNull == null
                ? null
                : dayOrNull.atStartOfDay(clock.getZone()).toInstant();
    }

    ListQuery onPage(int other) {
        return with(promise, order, descending, other);
    }

    ListQuery ofPromise(@Nullable ClockState other) {
        return with(other, order, descending, 1);
    }

    /** By that, and the other way round if it is already. */
    ListQuery sortedBy(SlipOrder other) {
        return with(promise, other, other == order && !descending, 1);
    }

    private ListQuery with(@Nullable ClockState otherPromise, SlipOrder otherOrder, boolean otherWay, int otherPage) {
        return new ListQuery(
                ended,
                office,
                state,
                technician,
                repairClass,
                otherPromise,
                days,
                from,
                until,
                recent,
                otherOrder,
                otherWay,
                columns,
                otherPage);
    }

    /** The words of its address, without what goes without saying. */
    public String words() {
        boolean usualOrder = order == usualOrder(ended) && descending == ended;
        return new TypedList.Writer()
                .say("slips", ended ? ENDED : OPEN)
                .say("office", office)
                .say("state", state)
                .say("technician", technician)
                .say("class", repairClass)
                .say("promise", promise)
                .say("days", days == 0 ? null : days)
                .say("from", recent ? null : from)
                .say("until", recent ? null : until)
                .say("sort", usualOrder ? null : order)
                .say("down", !usualOrder && descending ? 1 : null)
                .say("columns", columns.equals(ListColumn.usual(ended)) ? List.of() : columns)
                .say("page", page == 1 ? null : page)
                .text();
    }
}
