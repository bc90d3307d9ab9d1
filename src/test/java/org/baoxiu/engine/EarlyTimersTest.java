package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator runs a timer before its time: the promise is watched all the same. */
@ProcedureTest
@Tag("found:E1")
class EarlyTimersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @Tag("4.6.1a")
    void aPromiseThatIsMissedLaterIsStillToldOnce() {
        RepairCase repair = office.reports("clerk1", leakingTap());

        allFireEarly(repair);
        assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
        office.timePasses(Duration.ofMinutes(4));
        repair.dueTimersFire();

        assertThat(repair.told(CommitmentKind.REGISTRATION)).hasSize(1);
        assertThat(repair.commitment(CommitmentKind.REGISTRATION).missedAt()).isNotNull();
    }

    @Test
    @Tag("4.6.2")
    @Tag("5.1")
    void whateverWatchesAStepGoesOnWatching() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        allFireEarly(repair);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        allFireEarly(repair);
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        allFireEarly(repair);
        repair.does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, quoted());
        allFireEarly(repair);
        repair.does("tech1", OBTAIN_CONSENT, agreed());
        allFireEarly(repair);
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        office.timePasses(Duration.ofMinutes(31));
        repair.dueTimersFire();

        assertThat(repair.told(CommitmentKind.REPAIR)).hasSize(1);
    }

    /** The promise is kept for its own date, wherever the timer was moved to. */
    @Test
    @Tag("4.6.2")
    void aTimerThatIsMovedForwardComesBackToItsPromise() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        Job arrival = repair.timers().stream()
                .filter(timer -> activity(timer).equals("Timer_ArrivalOverdue"))
                .findFirst()
                .orElseThrow();
        Date promised = arrival.getDuedate();

        management.setJobDuedate(arrival.getId(), Date.from(office.now()));
        repair.dueTimersFire();

        assertThat(repair.timers())
                .filteredOn(timer -> activity(timer).equals("Timer_ArrivalOverdue"))
                .extracting(Job::getDuedate)
                .containsExactly(promised);
    }

    private void allFireEarly(RepairCase repair) {
        List<String> before = watching(repair);
        assertThat(before).isNotEmpty();
        for (Job timer : repair.timers()) {
            assertThat(HttpOffice.rest(port, "admin")
                            .post("/job/" + timer.getId() + "/execute", "{}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(watching(repair)).isEqualTo(before);
    }

    private List<String> watching(RepairCase repair) {
        return repair.timers().stream()
                .map(timer -> activity(timer) + " "
                        + Instant.ofEpochMilli(timer.getDuedate().getTime()))
                .sorted()
                .toList();
    }

    private String activity(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
