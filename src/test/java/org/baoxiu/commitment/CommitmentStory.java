package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.technician;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Accidents;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Registration;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The story of a slip whose clocks follow it, by the limits of the procedure. Every step of a story has a minute of its own, counted from
 * 09:00, so that a clock that listens to the wrong step shows.
 */
abstract class CommitmentStory {

    static final Person TECHNICIAN = technician("tech1");
    static final long DAY = 24 * 60;

    @Autowired
    Slips slips;

    @Autowired
    Accidents accidents;

    @Autowired
    TestClock clock;

    final OnDesk clerks = new OnDesk();
    Instant outsider;
    CommitmentRepository repository;
    Commitments commitments;
    Instant nine;
    String number;

    /** Who acts, and who has taken on what waits. */
    static final class OnDesk implements Clerks {
        Person acting = Person.system();
        String taken;

        @Override
        public Person acting() {
            return acting;
        }

        @Override
        public Optional<String> havingTaken(Commitment commitment) {
            return Optional.ofNullable(taken);
        }
    }

    @BeforeEach
    void nineOClock(@Autowired JdbcClient database) {
        repository = new CommitmentRepository(database, nobody -> {});
        commitments = promising(false, ServiceCalendar.aroundTheClock(clock.getZone()));
        clock.restart();
        nine = clock.instant();
    }

    /** The limits of the procedure; around the clock, or in service hours. */
    Commitments promising(boolean serviceHours, ServiceCalendar calendar) {
        return new Commitments(
                repository,
                new LoadedCommitments(),
                slips,
                limits(serviceHours),
                clerks,
                slip -> Optional.ofNullable(outsider),
                calendar,
                clock);
    }

    static Limits limits(boolean serviceHours) {
        return (kind, repairClass, emergency) -> switch (kind) {
            case REGISTRATION, NOTIFICATION -> limit(3, 0, 0, serviceHours);
            case ARRIVAL -> limit(emergency ? 5 : 15, 0, 0, serviceHours);
            case REPAIR -> repairClass == RepairClass.DAILY ? limit(30, 0, 0, serviceHours) : Optional.empty();
            case DEFERRAL_CALL, PROMISED_TIME -> limit(30, 0, 0, serviceHours);
            case RESULT_REPORT -> limit(10, 0, 0, serviceHours);
            case IMPORTANT_REPAIR -> limit(2 * DAY, 4 * 60, 0, serviceHours);
            case FIRST_ANSWER, ONE_DAY -> limit(DAY, 0, 0, serviceHours);
            case TWO_WEEKS -> limit(14 * DAY, 0, 0, serviceHours);
            case ACCIDENT_ANSWER -> limit(2 * DAY, 0, DAY, serviceHours);
            case ACCIDENT_SOLUTION -> limit(10 * DAY, 0, DAY, serviceHours);
            case VERIFICATION ->
                Optional.of(new Limit(Duration.ZERO, 25, Duration.ZERO, Duration.ZERO, false, "4.5.1"));
            case CONTRACTOR_ARRIVAL -> limit(0, 0, 0, false);
            case MONTH_HAND_OVER, ADDED_STEP -> Optional.empty();
        };
    }

    static Optional<Limit> limit(long minutes, long warning, long again, boolean serviceHours) {
        return Optional.of(new Limit(
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(warning),
                Duration.ofMinutes(again),
                serviceHours,
                "4.6"));
    }

    // what happens to the slip

    /** Received at 08:58 and entered at 09:00, as a letter may be, or as long after as the story is. */
    void opens(Area area) {
        number = slips.open(report(area, clock.instant().minus(Duration.ofMinutes(2))), CLERK)
                .number();
        commitments.follow(number);
    }

    static Report report(Area area, Instant received) {
        return new Report("一号管理处", Channel.LETTER, area, "张三", "13800000000", "1 栋 101", "水龙头漏水", received);
    }

    void notified() {
        opens(Area.INSIDE);
        long start = Duration.between(nine, clock.instant()).toMinutes();
        at(start + 1, () -> register(registration(null, false, false)));
        at(start + 3, () -> slips.notifyTeam(number));
    }

    void working() {
        notified();
        at(5, this::pickUp);
        at(8, this::arrive);
        startsWork(12);
    }

    void startsWork(long minute) {
        at(minute - 2, () -> change(slip -> slip.quoting().quote("垫圈老化", false, false, false)));
        at(
                minute - 1,
                () -> change(slip -> {
                    slip.quoting().quotedAt(new BigDecimal("130.00"));
                    slip.quoting().consent();
                }));
        at(minute, () -> slips.startWork(number));
    }

    static Registration registration(Instant wanted, boolean emergency, boolean forcedEntry) {
        return SlipStory.registration("PL-01", wanted, emergency, forcedEntry, false, false, false, null);
    }

    void register(Registration registration) {
        slips.register(number, registration, CLERK);
        slips.useItem(number, item(false));
        classify(RepairClass.DAILY);
    }

    static CatalogueItem item(boolean emergency) {
        return item(emergency, false);
    }

    static CatalogueItem item(boolean emergency, boolean forcedEntry) {
        CatalogueItem listed = SlipStory.listed("plumbing");
        return new CatalogueItem(
                listed.code(),
                listed.name(),
                listed.qualification(),
                listed.standardHours(),
                listed.labourPrice(),
                listed.inPriceList(),
                emergency,
                listed.tools(),
                listed.materials(),
                null,
                forcedEntry,
                false);
    }

    void classify(RepairClass repairClass) {
        slips.classify(number, new Classification(repairClass, "customerServiceLead", "规则", "4.2"));
    }

    void pickUp() {
        change(slip -> slip.dispatching().pickUp("tech1", clock.instant()));
    }

    void arrive() {
        change(slip -> slip.dispatching().arrive(clock.instant()));
    }

    void finish() {
        SlipStory.finish(slips, number, "tech1");
    }

    void accept() {
        slips.accept(number, new Signatory("张三", false), TECHNICIAN);
    }

    void nothing() {}

    void change(Consumer<Slip> step) {
        slips.change(number, TECHNICIAN, 4, "4.6", "一步", step);
    }

    /** A step that the clocks follow. */
    void at(long minute, Runnable step) {
        until(minute);
        step.run();
        commitments.follow(number);
        assertKept();
    }

    /** Whatever the clocks have become is in their tables. */
    void assertKept() {
        assertThat(repository.of(number))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(commitments.of(number));
    }

    void until(long minute) {
        clock.advance(Duration.between(clock.instant(), minute(minute)));
    }

    // what the record says

    Instant minute(long minute) {
        return nine.plus(Duration.ofMinutes(minute));
    }

    void is(CommitmentKind kind, long started, long due, Long ended) {
        assertThat(minutes(clock(kind)))
                .as("minutes of start, due time and end of %s", kind)
                .containsExactly(started, due, ended);
    }

    void is(CommitmentKind kind, long started, long due, long ended) {
        is(kind, started, due, (Long) ended);
    }

    List<Long> minutes(Commitment clock) {
        return Arrays.asList(minuteOf(clock.startedAt()), minuteOf(clock.dueAt()), minuteOf(clock.endedAt()));
    }

    Long minuteOf(Instant timeOrNull) {
        return timeOrNull == null ? null : Duration.between(nine, timeOrNull).toMinutes();
    }

    Commitment clock(CommitmentKind kind) {
        return all(kind).stream().reduce((earlier, later) -> later).orElseThrow();
    }

    List<Commitment> all(CommitmentKind kind) {
        return commitments.of(number).stream()
                .filter(clock -> clock.kind() == kind)
                .toList();
    }

    Set<CommitmentKind> kinds() {
        return commitments.of(number).stream().map(Commitment::kind).collect(Collectors.toSet());
    }
}
