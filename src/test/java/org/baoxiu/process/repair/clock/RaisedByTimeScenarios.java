package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not solved after a day or two weeks is raised to the next class. */
@Scenarios
@DisplayName("一天和两周没有解决")
class RaisedByTimeScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.2.2")
    @Tag("4.4.2")
    @Tag("5.2")
    void aDailyRepairUnsolvedAfterADayIsImportantAndHasTwoDays() {
        RepairCase repair = TapRepair.onSite(office);
        office.timeIs(Instant.parse("2026-11-24T01:00:00Z").minusSeconds(1));
        assertThat(repair.dueTimersFire().slip().repairClass()).isEqualTo(RepairClass.DAILY);

        office.timePasses(Duration.ofSeconds(1));
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
    void aRequestUnsolvedAfterTwoWeeksIsAnAccident() {
        RepairCase repair = TapRepair.registered(office);
        office.timeIs(Instant.parse("2026-12-07T01:00:00Z").minusSeconds(1));
        assertThat(repair.dueTimersFire().slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        office.timePasses(Duration.ofSeconds(1));
        repair.dueTimersFire();

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.slip().severity().classification().clause()).isEqualTo("4.2.1.3");
        assertThat(repair.openTasks()).contains(REPORT_ACCIDENT, PICK_UP_SLIP);
    }

    @ParameterizedTest
    @CsvSource({"ONE_DAY, P1D", "TWO_WEEKS, P14D"})
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    void aRequestSolvedASecondBeforeTheDayOrTheTwoWeeksAreOverKeepsItsClass(CommitmentKind kind, Duration limit) {
        RepairCase repair = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        Instant due = office.now().plus(limit);
        office.timeIs(due.minusSeconds(1));
        RepairClass before = repair.dueTimersFire().slip().repairClass();
        repair.does("tech1", ACCEPT_REPAIR, accepted());
        assertThat(repair.commitment(kind).dueAt()).isEqualTo(due);
        assertThat(repair.commitment(kind).endedAt()).isEqualTo(due.minusSeconds(1));
        assertThat(repair.commitment(kind).missed()).isFalse();

        office.timeIs(due.plusSeconds(1));
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
    void aRequestUnsolvedASecondAfterTheDayOrTheTwoWeeksGoesToItsNewRoleOnce(
            CommitmentKind kind, Duration limit, String raised, String task) {
        RepairCase repair = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        Instant late = office.now().plus(limit).plusSeconds(1);
        office.timeIs(late);
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
    @Tag("4.2.2")
    @Tag("4.2.1.3")
    void whatIsSolvedOrImportantAlreadyIsNotRaisedByTheCalendar() {
        RepairCase important = TapRepair.important(office);
        RepairCase lamp = office.reports("tech1", darkCorridor()).does("tech1", REGISTER_REQUEST, registered("PB-01"));
        TapRepair.arriving(lamp).does("tech1", CARRY_OUT_REPAIR, done());
        office.timePasses(Duration.ofDays(15));
        important.dueTimersFire();
        lamp.dueTimersFire();
        assertThat(lamp.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(important.trail()).noneMatch(line -> line.contains("报修后一天没有解决"));
    }
}
