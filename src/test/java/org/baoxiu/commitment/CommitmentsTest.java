package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.technician;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.baoxiu.calendar.Holidays;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.calendar.WeeklyHours;
import org.baoxiu.calendar.WorkingPeriod;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Accidents;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.EntryApplication;
import org.baoxiu.slip.Registration;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.baoxiu.slip.WorkOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What starts, stops and ends each clock. Every step of a story has a minute of its own, counted from 09:00, so that a clock
 * that listens to the wrong step shows.
 */
@DomainTest
@DisplayName("维修单的各项计时")
class CommitmentsTest {

    private static final Person TECHNICIAN = technician("tech1");
    private static final long DAY = 24 * 60;

    @Autowired
    private Slips slips;

    @Autowired
    private Accidents accidents;

    @Autowired
    private TestClock clock;

    private final OnDesk clerks = new OnDesk();
    private Instant outsider;
    private CommitmentRepository repository;
    private Commitments commitments;
    private Instant nine;
    private String number;

    /** Who acts, and who has taken on what waits. */
    private static final class OnDesk implements Clerks {
        private Person acting = Person.system();
        private String taken;

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
        repository = new CommitmentRepository(database);
        commitments = promising(false, ServiceCalendar.aroundTheClock(clock.getZone()));
        clock.restart();
        nine = clock.instant();
    }

    /** The limits of the procedure; around the clock, or in service hours. */
    private Commitments promising(boolean serviceHours, ServiceCalendar calendar) {
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

    private static Limits limits(boolean serviceHours) {
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
            case MONTH_HAND_OVER -> Optional.empty();
        };
    }

    private static Optional<Limit> limit(long minutes, long warning, long again, boolean serviceHours) {
        return Optional.of(new Limit(
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(warning),
                Duration.ofMinutes(again),
                serviceHours,
                "4.6"));
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName(
            "a promise of the team is whose who had the slip when it was due; customer service's is no technician's")
    void whosePromise() {
        notified();
        at(5, this::pickUp);
        at(
                10,
                () -> slips.change(number, TECHNICIAN, 4, "S4", "转单", slip -> slip.dispatching()
                        .transfer("tech2", "忙不过来")));
        at(
                30,
                () -> slips.change(number, Person.system(), 4, "3.3", "改派", slip -> slip.dispatching()
                        .reassign("tech3")));
        at(
                40,
                () -> slips.change(number, technician("tech3"), 4, "4.6.2", "到场", slip -> slip.dispatching()
                        .arrive(clock.instant())));

        assertThat(commitments.of(number))
                .filteredOn(one -> one.kind() == ARRIVAL)
                .singleElement()
                .satisfies(arrival -> {
                    assertThat(arrival.missed()).isTrue();
                    assertThat(arrival.technician())
                            .as("had it at 09:18, not who came late in his place")
                            .isEqualTo("tech2");
                });
        assertThat(commitments.of(number))
                .filteredOn(one -> one.kind().keptBy() != ResponsibleRole.MAINTENANCE)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.technician()).isNull());
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName("nobody picked the slip up in time, or it was given back: the miss is the team's and no person's")
    void nobodysPromise() {
        notified();
        at(5, this::pickUp);
        at(
                6,
                () -> slips.change(number, TECHNICIAN, 4, "S4", "退单", slip -> slip.dispatching()
                        .giveBack("没有工具")));
        at(25, this::pickUp);
        at(30, this::arrive);

        assertThat(commitments.of(number))
                .filteredOn(one -> one.kind() == ARRIVAL)
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.technician()).isNull());
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName(
            "a clerk's promise is whose who kept it in time or had the task when it was due, not who cleared it up later")
    void whichClerksPromise() {
        clerks.taken = "clerk1";
        opens(Area.INSIDE);
        at(1, () -> assertThat(told()).contains(REGISTRATION));
        clerks.acting = CLERK;
        clerks.taken = "clerk2";
        at(5, () -> register(registration(null, false, false)));
        assertThat(clock(REGISTRATION).clerk()).as("had it at 09:01").isEqualTo("clerk1");

        clerks.taken = null;
        opens(Area.INSIDE);
        at(9, () -> assertThat(told()).contains(REGISTRATION));
        at(10, () -> register(registration(null, false, false)));
        assertThat(clock(REGISTRATION).clerk()).as("nobody had it at 09:06").isNull();

        clerks.acting = technician("tech1");
        opens(Area.INSIDE);
        at(10, () -> register(registration(null, false, false)));
        assertThat(clock(REGISTRATION).clerk()).as("no clerk").isNull();
        clerks.acting = CLERK;
        opens(Area.INSIDE);
        at(10, () -> register(registration(null, false, false)));
        assertThat(commitments.of(number))
                .filteredOn(one -> one.clerk() != null)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(REGISTRATION);
                    assertThat(one.clerk()).isEqualTo(CLERK.id());
                    assertThat(one.missed()).isFalse();
                });
    }

    @Test
    @Tag("4.6.1a")
    @Tag("4.6.1b")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("5.1")
    @Tag("Q1")
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    @DisplayName("a daily repair: each clock runs from the step that starts it to the step that keeps it")
    void dailyRepair() {
        notified();
        at(5, this::pickUp);
        at(8, this::arrive);
        startsWork(12);
        at(20, this::finish);
        at(22, this::accept);
        at(25, () -> slips.reportResult(number, "对讲机", null, TECHNICIAN));

        is(REGISTRATION, -2, 1, 1);
        is(NOTIFICATION, 1, 4, 3);
        is(ARRIVAL, 3, 18, 8);
        is(FIRST_ANSWER, -2, DAY - 2, 8);
        is(REPAIR, 12, 42, 20);
        is(RESULT_REPORT, 20, 30, 25);
        is(ONE_DAY, -2, DAY - 2, 22);
        is(TWO_WEEKS, -2, 14 * DAY - 2, 22);
        assertThat(kinds())
                .as("no other promise")
                .containsExactlyInAnyOrder(
                        REGISTRATION, NOTIFICATION, ARRIVAL, FIRST_ANSWER, REPAIR, RESULT_REPORT, ONE_DAY, TWO_WEEKS);
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("a public lamp is solved when it is finished, and there is no result to report to its owner")
    void publicArea() {
        opens(Area.PUBLIC);
        at(1, () -> register(registration(null, false, false)));
        at(3, () -> slips.notifyTeam(number));
        at(5, this::pickUp);
        at(8, this::arrive);
        at(9, () -> slips.startWork(number));
        at(20, this::finish);
        is(ONE_DAY, -2, DAY - 2, 20);
        assertThat(kinds()).doesNotContain(RESULT_REPORT);
        at(30, () -> slips.failPublicWork(number, "灯罩没有装好", CLERK));
        assertThat(clock(VERIFICATION).startedAt()).isEqualTo(minute(20));
        at(31, () -> slips.startWork(number));
        assertThat(clock(VERIFICATION).endedAt())
                .as("refused work is verified anew")
                .isEqualTo(minute(31));
        at(40, this::finish);
        at(45, () -> slips.verifyPublicWork(number, CLERK));
        assertThat(commitments.of(number))
                .filteredOn(one -> one.kind() == VERIFICATION)
                .extracting(Commitment::endedAt)
                .containsExactly(minute(31), minute(45));
    }

    @Test
    @Tag("4.7.5")
    @Tag("4.6.1b")
    @DisplayName("the notification waits for the written application and counts from then on")
    void forcedEntry() {
        opens(Area.INSIDE);
        at(1, () -> register(registration(null, false, true)));
        at(61, () -> slips.recordApplication(number, new EntryApplication("张三", "申请 1", clock.today()), CLERK));
        is(NOTIFICATION, 1, 64, null);
    }

    @Test
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    @DisplayName("the arrival waits for the time that the owner wants, but not in an emergency")
    void wantedTime() {
        opens(Area.INSIDE);
        at(1, () -> register(registration(nine.plus(Duration.ofHours(5)), false, false)));
        at(3, () -> slips.notifyTeam(number));
        is(ARRIVAL, 3, 315, null);

        opens(Area.INSIDE);
        at(11, () -> register(registration(nine.plus(Duration.ofHours(5)), true, false)));
        at(13, () -> slips.notifyTeam(number));
        is(ARRIVAL, 13, 18, null);
    }

    @Test
    @Tag("4.2")
    @Tag("4.6.2")
    @DisplayName("what turns out to be urgent is due sooner, unless that clock was missed already")
    void urgentByNature() {
        notified();
        at(4, () -> slips.useItem(number, item(true)));
        is(ARRIVAL, 3, 8, null);

        notified();
        at(30, () -> assertThat(commitments.judge(number)).isPresent());
        at(31, () -> slips.useItem(number, item(true)));
        assertThat(minutes(clock(ARRIVAL)).get(1) - minutes(clock(ARRIVAL)).get(0))
                .isEqualTo(15);
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an owner who was absent settles the arrival; the next visit does not end it again")
    void ownerAbsent() {
        notified();
        at(5, this::pickUp);
        at(9, () -> change(slip -> slip.dispatching().ownerAbsent("无人应答", clock.instant())));
        at(300, this::arrive);
        is(ARRIVAL, 3, 18, 9);
        is(FIRST_ANSWER, -2, DAY - 2, 9);
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("5.1")
    @DisplayName("a change of content or price stops the half hour until the owner has agreed again")
    void changedContent() {
        working();
        at(20, () -> slips.interruptWork(number, WorkOutcome.CHANGE, "阀体也坏了", TECHNICIAN));
        startsWork(50);
        at(60, this::finish);
        is(REPAIR, 12, 72, 60);
        assertThat(clock(REPAIR).pauses())
                .singleElement()
                .isEqualTo(new CommitmentPause(minute(20), minute(50), "重新征得业主同意"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20})
    @Tag("Q3")
    @Tag("5.1")
    @DisplayName(
            "the half hour stands still while the work is a contractor's, who may have been called before it began")
    void contractorsWork(int called) {
        working();
        at(20, () -> outsider = minute(called));
        at(50, () -> outsider = null);
        at(60, this::finish);
        int from = Math.max(called, 12);
        is(REPAIR, 12, 42 + 50 - from, 60);
        assertThat(clock(REPAIR).pauses())
                .singleElement()
                .isEqualTo(new CommitmentPause(minute(from), minute(50), "等待外包单位维修"));
    }

    @Test
    @Tag("4.6.4")
    @Tag("5.1")
    @DisplayName(
            "a deferral is told within half an hour, and the promised time takes the place of the half hour for the repair")
    void deferral() {
        working();
        at(20, () -> slips.interruptWork(number, WorkOutcome.DEFER, "缺配件", TECHNICIAN));
        at(25, () -> slips.promise(number, minute(200), null, CLERK));
        is(DEFERRAL_CALL, 20, 50, 25);
        at(200, () -> slips.startWork(number));
        is(PROMISED_TIME, 25, 230, null);
        at(205, () -> slips.interruptWork(number, WorkOutcome.DEFER, "配件不合", TECHNICIAN));
        is(PROMISED_TIME, 25, 230, 205L);
        is(DEFERRAL_CALL, 205, 235, null);
        at(210, () -> slips.promise(number, minute(300), null, CLERK));
        at(300, () -> slips.startWork(number));
        at(310, this::finish);
        is(PROMISED_TIME, 210, 330, 310);
        assertThat(clock(REPAIR).missed()).isFalse();
        assertThat(clock(REPAIR).pauses())
                .singleElement()
                .isEqualTo(new CommitmentPause(minute(20), minute(310), "暂缓维修，以约定时间为准"));
    }

    @Test
    @Tag("S6")
    @Tag("5.1")
    @DisplayName("refused work is done anew, and its half hour runs anew")
    void refusedAcceptance() {
        working();
        at(20, () -> slips.interruptWork(number, WorkOutcome.DEFER, "缺配件", TECHNICIAN));
        at(25, () -> slips.promise(number, minute(100), null, CLERK));
        at(100, () -> slips.startWork(number));
        at(110, this::finish);
        at(120, () -> slips.rejectWork(number, "还在滴水", TECHNICIAN));
        at(121, () -> slips.startWork(number));
        is(REPAIR, 121, 151, null);
        assertThat(all(REPAIR)).hasSize(2);
        assertThat(clock(REPAIR).running())
                .as("the deferral was of the round before")
                .isTrue();
        is(RESULT_REPORT, 110, 120, 121);
        at(130, this::finish);
        is(RESULT_REPORT, 130, 140, null);
    }

    @Test
    @Tag("4.3.6")
    @Tag("4.6.2")
    @DisplayName("after a call-back that says not fixed the team has to be there again in time")
    void rework() {
        working();
        at(20, this::finish);
        at(22, this::accept);
        at(25, () -> change(slip -> slip.followingUp().followUp()));
        at(30, () -> change(slip -> slip.followingUp().rework("又漏了", clock.instant())));
        is(ARRIVAL, 30, 45, null);
        assertThat(all(ARRIVAL)).hasSize(2);
        is(TWO_WEEKS, -2, 14 * DAY - 2, 22);
    }

    @Test
    @Tag("5.2")
    @Tag("4.2.2")
    @DisplayName(
            "an important repair has two days from its classification; the day and the half hour of a daily one end")
    void important() {
        working();
        at(15, () -> classify(RepairClass.IMPORTANT));
        is(IMPORTANT_REPAIR, 15, 2 * DAY + 15, null);
        is(ONE_DAY, -2, DAY - 2, 15);
        at(20, () -> slips.interruptWork(number, WorkOutcome.DEFER, "缺配件", TECHNICIAN));
        assertThat(clock(IMPORTANT_REPAIR).paused()).isTrue();
        at(25, () -> slips.promise(number, minute(100), null, CLERK));
        at(100, () -> slips.startWork(number));
        at(DAY, this::finish);
        assertThat(minutes(clock(IMPORTANT_REPAIR)).get(2)).isEqualTo(DAY);
        at(DAY + 1, () -> slips.rejectWork(number, "还在滴水", TECHNICIAN));
        at(DAY + 2, this::nothing);
        assertThat(all(IMPORTANT_REPAIR)).hasSize(1);
    }

    @Test
    @Tag("5.2")
    @DisplayName("an owner who does not want an important repair ends its two days, and so does a downgrade")
    void noLongerImportant() {
        notified();
        at(4, () -> classify(RepairClass.IMPORTANT));
        at(5, this::pickUp);
        at(8, this::arrive);
        at(10, () -> change(slip -> slip.quoting().quote("垫圈老化", false, false, false)));
        at(11, () -> change(slip -> slip.quoting().refuse("价格太高", clock.instant())));
        is(IMPORTANT_REPAIR, 4, 2 * DAY + 4, 11);

        opens(Area.INSIDE);
        at(21, () -> register(registration(null, false, false)));
        at(22, () -> classify(RepairClass.IMPORTANT));
        at(30, () -> slips.downgrade(number, "半小时可修好", CLERK));
        is(IMPORTANT_REPAIR, 22, 2 * DAY + 22, 30);
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    @Tag("5.2")
    @DisplayName("an accident is answered within two days and solved within ten, both from the moment it was declared")
    void accident() {
        working();
        at(15, () -> classify(RepairClass.IMPORTANT));
        at(60, () -> classify(RepairClass.ACCIDENT));
        is(ACCIDENT_ANSWER, 60, 2 * DAY + 60, null);
        is(ACCIDENT_SOLUTION, 60, 10 * DAY + 60, null);
        is(IMPORTANT_REPAIR, 15, 2 * DAY + 15, 60);
        at(70, () -> accidents.answer(number, "三天内修复", technician("director")));
        at(80, () -> accidents.solve(number, "已修复", technician("director")));
        is(ACCIDENT_ANSWER, 60, 2 * DAY + 60, 70);
        is(ACCIDENT_SOLUTION, 60, 10 * DAY + 60, 80);
    }

    @Test
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    @DisplayName("a day that passed without a solution stays noted until there is one, whatever the class became by it")
    void unresolved() {
        notified();
        at(DAY - 3, () -> commitments.noteUnresolved(number));
        assertThat(clock(ONE_DAY).missed()).isFalse();
        at(DAY - 2, () -> commitments.noteUnresolved(number));
        assertThat(clock(ONE_DAY).missedAt()).isEqualTo(minute(DAY - 2));
        assertThat(clock(TWO_WEEKS).missed()).isFalse();
        at(DAY - 1, () -> classify(RepairClass.IMPORTANT));
        is(ONE_DAY, -2, DAY - 2, null);

        at(DAY, this::pickUp);
        at(DAY + 1, this::arrive);
        startsWork(DAY + 5);
        at(DAY + 10, this::finish);
        at(DAY + 12, this::accept);
        at(DAY + 14, this::nothing);
        is(ONE_DAY, -2, DAY - 2, DAY + 12);
        assertThat(clock(ONE_DAY).lateness()).contains(Duration.ofMinutes(14));
    }

    @Test
    @Tag("S1")
    @DisplayName("a cancelled request owes nothing from then on")
    void cancelled() {
        notified();
        at(10, () -> slips.cancel(number, "自己修好了", CLERK));
        is(ARRIVAL, 3, 18, 10);
        is(ONE_DAY, -2, DAY - 2, 10);
        assertThat(commitments.of(number)).allMatch(Commitment::ended);
        at(DAY, this::nothing);
        assertThat(commitments.of(number)).hasSize(kinds().size());
        assertThat(commitments.judge(number)).isEmpty();
    }

    @Test
    @Tag("4.6.2")
    @Tag("Q1")
    @DisplayName(
            "of several missed promises the one due first is told first, each once; those that raise the class are not told")
    void judged() {
        notified();
        at(20 * DAY, this::nothing);
        assertThat(told()).contains(ARRIVAL);
        assertThat(told()).contains(FIRST_ANSWER);
        assertThat(told()).isEmpty();
        assertThat(clock(ARRIVAL).missedAt()).isEqualTo(minute(20 * DAY));
        assertThat(clock(ONE_DAY).missedAt()).isNull();
    }

    private Optional<CommitmentKind> told() {
        return commitments.judge(number).map(attention -> attention.commitment().kind());
    }

    @Test
    @Tag("Q1")
    @Tag("4.7.8")
    @DisplayName("a promise that begins before there is a slip is counted like any other")
    void beforeTheSlip() {
        ServiceCalendar office = new ServiceCalendar(
                ZoneId.systemDefault(), WeeklyHours.mondayToFriday(WorkingPeriod.of("08:00-18:00")), Holidays.NONE);
        assertThat(new Deadlines(limits(true), office).from(nine, FIRST_ANSWER).dueAt())
                .isEqualTo(minute(2 * DAY + 4 * 60));
        assertThat(new Deadlines(limits(false), office).from(nine, FIRST_ANSWER).dueAt())
                .isEqualTo(minute(DAY));
    }

    // what happens to the slip

    /** Received at 08:58 and entered at 09:00, as a letter may be, or as long after as the story is. */
    private void opens(Area area) {
        Instant now = clock.instant();
        number = slips.open(
                        new Report(
                                "一号管理处",
                                Channel.LETTER,
                                area,
                                "张三",
                                "13800000000",
                                "1 栋 101",
                                "水龙头漏水",
                                now.minus(Duration.ofMinutes(2))),
                        CLERK)
                .number();
        commitments.follow(number);
    }

    private void notified() {
        opens(Area.INSIDE);
        long start = Duration.between(nine, clock.instant()).toMinutes();
        at(start + 1, () -> register(registration(null, false, false)));
        at(start + 3, () -> slips.notifyTeam(number));
    }

    private void working() {
        notified();
        at(5, this::pickUp);
        at(8, this::arrive);
        startsWork(12);
    }

    private void startsWork(long minute) {
        at(minute - 2, () -> change(slip -> slip.quoting().quote("垫圈老化", false, false, false)));
        at(
                minute - 1,
                () -> change(slip -> {
                    slip.quoting().quotedAt(new BigDecimal("130.00"));
                    slip.quoting().consent();
                }));
        at(minute, () -> slips.startWork(number));
    }

    private static Registration registration(Instant wanted, boolean emergency, boolean forcedEntry) {
        return SlipStory.registration("PL-01", wanted, emergency, forcedEntry, false, false, false, null);
    }

    private void register(Registration registration) {
        slips.register(number, registration, CLERK);
        slips.useItem(number, item(false));
        classify(RepairClass.DAILY);
    }

    private static CatalogueItem item(boolean emergency) {
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
                false,
                false);
    }

    private void classify(RepairClass repairClass) {
        slips.classify(number, new Classification(repairClass, "customerServiceLead", "规则", "4.2"));
    }

    private void pickUp() {
        change(slip -> slip.dispatching().pickUp("tech1", clock.instant()));
    }

    private void arrive() {
        change(slip -> slip.dispatching().arrive(clock.instant()));
    }

    private void finish() {
        SlipStory.finish(slips, number, "tech1");
    }

    private void accept() {
        slips.accept(number, new Signatory("张三", false), TECHNICIAN);
    }

    private void nothing() {}

    private void change(Consumer<Slip> step) {
        slips.change(number, TECHNICIAN, 4, "4.6", "一步", step);
    }

    private void at(long minute, Runnable step) {
        clock.advance(Duration.between(clock.instant(), minute(minute)));
        step.run();
        commitments.follow(number);
    }

    // what the record says

    private Instant minute(long minute) {
        return nine.plus(Duration.ofMinutes(minute));
    }

    private void is(CommitmentKind kind, long started, long due, Long ended) {
        assertThat(minutes(clock(kind)))
                .as("minutes of start, due time and end of %s", kind)
                .containsExactly(started, due, ended);
    }

    private void is(CommitmentKind kind, long started, long due, long ended) {
        is(kind, started, due, (Long) ended);
    }

    private List<Long> minutes(Commitment clock) {
        return Arrays.asList(minuteOf(clock.startedAt()), minuteOf(clock.dueAt()), minuteOf(clock.endedAt()));
    }

    private Long minuteOf(Instant timeOrNull) {
        return timeOrNull == null ? null : Duration.between(nine, timeOrNull).toMinutes();
    }

    private Commitment clock(CommitmentKind kind) {
        return all(kind).stream().reduce((earlier, later) -> later).orElseThrow();
    }

    private List<Commitment> all(CommitmentKind kind) {
        return commitments.of(number).stream()
                .filter(clock -> clock.kind() == kind)
                .toList();
    }

    private Set<CommitmentKind> kinds() {
        return commitments.of(number).stream().map(Commitment::kind).collect(Collectors.toSet());
    }
}
