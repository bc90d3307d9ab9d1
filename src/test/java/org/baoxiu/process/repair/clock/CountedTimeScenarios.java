package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From when a clock counts, what makes it pause, and what changes its limit. */
@Scenarios
@DisplayName("哪些时间算、哪些不算")
class CountedTimeScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.6.2")
    @Tag("4.3.1.3")
    void theTimeTheOwnerWantsIsWhenTheClockBeginsToCount() {
        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", "2026-11-24T10:00:00+08:00"));
        Commitment arrival = repair.commitment(CommitmentKind.ARRIVAL);
        assertThat(arrival.dueAt()).isEqualTo(Instant.parse("2026-11-24T02:15:00Z"));
        assertThat(arrival.pauses()).singleElement().satisfies(pause -> assertThat(pause.reason())
                .isEqualTo("业主希望的时间"));
        assertThat(repair.task(PICK_UP_SLIP).getDueDate()).isEqualTo(Date.from(arrival.dueAt()));
    }

    @Test
    @Tag("4.6.2")
    void anAbsentOwnerSettlesTheArrivalOnce() {
        RepairCase repair = TapRepair.registered(office)
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(Duration.ofDays(1))));
        Commitment arrival = repair.commitment(CommitmentKind.ARRIVAL);
        assertThat(arrival.missed()).isFalse();
        office.timePasses(Duration.ofHours(23));
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.ARRIVAL)).isEmpty();
        repair.does("tech1", VISIT_SITE, arrived());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).endedAt()).isEqualTo(arrival.endedAt());
    }

    @Test
    @Tag("4.7.5")
    @Tag("4.6.1b")
    void waitingForTheWrittenApplicationDoesNotCount() {
        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        office.timePasses(Duration.ofHours(2));
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
    void aDeferralReplacesTheTimeForTheRepairByThePromisedOne() {
        RepairCase repair = TapRepair.deferred(office)
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(3))));
        office.timePasses(Duration.ofHours(3));
        repair.dueTimersFire();
        assertThat(repair.task(CARRY_OUT_REPAIR).getDueDate().toInstant())
                .isEqualTo(office.now().plus(Duration.ofMinutes(30)));
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
    void aTimerThatWaitsStandsStillWithItsClock() {
        RepairCase repair = TapRepair.working(TapRepair.approved(TapRepair.important(office)));
        Date due = Date.from(repair.commitment(CommitmentKind.IMPORTANT_REPAIR).dueAt());
        assertThat(repair.timers()).extracting(Job::getDuedate).contains(due);
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        assertThat(repair.timers()).extracting(Job::getDuedate).doesNotContain(due);
    }

    @Test
    @Tag("4.2")
    @Tag("4.6.2")
    void anItemThatIsUrgentByNatureShortensTheClockThatRuns() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt())
                .isEqualTo(office.now().plus(Duration.ofMinutes(15)));
        Instant start = office.now();
        office.timePasses(Duration.ofMinutes(2));
        repair.does("supervisor", ASSESS_FAULT, assessed("PL-09", 1.5));
        assertThat(repair.slip().intake().emergency()).isTrue();
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(start.plus(Duration.ofMinutes(5)));
        assertThat(repair.task(PICK_UP_SLIP).getDueDate().toInstant()).isEqualTo(start.plus(Duration.ofMinutes(5)));
    }

    @Test
    @Tag("4.6.1a")
    void aChangedLimitCountsForWhatStartsAfterItsDeployment() throws IOException {
        RepairCase running = TapRepair.reported(office);
        String table = Files.readString(Path.of("processes", "service-commitments.dmn"));
        String deployment = office.deploys("service-commitments.dmn", table.replace("\"3 分钟\"", "\"7 分钟\""));
        try {
            assertThat(TapRepair.reported(office)
                            .commitment(CommitmentKind.REGISTRATION)
                            .dueAt())
                    .isEqualTo(office.now().plus(Duration.ofMinutes(7)));
            office.timePasses(Duration.ofMinutes(3));
            assertThat(running.dueTimersFire().told(CommitmentKind.REGISTRATION))
                    .hasSize(1);
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("4.6.2")
    void aWarningThatTheTableHasNobodyForLeavesTheClockAlone() throws IOException {
        String table = Files.readString(Path.of("processes", "escalation.dmn"));
        String deployment = office.finds(
                Map.of("escalation.dmn", table.replaceFirst("(?s)<rule id=\"Rule_ArrivalWarning\">.*?</rule>", "")));
        try {
            RepairCase repair = TapRepair.registered(office);
            office.timePasses(Duration.ofMinutes(10));
            assertThat(repair.dueTimersFire()
                            .commitment(CommitmentKind.ARRIVAL)
                            .deadline()
                            .warnedAt())
                    .isEqualTo(office.now());
            assertThat(repair.trail()).noneMatch(line -> line.contains("即将到时"));
            office.timePasses(Duration.ofMinutes(5));
            assertThat(repair.dueTimersFire().told(CommitmentKind.ARRIVAL)).hasSize(1);
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("Q1")
    @Tag("4.7.8")
    void aLetterEnteredLaterIsCountedFromItsTrueReceipt() {
        RepairCase repair = office.reports(
                "clerk1", with(leakingTap(), "channel", "letter", "receivedAt", "2026-11-22T10:00:00+08:00"));
        assertThat(repair.commitment(CommitmentKind.FIRST_ANSWER).dueAt())
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        office.timeIs(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(repair.dueTimersFire().told(CommitmentKind.FIRST_ANSWER)).hasSize(1);
    }
}
