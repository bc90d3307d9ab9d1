package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.baoxiu.calendar.Holidays;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.calendar.WeeklyHours;
import org.baoxiu.calendar.WorkingPeriod;
import org.baoxiu.slip.RepairClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One promise of 15 minutes from 09:00 on, with a warning five minutes before. */
@DisplayName("一项承诺的计时")
class CommitmentTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ServiceCalendar ALWAYS = ServiceCalendar.aroundTheClock(ZONE);
    private static final ServiceCalendar OFFICE = new ServiceCalendar(
            ZONE,
            WeeklyHours.mondayToFriday(WorkingPeriod.of("08:30-12:00"), WorkingPeriod.of("13:30-17:30")),
            Holidays.NONE);
    private static final Limit QUARTER = limit(15, 5, 0, true);
    private static final Instant NINE = at("09:00");

    @Test
    @Tag("4.6.2")
    @DisplayName("kept at the very second it is due is in time, a second later it is late by a second")
    void keptInTime() {
        Commitment sharp = started(QUARTER, ALWAYS);
        sharp.end(at("09:15"));
        assertThat(sharp.missed()).isFalse();
        assertThat(sharp.lateness()).contains(Duration.ZERO);

        Commitment late = started(QUARTER, ALWAYS);
        late.end(at("09:15").plusSeconds(1));
        assertThat(late.missed()).isTrue();
        assertThat(late.lateness()).contains(Duration.ofSeconds(1));
        assertThat(started(QUARTER, ALWAYS).lateness()).isEmpty();
    }

    @Test
    @Tag("4.6.2")
    @DisplayName(
            "it warns once, two thirds of the time after its start, and is missed when it is due, not a moment earlier")
    void stages() {
        Commitment arrival = started(QUARTER, ALWAYS);
        assertThat(arrival.stage(at("09:10").minusMillis(1))).isEmpty();
        assertThat(arrival.stage(at("09:10"))).contains(Stage.WARNING);
        arrival.warn(at("09:10"));
        assertThat(arrival.stage(at("09:15").minusMillis(1))).isEmpty();
        assertThat(arrival.stage(at("09:15"))).contains(Stage.MISSED);
        arrival.miss(at("09:15"));
        assertThat(arrival.stage(at("18:00"))).as("told once").isEmpty();
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    @DisplayName(
            "what is told again is told every day after it was due, however late a timer was, until it is kept; the miss stays the first one")
    void again() {
        Commitment answer = started(limit(48 * 60, 0, 24 * 60, false), ALWAYS);
        Instant told = answer.dueAt().plusSeconds(7);
        answer.miss(told);
        Instant tomorrow = answer.dueAt().plus(Duration.ofDays(1));
        assertThat(answer.stage(tomorrow.minusMillis(1))).isEmpty();
        assertThat(answer.stage(tomorrow)).contains(Stage.AGAIN);
        answer.miss(tomorrow);
        assertThat(answer.stage(tomorrow)).isEmpty();
        assertThat(answer.missedAt()).isEqualTo(told);
        assertThat(answer.deadline().toldAt()).isEqualTo(tomorrow);

        answer.end(tomorrow.plusSeconds(1));
        assertThat(answer.stage(tomorrow.plus(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("5.1")
    @DisplayName("a pause moves the due time by as long as it lasts, and while it lasts nobody is told")
    void pause() {
        Commitment repair = started(QUARTER, ALWAYS);
        assertThat(repair.follow(paused("09:04"), at("09:04"), ALWAYS)).isTrue();
        assertThat(repair.stage(at("09:40"))).isEmpty();
        assertThat(repair.follow(paused("09:04"), at("09:20"), ALWAYS))
                .as("nothing new")
                .isFalse();
        repair.follow(running(), at("09:34"), ALWAYS);
        repair.follow(paused("09:36"), at("09:36"), ALWAYS);
        repair.follow(running(), at("09:41"), ALWAYS);
        assertThat(repair.dueAt()).isEqualTo(at("09:50"));
        assertThat(repair.pauses())
                .extracting(pause -> Duration.between(pause.pausedFrom(), pause.pausedUntil()))
                .containsExactlyInAnyOrder(Duration.ofMinutes(30), Duration.ofMinutes(5));
    }

    @Test
    @Tag("5.1")
    @DisplayName("what was due before the pause began, or was missed, is not saved by it")
    void tooLateForAPause() {
        Commitment due = started(QUARTER, ALWAYS);
        due.follow(paused("09:15"), at("09:15"), ALWAYS);
        assertThat(due.paused()).isFalse();

        Commitment missed = started(QUARTER, ALWAYS);
        missed.miss(at("09:15"));
        missed.follow(paused("09:14"), at("09:16"), ALWAYS);
        assertThat(missed.paused()).isFalse();
    }

    @Test
    @Tag("4.6.4")
    @DisplayName("a promise that ends while it is paused was kept in time")
    void endInPause() {
        Commitment repair = started(QUARTER, ALWAYS);
        repair.follow(paused("09:04"), at("09:04"), ALWAYS);
        repair.end(at("12:00"));
        assertThat(repair.missed()).isFalse();
        assertThat(repair.pauses()).singleElement().satisfies(pause -> assertThat(pause.pausedUntil())
                .isEqualTo(at("12:00")));
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.3.1.3")
    @DisplayName("the time until the one that the owner wants does not count")
    void waiting() {
        Occurrence wanted = running().waitingUntil(at("11:00"), "业主希望的时间");
        Commitment arrival = Commitment.start("WX", wanted, QUARTER, RepairClass.DAILY, false, ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("11:15"));
        assertThat(running().waitingUntil(NINE, "业主希望的时间"))
                .as("nothing to wait for")
                .isEqualTo(running());
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("only service hours count, in a pause too, unless the clause is exempt or it is an emergency")
    void serviceHours() {
        Limit hours = limit(4 * 60, 0, 0, true);
        Commitment repair = started(hours, OFFICE);
        assertThat(repair.dueAt()).isEqualTo(at("14:30"));
        repair.follow(paused("14:00"), at("14:00"), OFFICE);
        repair.follow(running(), at("15:00"), OFFICE);
        assertThat(repair.dueAt()).as("half an hour was left at 14:00").isEqualTo(at("15:30"));

        assertThat(started(limit(4 * 60, 0, 0, false), OFFICE).dueAt()).isEqualTo(at("13:00"));
        assertThat(Commitment.start("WX", running(), hours, RepairClass.DAILY, true, OFFICE)
                        .dueAt())
                .isEqualTo(at("13:00"));
    }

    @Test
    @Tag("4.2")
    @DisplayName("another class or urgency brings another limit from the same start, but never a later due time")
    void recompute() {
        Commitment arrival = started(QUARTER, ALWAYS);
        assertThat(arrival.limitedFor(RepairClass.DAILY, false)).isTrue();
        assertThat(arrival.limitedFor(RepairClass.IMPORTANT, false)).isFalse();
        assertThat(arrival.limitedFor(RepairClass.DAILY, true)).isFalse();
        arrival.follow(paused("09:01"), at("09:01"), ALWAYS);
        arrival.follow(running(), at("09:03"), ALWAYS);

        arrival.recompute(limit(5, 1, 0, false), RepairClass.DAILY, true, ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("09:07"));
        assertThat(arrival.deadline().warningAt()).isEqualTo(at("09:06"));
        arrival.recompute(QUARTER, RepairClass.IMPORTANT, false, ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("09:07"));
    }

    @Test
    @Tag("4.2")
    @Tag("5.1")
    @DisplayName("what is due by its new limit just when a pause began is not saved by the pause")
    void dueAsThePauseBegan() {
        Commitment arrival = started(QUARTER, ALWAYS);
        arrival.follow(paused("09:05"), at("09:05"), ALWAYS);
        arrival.follow(running(), at("09:20"), ALWAYS);
        arrival.recompute(limit(5, 1, 0, false), RepairClass.DAILY, true, ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("09:05"));
    }

    @Test
    @Tag("4.3.1.3")
    @DisplayName(
            "the owner names another time: that one counts, beside what was waited for otherwise, until it is missed")
    void anotherTime() {
        Commitment arrival = Commitment.start("WX", wanted("10:30"), QUARTER, RepairClass.DAILY, false, ALWAYS);
        arrival.follow(paused("10:35"), at("10:35"), ALWAYS);
        arrival.follow(running(), at("10:55"), ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("11:05"));

        assertThat(arrival.follow(wanted("10:32"), at("10:56"), ALWAYS)).isTrue();
        assertThat(arrival.dueAt())
                .as("three minutes until 10:35, twelve from 10:55 on")
                .isEqualTo(at("11:07"));
        assertThat(arrival.follow(wanted("10:32"), at("10:57"), ALWAYS))
                .as("nothing new")
                .isFalse();

        arrival.miss(at("11:07"));
        assertThat(arrival.follow(wanted("12:00"), at("11:08"), ALWAYS)).isFalse();
        assertThat(arrival.dueAt()).isEqualTo(at("11:07"));
    }

    @Test
    @Tag("4.3.1")
    @Tag("4.3.1.3")
    @DisplayName("put right, it forgets a wish that was none, but not what it had to wait for")
    void decidedAnew() {
        Commitment arrival = Commitment.start("WX", wanted("10:30"), QUARTER, RepairClass.DAILY, true, ALWAYS);
        arrival.follow(paused("09:04"), at("09:04"), ALWAYS);
        arrival.follow(running(), at("09:34"), ALWAYS);
        arrival.decideAnew(limit(20, 0, 0, true), RepairClass.IMPORTANT, false, ALWAYS);
        assertThat(arrival.dueAt()).isEqualTo(at("09:50"));
        assertThat(arrival.limit()).isEqualTo(Duration.ofMinutes(20));
        assertThat(arrival.limitedFor(RepairClass.IMPORTANT, false)).isTrue();
        assertThat(arrival.clause()).isEqualTo("4.6.2");
    }

    @Test
    @Tag("4.7.1")
    @DisplayName("the team's promise goes with the slip until it is due, and stays with whoever had it then")
    void heldBy() {
        Commitment arrival = started(QUARTER, ALWAYS);
        assertThat(arrival.heldBy("tech1", false, at("09:05"))).isTrue();
        assertThat(arrival.heldBy("tech1", false, at("09:06")))
                .as("nobody else")
                .isFalse();
        assertThat(arrival.heldBy("tech2", false, at("09:15"))).isTrue();
        assertThat(arrival.heldBy("tech3", false, at("09:15").plusMillis(1))).isFalse();
        assertThat(arrival.technician()).isEqualTo("tech2");
    }

    @Test
    @Tag("4.7.1")
    @Tag("4.7.8")
    @DisplayName(
            "what was kept on paper is the promise of whoever is named first; what was not on paper is nobody's afterwards")
    void heldOnPaper() {
        Commitment onPaper = started(QUARTER, ALWAYS);
        onPaper.end(at("09:10"));
        assertThat(onPaper.heldBy("tech1", false, at("10:00"))).isFalse();
        assertThat(onPaper.technician()).isNull();
        assertThat(onPaper.heldBy("tech1", true, at("10:00"))).isTrue();
        assertThat(onPaper.heldBy("tech2", true, at("10:01"))).isFalse();
        assertThat(onPaper.technician()).isEqualTo("tech1");
    }

    @Test
    @Tag("Q3")
    @DisplayName(
            "kept by a time that is entered later: a miss that somebody noticed meanwhile was none, if it lies in time")
    void keptAfterwards() {
        Commitment sharp = started(QUARTER, ALWAYS);
        sharp.miss(at("09:15"));
        sharp.keep(at("09:15"));
        assertThat(sharp.missed()).isFalse();
        assertThat(sharp.endedAt()).isEqualTo(at("09:15"));

        Commitment late = started(QUARTER, ALWAYS);
        late.miss(at("09:15"));
        late.keep(at("09:16"));
        assertThat(late.missedAt()).isEqualTo(at("09:15"));
        assertThat(late.endedAt()).isEqualTo(at("09:16"));
    }

    @Test
    @Tag("Q3")
    @DisplayName("withdrawn before it is due it is neither kept nor missed; withdrawn later it is missed")
    void withdrawn() {
        Commitment early = started(QUARTER, ALWAYS);
        assertThat(early.withdrawn()).isFalse();
        early.withdraw(at("09:15"));
        assertThat(early.withdrawn()).isTrue();
        assertThat(early.ended()).isTrue();

        Commitment late = started(QUARTER, ALWAYS);
        late.withdraw(at("09:16"));
        assertThat(late.withdrawn()).isFalse();
        assertThat(late.missed()).isTrue();
    }

    @Test
    @Tag("4.7.1")
    @DisplayName(
            "it is missed by a moment once its time is over, or once it was given up before, but not while it is paused or when it was kept")
    void missedBy() {
        Commitment running = started(QUARTER, ALWAYS);
        assertThat(running.missedBy(at("09:15").minusMillis(1))).isFalse();
        assertThat(running.missedBy(at("09:15"))).isTrue();

        Commitment givenUp = started(QUARTER, ALWAYS);
        givenUp.miss(at("09:05"));
        assertThat(givenUp.missedBy(at("09:05").minusMillis(1))).isFalse();
        assertThat(givenUp.missedBy(at("09:05"))).isTrue();
        assertThat(givenUp.missedBy(at("09:06"))).isTrue();

        Commitment kept = started(QUARTER, ALWAYS);
        kept.end(at("09:10"));
        assertThat(kept.missedBy(at("09:20"))).isFalse();
        Commitment late = started(QUARTER, ALWAYS);
        late.end(at("09:16"));
        assertThat(late.missedBy(at("09:20"))).isTrue();

        Commitment waiting = started(QUARTER, ALWAYS);
        waiting.follow(paused("09:04"), at("09:04"), ALWAYS);
        assertThat(waiting.missedBy(at("09:20"))).isFalse();
    }

    private static Occurrence wanted(String time) {
        return running().waitingUntil(at(time), Occurrences.WISH);
    }

    private static Commitment started(Limit limit, ServiceCalendar calendar) {
        return Commitment.start("WX", running(), limit, RepairClass.DAILY, false, calendar);
    }

    private static Occurrence running() {
        return Occurrence.of(CommitmentKind.ARRIVAL, NINE, null);
    }

    private static Occurrence paused(String since) {
        return running().pausedSince(at(since), "重新征得业主同意");
    }

    private static Limit limit(int minutes, int warning, int again, boolean serviceHours) {
        return new Limit(
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(warning),
                Duration.ofMinutes(again),
                serviceHours,
                "4.6.2");
    }

    /** On a Monday. */
    private static Instant at(String time) {
        return LocalDateTime.parse("2026-11-23T" + time).atZone(ZONE).toInstant();
    }
}
