package org.baoxiu.process.repair.anytime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.AGREE_DEFERRAL;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.List;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@ExtendWith(Scenarios.Monday.class)
@DisplayName("客服人员的承诺算在谁名下")
class ClerksTasksTest {

    @Autowired
    private Office office;

    @Autowired
    private TaskService tasks;

    @Test
    @Tag("4.7.1")
    @Tag("4.6.1a")
    @Tag("found:A10")
    @DisplayName(
            "whoever took the call owes the registration: in time it is kept by them, three minutes later missed by them")
    void registration() {
        RepairCase late = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(3));
        late.dueTimersFire();
        assertThat(late.commitment(CommitmentKind.REGISTRATION).missed()).isTrue();
        assertThat(late.commitment(CommitmentKind.REGISTRATION).clerk()).isEqualTo("clerk1");

        assertThat(TapRepair.registered(office)
                        .commitment(CommitmentKind.REGISTRATION)
                        .clerk())
                .isEqualTo("clerk1");
    }

    @Test
    @Tag("4.7.1")
    @Tag("4.7.8")
    @Tag("found:A10")
    @DisplayName("a letter of yesterday is registered late, and not by whoever enters it today")
    void receivedYesterday() {
        RepairCase told = letterOfYesterday().dueTimersFire();
        RepairCase atOnce = letterOfYesterday();
        for (RepairCase letter : List.of(told, atOnce)) {
            letter.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
            assertThat(letter.commitment(CommitmentKind.REGISTRATION).missed()).isTrue();
            assertThat(letter.commitment(CommitmentKind.REGISTRATION).clerk()).isNull();
        }
    }

    private RepairCase letterOfYesterday() {
        return office.reports(
                "clerk1",
                with(
                        leakingTap(),
                        "channel",
                        "letter",
                        "receivedAt",
                        office.now().minus(Duration.ofDays(1)).toString(),
                        "receivedReason",
                        "转信耽误了"));
    }

    @Test
    @Tag("4.7.1")
    @Tag("found:A10")
    @DisplayName("it is missed by whoever had it, though it was done before anybody noticed that the time was over")
    void lateBeforeTheTimer() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(4));
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));

        assertThat(repair.commitment(CommitmentKind.REGISTRATION).missed()).isTrue();
        assertThat(repair.commitment(CommitmentKind.REGISTRATION).clerk()).isEqualTo("clerk1");
    }

    @Test
    @Tag("4.7.1")
    @Tag("S1")
    @Tag("found:A10")
    @DisplayName("whoever cancels a report has not registered it")
    void cancelled() {
        RepairCase repair = office.reports("clerk1", leakingTap()).ownerCalls("cancel");

        assertThat(repair.commitment(CommitmentKind.REGISTRATION).ended()).isTrue();
        assertThat(repair.commitment(CommitmentKind.REGISTRATION).clerk()).isNull();
    }

    @Test
    @Tag("4.7.1")
    @Tag("4.6.4")
    @Tag("found:A10")
    @DisplayName(
            "a deferral whose call clerk2 had claimed is missed by clerk2; one that nobody had claimed by nobody in particular")
    void deferral() {
        RepairCase claimed = TapRepair.deferred(office);
        RepairCase unclaimed = TapRepair.deferred(office);
        RepairCase kept = TapRepair.deferred(office)
                .does("clerk2", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(3))));
        office.as("clerk2", () -> {
            tasks.claim(claimed.task(AGREE_DEFERRAL).getId(), "clerk2");
            return null;
        });
        office.timePasses(Duration.ofMinutes(30));
        claimed.dueTimersFire();
        unclaimed.dueTimersFire();
        unclaimed.does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(3))));

        assertThat(claimed.commitment(CommitmentKind.DEFERRAL_CALL).missed()).isTrue();
        assertThat(claimed.commitment(CommitmentKind.DEFERRAL_CALL).clerk()).isEqualTo("clerk2");
        assertThat(unclaimed.commitment(CommitmentKind.DEFERRAL_CALL).missed()).isTrue();
        assertThat(unclaimed.commitment(CommitmentKind.DEFERRAL_CALL).clerk()).isNull();
        assertThat(kept.commitment(CommitmentKind.DEFERRAL_CALL).missed()).isFalse();
        assertThat(kept.commitment(CommitmentKind.DEFERRAL_CALL).clerk()).isEqualTo("clerk2");
    }
}
