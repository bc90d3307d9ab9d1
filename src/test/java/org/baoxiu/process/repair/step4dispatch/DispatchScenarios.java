package org.baoxiu.process.repair.step4dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The team is notified, somebody takes the slip and arrives. */
@Scenarios
@DisplayName("第四步：派工到场")
class DispatchScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.7.5")
    void brokenLocksNeedTheWrittenApplicationBeforeTheTeamIsNotified() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        assertThat(repair.openTasks()).containsExactly(OBTAIN_APPLICATION);
        assertThat(repair.slip().visit().notifiedAt()).isNull();

        repair.does("clerk1", OBTAIN_APPLICATION, application());

        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("4.7.5")
    void whatTheAssessmentFindsToNeedForcedEntryWaitsForTheWrittenApplication() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("OTHER-01"))
                .does("supervisor", ASSESS_FAULT, assessed("DL-08", 1));
        assertThat(repair.openTasks()).contains(SUPPLEMENT_APPLICATION).doesNotContain(PICK_UP_SLIP);

        repair.does("clerk1", SUPPLEMENT_APPLICATION, application());

        assertThat(repair.openTasks()).contains(PICK_UP_SLIP).doesNotContain(SUPPLEMENT_APPLICATION);
    }

    @Test
    @Tag("S4")
    @Tag("3.3")
    void aSlipIsTransferredReturnedAndRescheduledUntilSomebodyArrives() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("DL-12"))
                .does("tech2", PICK_UP_SLIP, pickedUp())
                .does("tech2", VISIT_SITE, transferredTo("tech1"));
        assertThat(repair.task(VISIT_SITE).getAssignee()).isEqualTo("tech1");

        repair.does("tech1", VISIT_SITE, returned());
        assertThat(repair.slip().technician()).isNull();

        repair.does("supervisor", PICK_UP_SLIP, assignedTo("tech2")).does("tech2", VISIT_SITE, ownerAbsent());
        assertThat(repair.openTasks()).containsExactly(RESCHEDULE_VISIT);
        Instant appointment = office.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        repair.does("clerk1", RESCHEDULE_VISIT, appointment(appointment));
        assertThat(repair.task(VISIT_SITE).getDueDate().toInstant()).isEqualTo(appointment);
        repair.does("tech2", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).containsExactly(QUOTE_REPAIR);
    }
}
