package org.baoxiu.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.board.Board;
import org.baoxiu.board.ClockState;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of slips. The database filters, sorts, counts and pages; only what is shown is read, and its promise comes from the board, so
 * that a list and the wall say the same.
 */
@Service
@Transactional(readOnly = true)
public class SlipLists {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final Board board;
    private final Clock clock;

    SlipLists(JdbcClient database, Board board, Clock clock) {
        this.database = database;
        this.board = board;
        this.clock = clock;
    }

    /** A page, with how many slips there are in all; behind the last page the last. */
    public SlipPage page(SlipFilter filter, SlipOrder order, boolean descending, int page, int most) {
        SlipPage found = filter.ended()
                ? new SlipPage(
                        Map.of(),
                        count(filter),
                        page,
                        most,
                        lines(filter, order, descending, SlipPage.first(page, most), most))
                : openPage(filter, order, descending, page, most);
        return found.page() > found.pages() ? page(filter, order, descending, found.pages(), most) : found;
    }

    private SlipPage openPage(SlipFilter filter, SlipOrder order, boolean descending, int page, int most) {
        Selection selection = new Selection(filter, clock.instant());
        Map<ClockState, Long> byPromise = new EnumMap<>(ClockState.class);
        for (ClockState state : ClockState.values()) {
            byPromise.put(state, 0L);
        }
        SortedMap<Long, String> numbers = new TreeMap<>();
        database.sql(selection.page(order, descending))
                .params(selection.parameters())
                .param("offset", SlipPage.first(page, most))
                .param("most", most)
                .query(row -> {
                    long place = row.getLong("place");
                    if (place > 0) {
                        numbers.put(place, row.getString("what"));
                    } else {
                        byPromise.put(ClockState.valueOf(row.getString("what")), row.getLong("slips"));
                    }
                });
        long total = byPromise.entrySet().stream()
                .filter(count -> filter.promise() == null || filter.promise() == count.getKey())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new SlipPage(byPromise, total, page, most, of(List.copyOf(numbers.values())));
    }

    public long count(SlipFilter filter) {
        Selection selection = new Selection(filter, clock.instant());
        return database.sql(selection.count())
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    /** @param from the first line, counted from 0 */
    public List<SlipLine> lines(SlipFilter filter, SlipOrder order, boolean descending, long from, int most) {
        return of(numbers(filter, order, descending, from, most));
    }

    /** Hands over all lines but those beyond {@code most}, without keeping them in memory. */
    public void each(SlipFilter filter, SlipOrder order, boolean descending, int most, Consumer<SlipLine> line) {
        List<String> numbers = numbers(filter, order, descending, 0, most);
        for (int at = 0; at < numbers.size(); at += AT_ONCE) {
            of(numbers.subList(at, Math.min(at + AT_ONCE, numbers.size()))).forEach(line);
        }
    }

    private List<String> numbers(SlipFilter filter, SlipOrder order, boolean descending, long from, int most) {
        Selection selection = new Selection(filter, clock.instant());
        return database.sql(selection.numbers(order, descending))
                .params(selection.parameters())
                .param("offset", from)
                .param("most", most)
                .query((row, index) -> row.getString("number"))
                .list();
    }

    /** Those slips, in the order of their numbers as given; what there is none of is left out. */
    public List<SlipLine> of(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, SlipLine> known = withClocks(database.sql(Selection.LINE + " where s.number in (:numbers)")
                        .param("numbers", numbers)
                        .query(SlipLists::line)
                        .list())
                .stream()
                .collect(Collectors.toMap(SlipLine::number, Function.identity()));
        return numbers.stream()
                .distinct()
                .flatMap(number -> Optional.ofNullable(known.get(number)).stream())
                .toList();
    }

    /** Of all offices. */
    public List<String> technicians(boolean ended) {
        return technicians(ended, OfficeScope.COMPANY);
    }

    /** Login names of those who have slips of some offices that are open, or had slips that have ended. */
    public List<String> technicians(boolean ended, OfficeScope scope) {
        return database.sql("select distinct technician from slip where technician is not null and closed_at is "
                        + (ended ? "not null" : "null")
                        + " and " + scope.condition("office"))
                .param("offices", scope.parameter())
                .query(String.class)
                .list();
    }

    private List<SlipLine> withClocks(List<SlipLine> lines) {
        Map<String, OpenSlip> open = board
                .open(lines.stream().map(SlipLine::number).toList())
                .stream()
                .collect(Collectors.toMap(OpenSlip::number, Function.identity()));
        return lines.stream()
                .map(line -> Optional.ofNullable(open.get(line.number()))
                        .map(slip -> with(line, slip))
                        .orElse(line))
                .toList();
    }

    private static SlipLine with(SlipLine line, OpenSlip slip) {
        return new SlipLine(
                line.number(),
                line.state(),
                line.office(),
                line.place(),
                line.fault(),
                line.item(),
                line.repairClass(),
                line.emergency(),
                line.technician(),
                line.receivedAt(),
                line.closedAt(),
                line.urges(),
                line.complaints(),
                line.reporterName(),
                line.reporterPhone(),
                slip.clock());
    }

    private static SlipLine line(ResultSet row, int index) throws SQLException {
        String repairClass = row.getString("repair_class");
        return new SlipLine(
                row.getString("number"),
                SlipState.valueOf(row.getString("state")),
                row.getString("office"),
                row.getString("place"),
                row.getString("fault"),
                row.getString("item_name"),
                repairClass == null ? null : RepairClass.valueOf(repairClass),
                row.getBoolean("emergency"),
                row.getString("technician"),
                LocalTimes.instant(row, "received_at"),
                LocalTimes.instantOrNull(row, "closed_at"),
                row.getInt("urges"),
                row.getInt("complaints"),
                row.getString("reporter_name"),
                row.getString("reporter_phone"),
                Optional.empty());
    }
}
