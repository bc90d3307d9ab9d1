package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.ANSWER_OWNER;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.CLOSE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.PLAN_SOLUTION;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.SOLVE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.STATE_CAUSE;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise has a clock: kept a second before it is due nobody hears of it, a second later the right people do. */
public interface ClockScenarios {

    String START = "2026-11-23T09:00:00+08:00";

    Office office();

    /**
     * One promise.
     *
     * @param given what has to happen until its clock starts
     * @param limit how long it may take
     * @param kept  what keeps it
     * @param told  the group, or the technician, who is told of a miss
     */
    record Promise(
            String clause,
            CommitmentKind kind,
            Function<Office, RepairCase> given,
            Duration limit,
            Consumer<RepairCase> kept,
            String told) {
        @Override
        public String toString() {
            return clause + " " + kind.label();
        }
    }

    static RepairCase reportedTap(Office office) {
        return office.reports("clerk1", leakingTap());
    }

    static RepairCase registeredTap(Office office) {
        return reportedTap(office).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    static RepairCase working(RepairCase repair) {
        boolean listed = repair.slip().item().inPriceList();
        return arriving(repair)
                .does("tech1", QUOTE_REPAIR, listed ? quoted() : with(quoted(), "labourYuan", 80))
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    static RepairCase arriving(RepairCase repair) {
        return repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
    }

    static RepairCase deferred(Office office) {
        return working(registeredTap(office)).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
    }

    static RepairCase important(Office office) {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, assessed("PL-14", 6));
    }

    static RepairCase accident(Office office) {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "lossOrInjury", true))
                .does("supervisor", ASSESS_FAULT, assessed("PL-01", 1));
    }

    static void answer(RepairCase repair) {
        repair.does("clerklead", REPORT_ACCIDENT, accidentReported())
                .does("director", ANSWER_OWNER, accidentAnswered());
    }

    static void solve(RepairCase repair) {
        repair.does("director", PLAN_SOLUTION, accidentPlanned()).does("supervisor", SOLVE_ACCIDENT, accidentSolved());
    }

    static void close(RepairCase repair) {
        repair.does("supervisor", STATE_CAUSE, causeStated()).does("director", CLOSE_ACCIDENT, accidentClosed());
    }

    static Stream<Promise> promises() {
        Duration day = Duration.ofDays(1);
        Duration minute = Duration.ofMinutes(1);
        return Stream.of(
                new Promise(
                        "4.6.1a",
                        CommitmentKind.REGISTRATION,
                        ClockScenarios::reportedTap,
                        minute.multipliedBy(3),
                        repair -> repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")),
                        "customerServiceLead"),
                new Promise(
                        "4.6.1b",
                        CommitmentKind.NOTIFICATION,
                        office -> reportedTap(office).submits("clerk1", REGISTER_REQUEST, registered("PL-01")),
                        minute.multipliedBy(3),
                        RepairCase::backgroundWorkRuns,
                        "customerServiceLead"),
                new Promise(
                        "4.6.2",
                        CommitmentKind.ARRIVAL,
                        ClockScenarios::registeredTap,
                        minute.multipliedBy(15),
                        ClockScenarios::arriving,
                        "engineeringSupervisor"),
                new Promise(
                        "4.6.2 紧急",
                        CommitmentKind.ARRIVAL,
                        office -> reportedTap(office)
                                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", true)),
                        minute.multipliedBy(5),
                        ClockScenarios::arriving,
                        "engineeringSupervisor"),
                new Promise(
                        "5.1",
                        CommitmentKind.REPAIR,
                        office -> working(registeredTap(office)),
                        minute.multipliedBy(30),
                        repair -> repair.does("tech1", CARRY_OUT_REPAIR, done()),
                        "tech1"),
                new Promise(
                        "5.2",
                        CommitmentKind.IMPORTANT_REPAIR,
                        ClockScenarios::important,
                        day.multipliedBy(2),
                        repair -> working(approved(repair)).does("tech1", CARRY_OUT_REPAIR, done()),
                        "director"),
                new Promise(
                        "4.6.3",
                        CommitmentKind.RESULT_REPORT,
                        office -> working(registeredTap(office)).does("tech1", CARRY_OUT_REPAIR, done()),
                        minute.multipliedBy(10),
                        repair -> repair.does("tech1", ACCEPT_REPAIR, accepted())
                                .does("tech1", REPORT_RESULT, reported()),
                        "engineeringSupervisor"),
                new Promise(
                        "4.6.4",
                        CommitmentKind.DEFERRAL_CALL,
                        ClockScenarios::deferred,
                        minute.multipliedBy(30),
                        repair -> repair.does(
                                "clerk1", AGREE_DEFERRAL, deferredTo(Instant.parse("2026-11-25T01:00:00Z"))),
                        "customerServiceLead"),
                new Promise(
                        "4.6.4 约定",
                        CommitmentKind.PROMISED_TIME,
                        office -> deferred(office)
                                .does(
                                        "clerk1",
                                        AGREE_DEFERRAL,
                                        deferredTo(office.now().plus(Duration.ofHours(26)))),
                        Duration.ofHours(26).plusMinutes(30),
                        repair -> repair.dueTimersFire().does("tech1", CARRY_OUT_REPAIR, done()),
                        "customerServiceLead"),
                new Promise(
                        "Q1",
                        CommitmentKind.FIRST_ANSWER,
                        ClockScenarios::registeredTap,
                        day,
                        ClockScenarios::arriving,
                        "director"),
                new Promise(
                        "5.3a",
                        CommitmentKind.ACCIDENT_ANSWER,
                        ClockScenarios::accident,
                        day.multipliedBy(2),
                        ClockScenarios::answer,
                        "director"),
                new Promise(
                        "5.3b",
                        CommitmentKind.ACCIDENT_SOLUTION,
                        office -> {
                            RepairCase repair = accident(office);
                            answer(repair);
                            return repair;
                        },
                        day.multipliedBy(10),
                        ClockScenarios::solve,
                        "director"));
    }

    static RepairCase repairedLamp(Office office) {
        return office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done());
    }

    /** The director lets an overdue important repair go on, if that is asked for. */
    static RepairCase approved(RepairCase repair) {
        repair.told(CommitmentKind.IMPORTANT_REPAIR)
                .forEach(task ->
                        repair.does("director", task, escalated("approve", "newTime", "2026-12-20T18:00:00+08:00")));
        return repair;
    }

    @BeforeEach
    default void clockIsSet() {
        office().timeIs(START);
    }

    @ParameterizedTest
    @MethodSource("promises")
    @Tag("4.6.1a")
    @Tag("4.6.1b")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("4.6.4")
    @Tag("5.1")
    @Tag("5.2")
    @Tag("5.3a")
    @Tag("5.3b")
    @Tag("Q1")
    default void aPromiseKeptASecondBeforeItIsDueIsNoNews(Promise promise) {
        RepairCase repair = promise.given().apply(office());
        Commitment started = repair.commitment(promise.kind());
        Instant due = started.startedAt().plus(promise.limit());
        assertThat(started.dueAt()).isEqualTo(due);

        office().timeIs(due.minusSeconds(1));
        repair.dueTimersFire();
        assertThat(repair.told(promise.kind())).isEmpty();
        promise.kept().accept(repair);
        Commitment kept = repair.commitment(promise.kind());
        assertThat(kept.endedAt()).isEqualTo(due.minusSeconds(1));
        assertThat(kept.missed()).isFalse();
        assertThat(kept.lateness()).contains(Duration.ZERO);

        office().timeIs(due.plusSeconds(1));
        repair.dueTimersFire();
        assertThat(repair.told(promise.kind())).isEmpty();
        assertThat(repair.trail())
                .noneMatch(line -> line.contains(promise.kind().label() + "的时限是") && line.contains("已超时"));
    }

    @ParameterizedTest
    @MethodSource("promises")
    @Tag("4.6.1a")
    @Tag("4.6.1b")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("4.6.4")
    @Tag("5.1")
    @Tag("5.2")
    @Tag("5.3a")
    @Tag("5.3b")
    @Tag("Q1")
    default void aPromiseMissedByASecondReachesTheRightPersonOnce(Promise promise) {
        RepairCase repair = promise.given().apply(office());
        Commitment started = repair.commitment(promise.kind());
        Instant late = started.startedAt().plus(promise.limit()).plusSeconds(1);

        office().timeIs(late);
        repair.dueTimersFire().dueTimersFire();

        List<Task> told = repair.told(promise.kind());
        assertThat(told).hasSize(1);
        assertThat(Stream.concat(
                        repair.candidateGroups(told.get(0)).stream(),
                        Stream.ofNullable(told.get(0).getAssignee())))
                .contains(promise.told());
        assertThat(repair.trail().stream()
                        .filter(line -> line.contains(promise.kind().label() + "的时限是") && line.contains("已超时")))
                .hasSize(1);

        promise.kept().accept(repair);
        Commitment missed = repair.commitment(promise.kind());
        assertThat(missed.dueAt()).isEqualTo(late.minusSeconds(1));
        assertThat(missed.missedAt()).isEqualTo(late);
        assertThat(missed.endedAt()).isEqualTo(late);
        assertThat(missed.missed()).isTrue();
        assertThat(missed.lateness()).contains(Duration.ofSeconds(1));
        assertThat(repair.told(promise.kind()))
                .as("what is done needs no answer any more")
                .isEmpty();
    }

    @Test
    @Tag("4.5.1")
    default void publicWorkThatIsVerifiedInTheLastSecondOfThe25thIsNoNews() {
        RepairCase repair = repairedLamp(office());
        isDue(repair, VERIFY_PUBLIC_REPAIR, CommitmentKind.VERIFICATION);
        office().timeIs("2026-11-25T23:59:59+08:00");
        repair.dueTimersFire().does("clerk1", VERIFY_PUBLIC_REPAIR, verified());

        office().timeIs("2026-11-26T00:00:00+08:00");
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.VERIFICATION)).isEmpty();
        assertThat(repair.commitment(CommitmentKind.VERIFICATION).missed()).isFalse();
        assertThat(repair.trail()).noneMatch(line -> line.contains("核查公共维修的时限是"));
    }

    @Test
    @Tag("4.5.1")
    default void publicWorkThatIsNotVerifiedOnThe25thReachesTheHeadOfCustomerServiceOnce() {
        RepairCase repair = repairedLamp(office());
        Instant the26th = Instant.parse("2026-11-25T16:00:00Z");
        office().timeIs(the26th);
        repair.dueTimersFire().dueTimersFire();

        List<Task> told = repair.told(CommitmentKind.VERIFICATION);
        assertThat(told).hasSize(1);
        assertThat(repair.candidateGroups(told.get(0))).containsExactly("customerServiceLead");
        assertThat(repair.trail())
                .filteredOn(line -> line.contains("核查公共维修的时限是"))
                .containsExactly("4.5.1 核查公共维修的时限是 11月25日 23:59，已超时：告知客服主管");

        repair.does("clerk1", VERIFY_PUBLIC_REPAIR, verified());
        Commitment missed = repair.commitment(CommitmentKind.VERIFICATION);
        assertThat(missed.dueAt()).isEqualTo(the26th.minusMillis(1));
        assertThat(missed.missedAt()).isEqualTo(the26th);
        assertThat(missed.endedAt()).isEqualTo(the26th);
        assertThat(missed.lateness()).contains(Duration.ofMillis(1));
        assertThat(repair.told(CommitmentKind.VERIFICATION))
                .as("what is done needs no answer any more")
                .isEmpty();
    }

    @Test
    @Tag("4.5.1")
    default void theHeadOfCustomerServiceTakesAnOverdueVerificationOver() {
        RepairCase repair = repairedLamp(office());
        office().timeIs("2026-11-26T08:00:00+08:00");
        repair.dueTimersFire()
                .does("clerklead", repair.told(CommitmentKind.VERIFICATION).get(0), escalated("takeOver"));
        assertThat(repair.task(VERIFY_PUBLIC_REPAIR).getAssignee()).isEqualTo("clerklead");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T23:59:00+08:00, 2026-11-25T15:59:59.999Z",
        "2026-11-26T00:00:00+08:00, 2026-12-25T15:59:59.999Z"
    })
    @Tag("4.5.1")
    default void workFinishedAfterThe25thIsVerifiedByThe25thOfTheNextMonth(String finished, Instant due) {
        office().timeIs(finished);
        assertThat(repairedLamp(office())
                        .commitment(CommitmentKind.VERIFICATION)
                        .dueAt())
                .isEqualTo(due);
    }

    @Test
    @Tag("4.6.1a")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("4.6.4")
    @Tag("5.1")
    default void theTaskListByDueDateIsTheOrderOfWork() {
        RepairCase repair = reportedTap(office());
        isDue(repair, REGISTER_REQUEST, CommitmentKind.REGISTRATION);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        isDue(repair, ASSESS_FAULT, CommitmentKind.ARRIVAL);
        repair.does("supervisor", ASSESS_FAULT, with(assessed("PL-01", 1), "surveyNeeded", true));
        isDue(repair, SURVEY_SITE, CommitmentKind.ARRIVAL);

        RepairCase daily = registeredTap(office());
        isDue(daily, PICK_UP_SLIP, CommitmentKind.ARRIVAL);
        daily.does("tech1", PICK_UP_SLIP, pickedUp());
        isDue(daily, VISIT_SITE, CommitmentKind.ARRIVAL);
        daily.does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        isDue(daily, CARRY_OUT_REPAIR, CommitmentKind.REPAIR);
        daily.does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        isDue(daily, SUPPORT_REPAIR, CommitmentKind.REPAIR);
        daily.does("supervisor", SUPPORT_REPAIR, supported()).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        isDue(daily, AGREE_DEFERRAL, CommitmentKind.DEFERRAL_CALL);

        RepairCase finished = working(registeredTap(office())).does("tech1", CARRY_OUT_REPAIR, done());
        isDue(finished, ACCEPT_REPAIR, CommitmentKind.RESULT_REPORT);
        finished.does("tech1", ACCEPT_REPAIR, accepted());
        isDue(finished, REPORT_RESULT, CommitmentKind.RESULT_REPORT);
    }

    @Test
    @Tag("5.2")
    @Tag("5.3a")
    @Tag("5.3b")
    default void theTasksOfAnAccidentAreDueWithItsPromises() {
        RepairCase repair = working(important(office()));
        isDue(repair, CARRY_OUT_REPAIR, CommitmentKind.IMPORTANT_REPAIR);
        office().takesCall("clerk1", with(call(repair.number(), "complain"), "lossOrInjury", true));
        isDue(repair, CARRY_OUT_REPAIR, CommitmentKind.ACCIDENT_SOLUTION);
        isDue(repair, REPORT_ACCIDENT, CommitmentKind.ACCIDENT_ANSWER);
        repair.does("clerklead", REPORT_ACCIDENT, accidentReported());
        isDue(repair, ANSWER_OWNER, CommitmentKind.ACCIDENT_ANSWER);
        repair.does("director", ANSWER_OWNER, accidentAnswered());
        isDue(repair, PLAN_SOLUTION, CommitmentKind.ACCIDENT_SOLUTION);
        assertThat(repair.timers())
                .extracting(Job::getDuedate)
                .contains(Date.from(
                        repair.commitment(CommitmentKind.ACCIDENT_SOLUTION).dueAt()));
        repair.does("director", PLAN_SOLUTION, accidentPlanned());
        isDue(repair, SOLVE_ACCIDENT, CommitmentKind.ACCIDENT_SOLUTION);
    }

    private static void isDue(RepairCase repair, String task, CommitmentKind kind) {
        assertThat(repair.task(task).getDueDate())
                .as(task)
                .isEqualTo(repair.commitment(kind).dueAt());
    }

    @Test
    @Tag("4.6.2")
    default void whoShouldBeOnSiteIsRemindedAtTwoThirdsOfTheTime() {
        RepairCase repair = registeredTap(office());
        office().timePasses(Duration.ofSeconds(599));
        assertThat(repair.dueTimersFire().trail()).noneMatch(line -> line.contains("即将到时"));
        office().timePasses(Duration.ofSeconds(1));
        assertThat(repair.dueTimersFire().dueTimersFire().trail())
                .filteredOn(line -> line.contains("即将到时"))
                .containsExactly("4.6.2 到场的时限是 11月23日 09:15，即将到时：告知维修班和工程主管");
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("4.2.2")
    @Tag("4.4.2")
    @Tag("5.2")
    default void aDailyRepairUnsolvedAfterADayIsImportantAndHasTwoDays() {
        RepairCase repair = arriving(registeredTap(office()));
        office().timeIs(Instant.parse("2026-11-24T01:00:00Z").minusSeconds(1));
        assertThat(repair.dueTimersFire().slip().repairClass()).isEqualTo(RepairClass.DAILY);

        office().timePasses(Duration.ofSeconds(1));
        repair.dueTimersFire();

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        assertThat(repair.slip().severity().classification().clause()).isEqualTo("4.2.2");
        assertThat(repair.openTasks()).contains(HANDLE_IMPORTANT, QUOTE_REPAIR);
        assertThat(repair.commitment(CommitmentKind.ONE_DAY).missed()).isTrue();
        assertThat(repair.commitment(CommitmentKind.IMPORTANT_REPAIR).dueAt())
                .isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));

        repair.does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted());
        assertThat(repair.commitment(CommitmentKind.ONE_DAY).ended()).isTrue();
    }

    @Test
    @Tag("4.2.1.3")
    @Tag("4.4.1")
    default void aRequestUnsolvedAfterTwoWeeksIsAnAccident() {
        RepairCase repair = registeredTap(office());
        office().timeIs(Instant.parse("2026-12-07T01:00:00Z").minusSeconds(1));
        assertThat(repair.dueTimersFire().slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        office().timePasses(Duration.ofSeconds(1));
        repair.dueTimersFire();

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.slip().severity().classification().clause()).isEqualTo("4.2.1.3");
        assertThat(repair.openTasks()).contains(REPORT_ACCIDENT, PICK_UP_SLIP);
    }

    @ParameterizedTest
    @CsvSource({"ONE_DAY, P1D", "TWO_WEEKS, P14D"})
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    default void aRequestSolvedASecondBeforeTheDayOrTheTwoWeeksAreOverKeepsItsClass(
            CommitmentKind kind, Duration limit) {
        RepairCase repair = working(registeredTap(office())).does("tech1", CARRY_OUT_REPAIR, done());
        Instant due = office().now().plus(limit);
        office().timeIs(due.minusSeconds(1));
        RepairClass before = repair.dueTimersFire().slip().repairClass();
        repair.does("tech1", ACCEPT_REPAIR, accepted());
        assertThat(repair.commitment(kind).dueAt()).isEqualTo(due);
        assertThat(repair.commitment(kind).endedAt()).isEqualTo(due.minusSeconds(1));
        assertThat(repair.commitment(kind).missed()).isFalse();

        office().timeIs(due.plusSeconds(1));
        repair.dueTimersFire();
        assertThat(repair.slip().repairClass()).isEqualTo(before);
        assertThat(repair.commitment(kind).missed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_DAY, P1D, 4.2.2 界定为重要维修, " + HANDLE_IMPORTANT,
        "TWO_WEEKS, P14D, 4.2.1.3 界定为维修事故, " + REPORT_ACCIDENT
    })
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    @Tag("4.4.1")
    @Tag("4.4.2")
    default void aRequestUnsolvedASecondAfterTheDayOrTheTwoWeeksGoesToItsNewRoleOnce(
            CommitmentKind kind, Duration limit, String raised, String task) {
        RepairCase repair = working(registeredTap(office())).does("tech1", CARRY_OUT_REPAIR, done());
        Instant late = office().now().plus(limit).plusSeconds(1);
        office().timeIs(late);
        repair.dueTimersFire().dueTimersFire();
        assertThat(repair.trail()).filteredOn(line -> line.startsWith(raised)).hasSize(1);
        assertThat(repair.candidateGroups(repair.task(task))).containsExactly("customerServiceLead");

        repair.does("tech1", ACCEPT_REPAIR, accepted());
        Commitment missed = repair.commitment(kind);
        assertThat(missed.dueAt()).isEqualTo(late.minusSeconds(1));
        assertThat(missed.missedAt()).isEqualTo(late);
        assertThat(missed.endedAt()).isEqualTo(late);
        assertThat(missed.lateness()).contains(Duration.ofSeconds(1));
    }

    @Test
    @Tag("4.2.1.2")
    default void lossOrInjuryReportedAtAnyMomentIsAnAccident() {
        RepairCase repair = working(registeredTap(office()));
        office().takesCall("clerk1", with(call(repair.number(), "complain"), "lossOrInjury", true));
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(CARRY_OUT_REPAIR, ANSWER_COMPLAINT, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    default void whatIsSolvedOrImportantAlreadyIsNotRaisedByTheCalendar() {
        RepairCase important = important(office());
        RepairCase lamp =
                office().reports("tech1", darkCorridor()).does("tech1", REGISTER_REQUEST, registered("PB-01"));
        finished(lamp);
        office().timePasses(Duration.ofDays(15));
        important.dueTimersFire();
        lamp.dueTimersFire();
        assertThat(lamp.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(important.trail()).noneMatch(line -> line.contains("报修后一天没有解决"));
    }

    private static void finished(RepairCase lamp) {
        arriving(lamp).does("tech1", CARRY_OUT_REPAIR, done());
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    default void theDirectorIsToldDailyUntilTheOwnerIsAnsweredAndTheAccidentSolved() {
        RepairCase repair = accident(office());
        office().timePasses(Duration.ofDays(2));
        repair.dueTimersFire();
        office().timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        office().timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3a") && line.contains("告知主任"))
                .hasSize(3);
        assertThat(repair.told(CommitmentKind.ACCIDENT_ANSWER)).hasSize(1);

        answer(repair);
        office().timePasses(Duration.ofDays(6));
        repair.dueTimersFire();
        office().timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3a") && line.contains("告知主任"))
                .hasSize(3);
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3b") && line.contains("告知主任"))
                .hasSize(2);
    }

    @Test
    @Tag("4.4.1")
    @Tag("4.7.7")
    @Tag("5.3b")
    default void theSlipStaysOpenUntilTheAccidentIsClosed() {
        RepairCase repair = accident(office());
        working(repair)
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, satisfied());
        assertThat(repair.openTasks()).containsExactly(REPORT_ACCIDENT);
        assertThat(repair.slip().state()).isEqualTo(SlipState.FOLLOWED_UP);

        answer(repair);
        solve(repair);
        close(repair);

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.ended()).isTrue();
    }

    @Test
    @Tag("4.2.1.2")
    default void nobodyCancelsAnAccident() {
        RepairCase repair = accident(office());
        assertThatThrownBy(() -> repair.ownerCalls("cancel")).hasMessageContaining("维修事故还没有结案，不能取消");
        assertThat(repair.openTasks()).contains(REPORT_ACCIDENT);
    }

    @Test
    @Tag("5.2")
    default void anOverdueImportantRepairGoesOnOnlyWithTheDirectorsApproval() {
        RepairCase repair = important(office());
        office().timePasses(Duration.ofHours(44));
        assertThat(repair.dueTimersFire().trail())
                .filteredOn(line -> line.contains("重要维修修好的时限是"))
                .singleElement()
                .asString()
                .contains("即将到时：告知客服主管和主任");
        office().timePasses(Duration.ofHours(4));
        repair.dueTimersFire();

        assertThatThrownBy(() -> repair.does("tech1", PICK_UP_SLIP, pickedUp())).hasMessageContaining("须经主任批准");
        Task task = repair.told(CommitmentKind.IMPORTANT_REPAIR).get(0);
        assertThatThrownBy(() -> repair.does("director", task, escalated("acknowledge")))
                .hasMessageContaining("不能选择");
        assertThatThrownBy(() -> repair.does("director", task, escalated("approve", "newTime", START)))
                .hasMessageContaining("晚于现在");
        repair.does("director", task, escalated("approve", "newTime", "2026-11-27T18:00:00+08:00"));

        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.slip().schedule().expectedAt()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
    }

    @Test
    @Tag("4.6.2")
    @Tag("3.3")
    default void theSupervisorReassignsOrAddsPeopleWhenNobodyArrives() {
        RepairCase repair = reportedTap(office())
                .does("clerk1", REGISTER_REQUEST, registered("DL-01"))
                .does("tech2", PICK_UP_SLIP, pickedUp());
        office().timePasses(Duration.ofMinutes(15));
        repair.dueTimersFire();
        Task task = repair.told(CommitmentKind.ARRIVAL).get(0);

        assertThatThrownBy(() -> repair.does("supervisor", task, escalated("reassign", "technicianId", "tech2")))
                .hasMessageContaining("另一位维修人员");
        assertThatThrownBy(() -> repair.does("supervisor", task, escalated("reassign", "technicianId", "tech3")))
                .hasMessageContaining("资质");
        repair.does("supervisor", task, escalated("addPeople", "technicianId", "tech2"));
        assertThat(repair.trail()).anyMatch(line -> line.contains("增派"));
    }

    @Test
    @Tag("3.3")
    @Tag("4.6.2")
    default void whoIsReassignedAfterAMissedArrivalBringsTheRepairToItsEnd() {
        RepairCase repair = reportedTap(office())
                .does("clerk1", REGISTER_REQUEST, registered("DL-12"))
                .does("tech2", PICK_UP_SLIP, pickedUp());
        office().timePasses(Duration.ofMinutes(15));
        repair.dueTimersFire();
        repair.does(
                "supervisor",
                repair.told(CommitmentKind.ARRIVAL).get(0),
                escalated("reassign", "technicianId", "tech1"));
        assertThat(repair.trail()).anyMatch(line -> line.startsWith("3.3 改派给"));
        assertThat(repair.told(CommitmentKind.ARRIVAL)).isEmpty();
        assertThat(repair.task(VISIT_SITE).getAssignee()).isEqualTo("tech1");
        assertThatThrownBy(() -> repair.does("tech2", VISIT_SITE, arrived())).hasMessageContaining("只有现在负责这张单的维修人员");

        repair.does("tech1", VISIT_SITE, arrived());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).missed()).isTrue();
        repair.does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.slip().technician()).isEqualTo("tech1");
    }

    @Test
    @Tag("4.6.1a")
    default void theHeadOfCustomerServiceTakesALateRegistrationOver() {
        RepairCase repair = reportedTap(office());
        office().timePasses(Duration.ofMinutes(3));
        repair.dueTimersFire();
        repair.does("clerklead", repair.told(CommitmentKind.REGISTRATION).get(0), escalated("takeOver"));
        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerklead");
        repair.does("clerklead", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @Tag("5.1")
    default void theTechnicianReportsAnOverrunWithANewTime() {
        RepairCase repair = working(registeredTap(office()));
        office().timePasses(Duration.ofMinutes(30));
        repair.dueTimersFire();
        repair.does(
                "tech1",
                repair.told(CommitmentKind.REPAIR).get(0),
                escalated("newTime", "newTime", "2026-11-23T11:00:00+08:00"));
        assertThat(repair.trail()).anyMatch(line -> line.contains("报告超时，预计 11月23日 11:00 完成"));
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("5.1")
    default void aMissIsToldOnceHoweverManyTimersStillRun() {
        RepairCase repair =
                office().reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        later(repair).does("supervisor", ASSESS_FAULT, assessed("PL-14", 3));
        later(repair);
        later(working(repair).does("tech1", CARRY_OUT_REPAIR, done()));
        later(repair.does("tech1", ACCEPT_REPAIR, accepted())).does("tech1", REPORT_RESULT, reported());
        isToldOnce(repair, CommitmentKind.ARRIVAL);
        isToldOnce(repair, CommitmentKind.RESULT_REPORT);

        RepairCase supported = working(registeredTap(office())).does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        later(supported);
        later(supported.does("supervisor", SUPPORT_REPAIR, supported()));
        isToldOnce(supported, CommitmentKind.REPAIR);
    }

    private static void isToldOnce(RepairCase repair, CommitmentKind kind) {
        assertThat(repair.trail())
                .filteredOn(line -> line.contains(kind.label() + "的时限是") && line.contains("已超时"))
                .as(kind.label())
                .hasSize(1);
    }

    private RepairCase later(RepairCase repair) {
        office().timePasses(Duration.ofHours(1));
        return repair.dueTimersFire();
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.3.1.3")
    default void theTimeTheOwnerWantsIsWhenTheClockBeginsToCount() {
        RepairCase repair = reportedTap(office())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", "2026-11-24T10:00:00+08:00"));
        Commitment arrival = repair.commitment(CommitmentKind.ARRIVAL);
        assertThat(arrival.dueAt()).isEqualTo(Instant.parse("2026-11-24T02:15:00Z"));
        assertThat(arrival.pauses()).singleElement().satisfies(pause -> assertThat(pause.reason())
                .isEqualTo("业主希望的时间"));
        assertThat(repair.task(PICK_UP_SLIP).getDueDate()).isEqualTo(Date.from(arrival.dueAt()));
    }

    @Test
    @Tag("4.6.2")
    default void anAbsentOwnerSettlesTheArrivalOnce() {
        RepairCase repair = registeredTap(office())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office().now().plus(Duration.ofDays(1))));
        Commitment arrival = repair.commitment(CommitmentKind.ARRIVAL);
        assertThat(arrival.missed()).isFalse();
        office().timePasses(Duration.ofHours(23));
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.ARRIVAL)).isEmpty();
        repair.does("tech1", VISIT_SITE, arrived());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).endedAt()).isEqualTo(arrival.endedAt());
    }

    @Test
    @Tag("4.7.5")
    @Tag("4.6.1b")
    default void waitingForTheWrittenApplicationDoesNotCount() {
        RepairCase repair =
                reportedTap(office()).does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        office().timePasses(Duration.ofHours(2));
        repair.dueTimersFire().does("clerk1", OBTAIN_APPLICATION, with(application(), "applicationDate", "2026-11-23"));
        Commitment notification = repair.commitment(CommitmentKind.NOTIFICATION);
        assertThat(notification.missed()).isFalse();
        assertThat(notification.pauses()).singleElement().satisfies(pause -> assertThat(
                        Duration.between(pause.pausedFrom(), pause.pausedUntil()))
                .isEqualTo(Duration.ofHours(2)));
    }

    @Test
    @Tag("4.6.4")
    @Tag("5.1")
    default void aDeferralReplacesTheTimeForTheRepairByThePromisedOne() {
        RepairCase repair = deferred(office())
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office().now().plus(Duration.ofHours(3))));
        office().timePasses(Duration.ofHours(3));
        repair.dueTimersFire();
        assertThat(repair.task(CARRY_OUT_REPAIR).getDueDate().toInstant())
                .isEqualTo(office().now().plus(Duration.ofMinutes(30)));
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        Commitment work = repair.commitment(CommitmentKind.REPAIR);
        assertThat(work.missed()).isFalse();
        assertThat(work.pauses()).singleElement().satisfies(pause -> assertThat(pause.reason())
                .contains("约定时间"));
        assertThat(repair.commitment(CommitmentKind.PROMISED_TIME).missed()).isFalse();
    }

    @Test
    @Tag("4.6.4")
    @Tag("5.2")
    default void aTimerThatWaitsStandsStillWithItsClock() {
        RepairCase repair = working(approved(important(office())));
        Date due = Date.from(repair.commitment(CommitmentKind.IMPORTANT_REPAIR).dueAt());
        assertThat(repair.timers()).extracting(Job::getDuedate).contains(due);
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        assertThat(repair.timers()).extracting(Job::getDuedate).doesNotContain(due);
    }

    @Test
    @Tag("4.2")
    @Tag("4.6.2")
    default void anItemThatIsUrgentByNatureShortensTheClockThatRuns() {
        RepairCase repair =
                office().reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt())
                .isEqualTo(office().now().plus(Duration.ofMinutes(15)));
        Instant start = office().now();
        office().timePasses(Duration.ofMinutes(2));
        repair.does("supervisor", ASSESS_FAULT, assessed("PL-09", 1.5));
        assertThat(repair.slip().intake().emergency()).isTrue();
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(start.plus(Duration.ofMinutes(5)));
        assertThat(repair.task(PICK_UP_SLIP).getDueDate().toInstant()).isEqualTo(start.plus(Duration.ofMinutes(5)));
    }

    @Test
    @Tag("4.6.1a")
    default void aChangedLimitCountsForWhatStartsAfterItsDeployment() throws IOException {
        RepairCase running = reportedTap(office());
        String table = Files.readString(Path.of("processes", "service-commitments.dmn"));
        String deployment = office().deploys("service-commitments.dmn", table.replace("\"PT3M\"", "\"PT7M\""));
        try {
            assertThat(reportedTap(office())
                            .commitment(CommitmentKind.REGISTRATION)
                            .dueAt())
                    .isEqualTo(office().now().plus(Duration.ofMinutes(7)));
            office().timePasses(Duration.ofMinutes(3));
            assertThat(running.dueTimersFire().told(CommitmentKind.REGISTRATION))
                    .hasSize(1);
        } finally {
            office().withdraws(deployment);
        }
    }

    @Test
    @Tag("4.6.2")
    default void aWarningThatTheTableHasNobodyForLeavesTheClockAlone() throws IOException {
        String table = Files.readString(Path.of("processes", "escalation.dmn"));
        String deployment = office().deploys(
                        "escalation.dmn", table.replaceFirst("(?s)<rule id=\"Rule_ArrivalWarning\">.*?</rule>", ""));
        try {
            RepairCase repair = registeredTap(office());
            office().timePasses(Duration.ofMinutes(10));
            assertThat(repair.dueTimersFire()
                            .commitment(CommitmentKind.ARRIVAL)
                            .deadline()
                            .warnedAt())
                    .isEqualTo(office().now());
            assertThat(repair.trail()).noneMatch(line -> line.contains("即将到时"));
            office().timePasses(Duration.ofMinutes(5));
            assertThat(repair.dueTimersFire().told(CommitmentKind.ARRIVAL)).hasSize(1);
        } finally {
            office().withdraws(deployment);
        }
    }

    @Test
    @Tag("Q1")
    @Tag("4.7.8")
    default void aLetterEnteredLaterIsCountedFromItsTrueReceipt() {
        RepairCase repair = office().reports(
                        "clerk1", with(leakingTap(), "channel", "letter", "receivedAt", "2026-11-22T10:00:00+08:00"));
        assertThat(repair.commitment(CommitmentKind.FIRST_ANSWER).dueAt())
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        office().timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(repair.dueTimersFire().told(CommitmentKind.FIRST_ANSWER)).hasSize(1);
    }
}
