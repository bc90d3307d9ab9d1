package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.AccidentWork;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every promise has a clock: kept a second before it is due nobody hears of it, a second later the right people do. */
@Scenarios
@DisplayName("每一项时限：差一秒与超一秒")
class PromiseScenarios {

    @Autowired
    Office office;

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

    static Stream<Promise> promises() {
        Duration day = Duration.ofDays(1);
        Duration minute = Duration.ofMinutes(1);
        return Stream.of(
                new Promise(
                        "4.6.1a",
                        CommitmentKind.REGISTRATION,
                        TapRepair::reported,
                        minute.multipliedBy(3),
                        repair -> repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")),
                        "customerServiceLead"),
                new Promise(
                        "4.6.1b",
                        CommitmentKind.NOTIFICATION,
                        office -> TapRepair.reported(office).submits("clerk1", REGISTER_REQUEST, registered("PL-01")),
                        minute.multipliedBy(3),
                        RepairCase::backgroundWorkRuns,
                        "customerServiceLead"),
                new Promise(
                        "4.6.2",
                        CommitmentKind.ARRIVAL,
                        TapRepair::registered,
                        minute.multipliedBy(15),
                        TapRepair::arriving,
                        "engineeringSupervisor"),
                new Promise(
                        "4.6.2 紧急",
                        CommitmentKind.ARRIVAL,
                        office -> TapRepair.reported(office)
                                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", true)),
                        minute.multipliedBy(5),
                        TapRepair::arriving,
                        "engineeringSupervisor"),
                new Promise(
                        "5.1",
                        CommitmentKind.REPAIR,
                        office -> TapRepair.working(office),
                        minute.multipliedBy(30),
                        repair -> repair.does("tech1", CARRY_OUT_REPAIR, done()),
                        "tech1"),
                new Promise(
                        "5.2",
                        CommitmentKind.IMPORTANT_REPAIR,
                        TapRepair::important,
                        day.multipliedBy(2),
                        repair -> TapRepair.working(TapRepair.approved(repair)).does("tech1", CARRY_OUT_REPAIR, done()),
                        "director"),
                new Promise(
                        "4.6.3",
                        CommitmentKind.RESULT_REPORT,
                        office -> TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done()),
                        minute.multipliedBy(10),
                        repair -> repair.does("tech1", ACCEPT_REPAIR, accepted())
                                .does("tech1", REPORT_RESULT, reported()),
                        "engineeringSupervisor"),
                new Promise(
                        "4.6.4",
                        CommitmentKind.DEFERRAL_CALL,
                        TapRepair::deferred,
                        minute.multipliedBy(30),
                        repair -> repair.does(
                                "clerk1", AGREE_DEFERRAL, deferredTo(Instant.parse("2026-11-25T01:00:00Z"))),
                        "customerServiceLead"),
                new Promise(
                        "4.6.4 约定",
                        CommitmentKind.PROMISED_TIME,
                        office -> TapRepair.deferred(office)
                                .does(
                                        "clerk1",
                                        AGREE_DEFERRAL,
                                        deferredTo(office.now().plus(Duration.ofHours(26)))),
                        Duration.ofHours(26).plusMinutes(30),
                        repair -> repair.dueTimersFire().does("tech1", CARRY_OUT_REPAIR, done()),
                        "customerServiceLead"),
                new Promise(
                        "Q1", CommitmentKind.FIRST_ANSWER, TapRepair::registered, day, TapRepair::arriving, "director"),
                new Promise(
                        "5.3a",
                        CommitmentKind.ACCIDENT_ANSWER,
                        TapRepair::accident,
                        day.multipliedBy(2),
                        AccidentWork::answer,
                        "director"),
                new Promise(
                        "5.3b",
                        CommitmentKind.ACCIDENT_SOLUTION,
                        office -> {
                            RepairCase repair = TapRepair.accident(office);
                            AccidentWork.answer(repair);
                            return repair;
                        },
                        day.multipliedBy(10),
                        AccidentWork::solve,
                        "director"));
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
    void aPromiseKeptASecondBeforeItIsDueIsNoNews(Promise promise) {
        RepairCase repair = promise.given().apply(office);
        Commitment started = repair.commitment(promise.kind());
        Instant due = started.startedAt().plus(promise.limit());
        assertThat(started.dueAt()).isEqualTo(due);

        office.timeIs(due.minusSeconds(1));
        repair.dueTimersFire();
        assertThat(repair.told(promise.kind())).isEmpty();
        promise.kept().accept(repair);
        Commitment kept = repair.commitment(promise.kind());
        assertThat(kept.endedAt()).isEqualTo(due.minusSeconds(1));
        assertThat(kept.missed()).isFalse();
        assertThat(kept.lateness()).contains(Duration.ZERO);

        office.timeIs(due.plusSeconds(1));
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
    void aPromiseMissedByASecondReachesTheRightPersonOnce(Promise promise) {
        RepairCase repair = promise.given().apply(office);
        Commitment started = repair.commitment(promise.kind());
        Instant late = started.startedAt().plus(promise.limit()).plusSeconds(1);

        office.timeIs(late);
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
}
