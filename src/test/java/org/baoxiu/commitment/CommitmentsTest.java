package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.technician;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.calendar.Holidays;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.calendar.WeeklyHours;
import org.baoxiu.calendar.WorkingPeriod;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.EntryApplication;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.slip.WorkOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What starts, stops and ends each clock. */
@DomainTest
@DisplayName("维修单的各项计时")
class CommitmentsTest extends CommitmentStory {

    @Autowired
    private ReservedNumbers reserved;

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
        assertThatIllegalStateException()
                .isThrownBy(() -> new Deadlines(limits(false), ServiceCalendar.aroundTheClock(ZoneId.systemDefault()))
                        .from(nine, MONTH_HAND_OVER))
                .withMessageContaining("MONTH_HAND_OVER");
        ServiceCalendar office = new ServiceCalendar(
                ZoneId.systemDefault(), WeeklyHours.mondayToFriday(WorkingPeriod.of("08:00-18:00")), Holidays.NONE);
        assertThat(new Deadlines(limits(true), office).from(nine, FIRST_ANSWER).dueAt())
                .isEqualTo(minute(2 * DAY + 4 * 60));
        assertThat(new Deadlines(limits(false), office).from(nine, FIRST_ANSWER).dueAt())
                .isEqualTo(minute(DAY));
    }

    @Test
    @Tag("4.7.1")
    @DisplayName(
            "what a clerk left undone is his though nobody has noticed yet; what is opened and registered at once is theirs")
    void clerkUnnoticed() {
        clerks.taken = "clerk1";
        opens(Area.INSIDE);
        clerks.acting = CLERK;
        at(10, () -> register(registration(null, false, false)));
        assertThat(clock(REGISTRATION).clerk()).isEqualTo("clerk1");

        number = slips.open(report(Area.INSIDE, clock.instant()), CLERK).number();
        register(registration(null, false, false));
        commitments.follow(number);
        assertThat(clock(REGISTRATION).missed()).isFalse();
        assertThat(clock(REGISTRATION).clerk()).isEqualTo(CLERK.id());
    }

    @Test
    @DisplayName("where nothing has happened, nothing is written")
    void nothingNew() {
        working();
        List<Long> written = versions();
        at(13, this::nothing);
        assertThat(versions()).isEqualTo(written);
    }

    private List<Long> versions() {
        return commitments.of(number).stream().map(one -> one.version).toList();
    }

    @Test
    @DisplayName("a clock is found by its number, whether or not those of its slip were read before")
    void byNumber() {
        notified();
        Commitment arrival = clock(ARRIVAL);
        assertThat(commitments.get(arrival.id())).isSameAs(arrival);
        assertThat(promising(false, ServiceCalendar.aroundTheClock(clock.getZone()))
                        .get(arrival.id()))
                .usingRecursiveComparison()
                .isEqualTo(arrival);
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.2")
    @DisplayName("what the owner is told beforehand is due by the class and the urgency, where it is promised at all")
    void dueFrom() {
        notified();
        assertThat(commitments.dueFrom(minute(100), ARRIVAL, slips.get(number))).contains(minute(115));
        assertThat(commitments.dueFrom(minute(100), REPAIR, slips.get(number))).contains(minute(130));
        assertThat(commitments.dueFrom(minute(100), MONTH_HAND_OVER, slips.get(number)))
                .isEmpty();
        slips.useItem(number, item(true));
        assertThat(commitments.dueFrom(minute(100), ARRIVAL, slips.get(number))).contains(minute(105));
    }

    @Test
    @Tag("4.2.2")
    @DisplayName("only the day and the two weeks raise the class, once they are over and nothing is solved")
    void unsolvedTooLong() {
        working();
        until(DAY - 3);
        assertThat(clock(ARRIVAL).dueAt()).isBefore(clock.instant());
        assertThat(commitments.unsolvedTooLong(number)).isFalse();
        until(DAY - 2);
        assertThat(commitments.unsolvedTooLong(number)).isTrue();
        at(DAY, this::finish);
        assertThat(commitments.unsolvedTooLong(number))
                .as("finished, but not accepted")
                .isTrue();
        at(DAY + 2, this::accept);
        assertThat(commitments.unsolvedTooLong(number)).isFalse();
    }

    @Test
    @Tag("4.2.2")
    @DisplayName("noting that a day is over says nothing of what is told to somebody else")
    void onlyTheDay() {
        notified();
        until(DAY - 2);
        commitments.noteUnresolved(number);
        assertThat(commitments.of(number))
                .filteredOn(one -> one.missedAt() != null)
                .extracting(Commitment::kind)
                .containsExactly(ONE_DAY);
    }

    @Test
    @Tag("4.6.1b")
    @DisplayName("a notification that reached nobody is missed before its time is over; what is kept stays kept")
    void notReached() {
        opens(Area.INSIDE);
        at(1, () -> register(registration(null, false, false)));
        at(2, () -> commitments.fail(number, NOTIFICATION));
        at(3, () -> commitments.fail(number, NOTIFICATION));
        assertThat(commitments.of(number))
                .filteredOn(one -> one.missedAt() != null)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(NOTIFICATION);
                    assertThat(one.missedAt()).isEqualTo(minute(2));
                    assertThat(one.deadline().toldAt()).as("told once").isEqualTo(minute(2));
                });

        clock.restart();
        notified();
        at(4, () -> commitments.fail(number, NOTIFICATION));
        assertThat(clock(NOTIFICATION).missed()).isFalse();
    }

    @Test
    @Tag("5.2")
    @DisplayName("of an important repair somebody is warned four hours before its two days are over, once")
    void warned() {
        notified();
        at(10, () -> classify(RepairClass.IMPORTANT));
        long warning = 2 * DAY + 10 - 4 * 60;
        until(warning - 1);
        assertThat(commitments.judge(number, IMPORTANT_REPAIR))
                .as("the arrival is late, but that is not asked")
                .isEmpty();
        at(warning, () -> assertThat(commitments.judge(number, IMPORTANT_REPAIR))
                .map(Attention::stage)
                .contains(Stage.WARNING));
        assertThat(commitments.judge(number, IMPORTANT_REPAIR)).isEmpty();
        assertThat(clock(IMPORTANT_REPAIR).deadline().warnedAt()).isEqualTo(minute(warning));
        assertThat(clock(IMPORTANT_REPAIR).missed()).isFalse();
    }

    @ParameterizedTest(name = "申请第 {0} 分钟到，第 {1} 分钟以前到场")
    @CsvSource({"10, 315", "300, 315", "310, 325"})
    @Tag("4.3.1.3")
    @Tag("4.7.5")
    @DisplayName(
            "who waits for the owner's time and for the application waits for the later of them, and for each under its name")
    void forcedEntryWhileTheOwnersTimeIsAwaited(long application, long due) {
        opens(Area.INSIDE);
        at(1, () -> register(registration(minute(300), false, false)));
        at(3, () -> slips.notifyTeam(number));
        is(ARRIVAL, 3, 315, null);
        at(4, () -> slips.useItem(number, item(false, true)));
        at(
                application,
                () -> slips.recordApplication(number, new EntryApplication("张三", "申请 1", clock.today()), CLERK));
        is(ARRIVAL, 3, due, null);
        assertThat(clock(ARRIVAL).pauses())
                .containsExactlyInAnyOrder(
                        new CommitmentPause(minute(3), minute(300), Occurrences.WISH),
                        new CommitmentPause(minute(4), minute(application), "等待业主的书面申请"));
    }

    @Test
    @Tag("4.7.5")
    @Tag("4.6.2")
    @DisplayName("where a door has to be broken after all, the way to it waits for the written application")
    void forcedEntryLater() {
        notified();
        at(4, () -> slips.useItem(number, item(false, true)));
        assertThat(clock(ARRIVAL).paused()).isTrue();
        at(10, () -> slips.recordApplication(number, new EntryApplication("张三", "申请 1", clock.today()), CLERK));
        is(ARRIVAL, 3, 24, null);
        assertThat(clock(ARRIVAL).pauses())
                .singleElement()
                .isEqualTo(new CommitmentPause(minute(4), minute(10), "等待业主的书面申请"));
    }

    @Test
    @Tag("S7")
    @Tag("5.2")
    @DisplayName(
            "an important repair that is done anew has its two days anew, and waits for a consent or a deferral as the first one")
    void importantAgain() {
        notified();
        at(4, () -> classify(RepairClass.IMPORTANT));
        at(5, this::pickUp);
        at(8, this::arrive);
        startsWork(12);
        assertThat(all(IMPORTANT_REPAIR)).as("once, from its classification on").hasSize(1);
        at(20, this::finish);
        at(22, this::accept);
        at(25, () -> change(slip -> slip.followingUp().followUp()));
        at(30, () -> change(slip -> slip.followingUp().rework("又漏了", clock.instant())));
        at(35, this::pickUp);
        at(40, this::arrive);
        at(45, () -> slips.startWork(number));
        is(IMPORTANT_REPAIR, 45, 2 * DAY + 45, null);
        at(50, () -> slips.interruptWork(number, WorkOutcome.CHANGE, "阀体也坏了", TECHNICIAN));
        startsWork(60);
        is(IMPORTANT_REPAIR, 45, 2 * DAY + 55, null);
        at(70, () -> slips.interruptWork(number, WorkOutcome.DEFER, "缺配件", TECHNICIAN));
        assertThat(clock(IMPORTANT_REPAIR).pauses())
                .containsExactlyInAnyOrder(
                        new CommitmentPause(minute(50), minute(60), "重新征得业主同意"),
                        new CommitmentPause(minute(70), null, "暂缓维修，以约定时间为准"));
        assertThat(all(IMPORTANT_REPAIR)).extracting(Commitment::endedAt).containsExactly(minute(20), null);
    }

    @Test
    @Tag("S1")
    @DisplayName("of a request that is over only what was done is on record, not what would have been owed")
    void overAtOnce() {
        number = slips.open(report(Area.INSIDE, clock.instant()), CLERK).number();
        register(registration(null, false, false));
        slips.cancel(number, "自己修好了", CLERK);
        commitments.follow(number);
        assertThat(kinds()).containsExactly(REGISTRATION);
    }

    @Test
    @Tag("4.7.8")
    @Tag("4.7.1")
    @DisplayName("what was kept on paper is the promise of whoever is named first when it is entered, and no clerk's")
    void onPaper() {
        clerks.acting = CLERK;
        number = reserved.reserve(1, CLERK).get(0);
        until(60);
        List<LocalTime> written = Stream.of("09:05", "09:10", "09:15", "09:25", "09:30", "09:35")
                .map(LocalTime::parse)
                .toList();
        slips.enterPaper(number, report(Area.INSIDE, minute(2)), written, null, CLERK);
        commitments.follow(number);
        assertThat(commitments.judge(number)).as("nothing can be judged yet").isEmpty();
        at(61, () -> register(registration(null, false, false)));
        is(ARRIVAL, 5, 20, 10);
        assertThat(clock(ARRIVAL).technician()).isNull();
        at(62, () -> slips.notifyTeam(number));
        at(63, this::pickUp);
        assertThat(clock(ARRIVAL).technician()).isEqualTo("tech1");
        assertThat(clock(REPAIR).technician()).isEqualTo("tech1");
        at(
                64,
                () -> slips.change(number, TECHNICIAN, 4, "S4", "转单", slip -> slip.dispatching()
                        .transfer("tech2", "忙不过来")));
        assertThat(clock(ARRIVAL).technician()).as("the first who is named").isEqualTo("tech1");
        assertThat(clock(REGISTRATION).clerk()).isNull();
    }
}
