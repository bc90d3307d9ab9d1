package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A power cut on 30 November from 09:00 to 15:00: the slips of the day are on paper and are entered on 1 December. */
@ProcedureTest
@Tag("4.7.8")
class PaperSlipTest {

    private static final String DAY = "2026-11-30T";

    @Autowired
    private Office office;

    @Autowired
    private ReservedNumbers numbers;

    @Autowired
    private Commitments commitments;

    private String number;

    @BeforeEach
    void blankSlipsArePrintedInAdvance() {
        office.timeIs("2026-11-29T17:00:00+08:00");
        number = numbers.reserve(1, new Person("clerk1", Set.of("customerService")))
                .get(0);
        office.timeIs("2026-12-01T10:00:00+08:00");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("5.1")
    @Tag("5.4")
    void aRepairThatWasDoneInTimeOnPaperWasDoneInTime() {
        RepairCase repair = enters(times()).dueTimersFire();
        assertThat(repair.number()).isEqualTo(number);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).dueTimersFire();

        closed(repair);

        assertThat(clocks()).allMatch(Commitment::ended).noneMatch(Commitment::missed);
        assertThat(clock(CommitmentKind.REGISTRATION).endedAt()).isEqualTo(at("09:30"));
        assertThat(clock(CommitmentKind.NOTIFICATION).endedAt()).isEqualTo(at("09:32"));
        assertThat(clock(CommitmentKind.ARRIVAL).startedAt()).isEqualTo(at("09:32"));
        assertThat(clock(CommitmentKind.ARRIVAL).endedAt()).isEqualTo(at("09:40"));
        assertThat(clock(CommitmentKind.REPAIR).startedAt()).isEqualTo(at("09:45"));
        assertThat(clock(CommitmentKind.REPAIR).endedAt()).isEqualTo(at("10:10"));
        assertThat(clock(CommitmentKind.RESULT_REPORT).endedAt()).isEqualTo(at("10:18"));
        assertThat(clock(CommitmentKind.ONE_DAY).endedAt()).isEqualTo(at("10:12"));
        assertThat(clocks()).as("nobody's who enters it").allMatch(clock -> clock.clerk() == null);
        assertThat(repair.trail()).noneMatch(line -> line.contains("超时"));
    }

    @Test
    @Tag("4.3.7")
    @Tag("4.3.8")
    void itEndedWhenItWasReportedOnPaperAndBelongsToThatMonth() {
        RepairCase repair = closed(enters(times()).does("clerk1", REGISTER_REQUEST, registered("PL-01")));

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.slip().closedAt()).isEqualTo(at("10:18"));
        assertThat(repair.slip().work().finishedAt()).isEqualTo(at("10:10"));
        assertThat(repair.slip().acceptance().confirmedAt()).isEqualTo(at("10:12"));
        assertThat(repair.slip().visit().arrivedAt()).isEqualTo(at("09:40"));
        assertThat(repair.slip().work().startedAt()).isEqualTo(at("09:45"));
    }

    @Test
    @Tag("4.6.2")
    void aPromiseThatWasBrokenOnPaperWasBroken() {
        RepairCase repair = enters(with(times(), "paperArrived", "09:48", "paperStarted", "09:50"))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .dueTimersFire();

        assertThat(clocks())
                .filteredOn(Commitment::missed)
                .extracting(Commitment::kind)
                .containsExactly(CommitmentKind.ARRIVAL);
        assertThat(clock(CommitmentKind.ARRIVAL).lateness()).contains(Duration.ofMinutes(1));
        assertThat(repair.openTasks()).doesNotContain(HANDLE_ESCALATION);
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.3.1.3")
    void theTimeThatTheOwnerWantedCountsAsItDoesOtherwise() {
        enters(with(
                        times(),
                        "paperArrived",
                        "14:05",
                        "paperStarted",
                        "14:06",
                        "paperFinished",
                        "14:20",
                        "paperAccepted",
                        "14:21",
                        "paperReported",
                        "14:22"))
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", DAY + "14:00:00+08:00"));

        assertThat(clock(CommitmentKind.ARRIVAL).missed()).isFalse();
    }

    @Test
    @Tag("4.6.2")
    void anItemThatIsUrgentByNatureHadItsFiveMinutes() {
        enters(times()).does("clerk1", REGISTER_REQUEST, registered("PL-09"));

        assertThat(clock(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(at("09:37"));
        assertThat(clock(CommitmentKind.ARRIVAL).missed()).isTrue();
    }

    @Test
    @Tag("4.6.2")
    void whatIsNotOnPaperGoesOnAsUsual() {
        office.timeIs(DAY + "09:50:00+08:00");
        RepairCase repair = enters(without(
                        without(without(without(times(), "paperStarted"), "paperFinished"), "paperAccepted"),
                        "paperReported"))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());

        assertThat(repair.slip().work().startedAt()).isEqualTo(at("09:50"));
        assertThat(clock(CommitmentKind.REPAIR).ended()).isFalse();
        office.timePasses(Duration.ofMinutes(20));
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(clock(CommitmentKind.REPAIR).endedAt()).isEqualTo(at("10:10"));
    }

    @Test
    @Tag("S7")
    void whatIsDoneAgainAfterACallBackIsDoneNow() {
        RepairCase repair = enters(times()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        toTheCallBack(repair).does("clerk2", CALL_BACK_OWNER, notFixed());
        assertThat(repair.slip().visit().notifiedAt()).isEqualTo(office.now());

        office.timePasses(Duration.ofMinutes(10));
        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());

        assertThat(repair.slip().visit().arrivedAt()).isEqualTo(office.now());
        assertThat(clock(CommitmentKind.ARRIVAL).endedAt()).isEqualTo(office.now());
    }

    @Test
    @Tag("4.6.4")
    void whatIsFinishedOnPaperIsNotPutOff() {
        RepairCase repair = enters(times())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());

        assertThatThrownBy(() -> repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer")))
                .hasMessageContainingAll(number, "修理完毕的时间");
    }

    @Test
    void aNumberIsUsedOnceAndBelongsToAPrintedSheet() {
        enters(times());

        Refusal.of(() -> enters(times())).invalid().says(number, "已经补录");
        Refusal.of(() -> office.reports("clerk1", with(paper(times()), "paperNumber", "WX20260101-999999")))
                .invalid()
                .says("没有打印过");
        Refusal.of(() -> office.reports("tech1", paper(times()))).forbidden().says("客户服务中心");
    }

    private static Map<String, Object> times() {
        return fields(
                "paperNotified",
                "09:32",
                "paperArrived",
                "09:40",
                "paperStarted",
                "09:45",
                "paperFinished",
                "10:10",
                "paperAccepted",
                "10:12",
                "paperReported",
                "10:18");
    }

    private Map<String, Object> paper(Map<String, Object> times) {
        Map<String, Object> report = with(leakingTap(), "receivedAt", DAY + "09:30:00+08:00", "paperNumber", number);
        report.putAll(times);
        return report;
    }

    private RepairCase enters(Map<String, Object> times) {
        return office.reports("clerk1", paper(times));
    }

    private RepairCase toTheCallBack(RepairCase repair) {
        return repair.does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
    }

    private RepairCase closed(RepairCase repair) {
        return toTheCallBack(repair).does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    private List<Commitment> clocks() {
        return commitments.of(number);
    }

    private Commitment clock(CommitmentKind kind) {
        return clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(DAY + time + ":00+08:00").toInstant();
    }
}
