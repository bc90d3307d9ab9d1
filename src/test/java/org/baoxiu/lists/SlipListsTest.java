package org.baoxiu.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.baoxiu.board.Board;
import org.baoxiu.board.ClockState;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database filters, sorts and counts, told apart once more by going through every slip. */
@DomainTest
@DisplayName("维修单清单")
@Tag("long")
class SlipListsTest {

    private static final String OFFICE = "清单测试管理处";
    private static final int SLIPS = 400;

    @Autowired
    private SlipLists lists;

    @Autowired
    private Board board;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    /** As the tables have it, read without any condition but the office. */
    private record Row(
            String number,
            SlipState state,
            RepairClass repairClass,
            String technician,
            String placeOfSlip,
            Instant receivedAt,
            Instant closedAt) {

        boolean open() {
            return closedAt == null;
        }
    }

    private List<Row> all;
    private Map<String, OpenSlip> onTheBoard;
    private Set<String> helpedByTech1;

    @BeforeEach
    void slipsInEveryPosition() {
        clock.restart();
        new RandomSlips(database, OFFICE, LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault()), 11)
                .load(SLIPS);
        all = database.query(
                "select number, state, repair_class, technician, place, received_at, closed_at from slip where office = ?",
                (row, index) -> new Row(
                        row.getString(1),
                        SlipState.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : RepairClass.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        instant(row.getObject(6, LocalDateTime.class)),
                        instant(row.getObject(7, LocalDateTime.class))),
                OFFICE);
        onTheBoard = board.look().open().stream()
                .filter(slip -> slip.office().equals(OFFICE))
                .collect(Collectors.toMap(OpenSlip::number, Function.identity()));
        helpedByTech1 = new HashSet<>(
                database.queryForList("select slip_number from assignment where technician = 'tech1'", String.class));
    }

    private static Instant instant(LocalDateTime localOrNull) {
        return localOrNull == null
                ? null
                : localOrNull.atZone(ZoneId.systemDefault()).toInstant();
    }

    @Test
    @DisplayName("each promise is what the wall shows, and its count is as long as its list")
    void byPromise() {
        Map<ClockState, Long> counted = byPromise(filter().open());

        for (ClockState state : ClockState.values()) {
            List<String> expected = onTheBoard.values().stream()
                    .filter(slip -> slip.clockState() == state)
                    .map(OpenSlip::number)
                    .toList();
            assertThat(expected).as("%s is there", state).isNotEmpty();
            assertThat(numbers(filter().promise(state).open(), SlipOrder.NUMBER))
                    .as(state.name())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(counted).containsEntry(state, (long) expected.size());
            assertThat(lists.count(filter().promise(state).open())).isEqualTo(expected.size());
        }
        assertThat(byPromise(filter().promise(ClockState.PAUSED).open())).isEqualTo(counted);
    }

    @Test
    @DisplayName("a line has the promise that the wall shows")
    void promisesOfLines() {
        lists.lines(filter().open(), SlipOrder.NUMBER, false, 0, SLIPS).forEach(line -> assertThat(line.clock())
                .isEqualTo(onTheBoard.get(line.number()).clock()));
    }

    @Test
    @DisplayName("every filter gives what goes through it, and no other")
    void filters() {
        Instant before = clock.instant().minus(Duration.ofDays(7));
        expect(filter().open(), Row::open);
        expect(filter().state(SlipState.WORKING).open(), row -> row.open() && row.state() == SlipState.WORKING);
        expect(filter().technician("tech2").open(), row -> row.open() && "tech2".equals(row.technician()));
        expect(filter().technician(SlipFilter.NOBODY).open(), row -> row.open() && row.technician() == null);
        expect(
                filter().repairClass(RepairClass.IMPORTANT).open(),
                row -> row.open() && row.repairClass() == RepairClass.IMPORTANT);
        expect(
                filter().receivedBefore(before).open(),
                row -> row.open() && !row.receivedAt().isAfter(before));
        expect(
                filter().technician("tech3").promise(ClockState.OVERDUE).open(),
                row -> row.open()
                        && "tech3".equals(row.technician())
                        && onTheBoard.get(row.number()).clockState() == ClockState.OVERDUE);
        expect(filter().ended(null, null), row -> !row.open());
        Instant from = clock.instant().minus(Duration.ofDays(20));
        Instant until = clock.instant().minus(Duration.ofDays(5));
        expect(
                filter().ended(from, until),
                row -> !row.open()
                        && !row.closedAt().isBefore(from)
                        && row.closedAt().isBefore(until));
    }

    @Test
    @DisplayName("a technician gets those that he has or had something to do with, open and ended")
    void onlyOf() {
        Predicate<Row> own = row -> "tech1".equals(row.technician()) || helpedByTech1.contains(row.number());
        assertThat(all).anyMatch(row -> helpedByTech1.contains(row.number()) && !"tech1".equals(row.technician()));

        expect(filter().onlyOf("tech1").open(), own.and(Row::open));
        expect(filter().onlyOf("tech1").ended(null, null), own.and(row -> !row.open()));
        assertThat(byPromise(filter().onlyOf("tech1").open()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(all.stream().filter(own.and(Row::open)).count());
    }

    @ParameterizedTest
    @EnumSource(SlipOrder.class)
    @DisplayName("pages one after the other are the whole list in its order, each slip once")
    void pages(SlipOrder order) {
        SlipFilter filter = order == SlipOrder.CLOSED ? filter().ended(null, null) : filter().open();
        for (boolean descending : List.of(false, true)) {
            List<String> paged = new ArrayList<>();
            int pages = lists.page(filter, order, descending, 1, 7).pages();
            for (int page = 1; page <= pages; page++) {
                lists.page(filter, order, descending, page, 7).lines().forEach(line -> paged.add(line.number()));
            }
            assertThat(lists.page(filter, order, descending, pages + 3, 7))
                    .as("behind the last page the last")
                    .isEqualTo(lists.page(filter, order, descending, pages, 7));
            assertThat(paged).doesNotHaveDuplicates().hasSize((int) lists.count(filter));
            List<String> whole = numbers(filter, order, descending);
            assertThat(paged).containsExactlyElementsOf(whole);
            List<String> streamed = new ArrayList<>();
            lists.each(filter, order, descending, SLIPS, line -> streamed.add(line.number()));
            assertThat(streamed).containsExactlyElementsOf(whole);
        }
    }

    @Test
    @DisplayName("the most urgent first: by due time, then what is paused, then what has no promise")
    void mostUrgentFirst() {
        List<SlipLine> lines = lists.lines(filter().open(), SlipOrder.PROMISE, false, 0, SLIPS);

        assertThat(lines).isSortedAccordingTo(Comparator.comparing(SlipListsTest::group));
        assertThat(lines.stream().filter(line -> group(line) == 0).toList())
                .isSortedAccordingTo(
                        Comparator.comparing(line -> line.clock().orElseThrow().left()));
    }

    private static int group(SlipLine line) {
        return line.clock()
                .map(clock -> clock.state() == ClockState.PAUSED ? 1 : 0)
                .orElse(2);
    }

    @Test
    @DisplayName("sorted by the order of the procedure, not of the letters")
    void byState() {
        assertThat(lists.lines(filter().open(), SlipOrder.STATE, false, 0, SLIPS))
                .isSortedAccordingTo(Comparator.comparing(SlipLine::state));
        assertThat(lists.lines(filter().ended(null, null), SlipOrder.CLOSED, true, 0, SLIPS))
                .isSortedAccordingTo(Comparator.comparing(SlipLine::closedAt).reversed());
    }

    private Map<ClockState, Long> byPromise(SlipFilter filter) {
        return lists.page(filter, SlipOrder.PROMISE, false, 1, 1).byPromise();
    }

    private void expect(SlipFilter filter, Predicate<Row> rule) {
        List<String> expected = all.stream().filter(rule).map(Row::number).toList();
        assertThat(expected).as("something goes through %s", filter).isNotEmpty();
        assertThat(numbers(filter, SlipOrder.NUMBER))
                .containsExactlyElementsOf(expected.stream().sorted().toList());
        assertThat(lists.count(filter)).isEqualTo(expected.size());
        assertThat(lists.page(filter, SlipOrder.NUMBER, false, 1, 1).total()).isEqualTo(expected.size());
    }

    private List<String> numbers(SlipFilter filter, SlipOrder order) {
        return numbers(filter, order, false);
    }

    private List<String> numbers(SlipFilter filter, SlipOrder order, boolean descending) {
        return lists.lines(filter, order, descending, 0, SLIPS).stream()
                .map(SlipLine::number)
                .toList();
    }

    private static Asked filter() {
        return new Asked();
    }

    /** Builds a filter for the slips of this test. */
    private static final class Asked {

        private SlipState state;
        private String technician;
        private RepairClass repairClass;
        private ClockState promise;
        private Instant receivedBefore;
        private String onlyOf;

        Asked state(SlipState value) {
            state = value;
            return this;
        }

        Asked technician(String value) {
            technician = value;
            return this;
        }

        Asked repairClass(RepairClass value) {
            repairClass = value;
            return this;
        }

        Asked promise(ClockState value) {
            promise = value;
            return this;
        }

        Asked receivedBefore(Instant value) {
            receivedBefore = value;
            return this;
        }

        Asked onlyOf(String value) {
            onlyOf = value;
            return this;
        }

        SlipFilter open() {
            return of(false, null, null);
        }

        SlipFilter ended(Instant from, Instant until) {
            return of(true, from, until);
        }

        private SlipFilter of(boolean ended, Instant from, Instant until) {
            return new SlipFilter(
                    ended,
                    OFFICE,
                    state,
                    technician,
                    repairClass,
                    promise,
                    receivedBefore,
                    from,
                    until,
                    onlyOf,
                    OfficeScope.COMPANY);
        }
    }
}
