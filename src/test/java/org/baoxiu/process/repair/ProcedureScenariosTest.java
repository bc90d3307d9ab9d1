package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.RepairRequestProcess.Messages.REPAIR_REPORTED;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.application;
import static org.baoxiu.testing.Answers.appointment;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.assessed;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.complaintAnswered;
import static org.baoxiu.testing.Answers.darkCorridor;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.dissatisfied;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.downgraded;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.improved;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.kept;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.notFixed;
import static org.baoxiu.testing.Answers.notReached;
import static org.baoxiu.testing.Answers.ownerAbsent;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.refused;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.rejected;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.requote;
import static org.baoxiu.testing.Answers.returned;
import static org.baoxiu.testing.Answers.satisfied;
import static org.baoxiu.testing.Answers.supported;
import static org.baoxiu.testing.Answers.surveyed;
import static org.baoxiu.testing.Answers.transferredTo;
import static org.baoxiu.testing.Answers.verificationFailed;
import static org.baoxiu.testing.Answers.verified;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.fee.Fees;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.handover.HandOverScenarios;
import org.baoxiu.process.month.MonthScenarios;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.process.technician.TechnicianRecordProcess;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The scenarios that together touch every flow node and every sequence flow of every process; the build checks it. */
@ProcedureTest
@DisplayName("报修处理：七个步骤")
class ProcedureScenariosTest implements ClockScenarios, MonthScenarios, HandOverScenarios, ContractorScenarios {

    private static final Signatory OWNER = new Signatory("张三", false);

    @Autowired
    Office office;

    @Autowired
    Dispatch dispatch;

    @Autowired
    OwnerSteps owner;

    @Autowired
    Fees fees;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    Messages messages;

    @Autowired
    Contractors contractors;

    @Override
    public Contractors contractors() {
        return contractors;
    }

    @Override
    public Office office() {
        return office;
    }

    @Override
    public ProcessEngine engine() {
        return engine;
    }

    @Override
    public MonthEnd months() {
        return months;
    }

    @Override
    public Messages messages() {
        return messages;
    }

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    private RepairCase registeredTap() {
        return office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    private RepairCase onSite() {
        return registeredTap().does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
    }

    private RepairCase working() {
        return onSite().does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, agreed());
    }

    private RepairCase toBeCalledBack() {
        return working()
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
    }

    private static void isClosed(RepairCase repair) {
        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
    }

    @Test
    @Tag("S1")
    @Tag("S2")
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("S7")
    @Tag("3.1")
    @Tag("3.2")
    @Tag("4.3.1.1")
    @Tag("4.3.1.2")
    @Tag("4.3.1.3")
    @Tag("4.3.1.4")
    @Tag("4.3.2")
    @Tag("4.3.3")
    @Tag("4.3.5")
    @Tag("4.3.6")
    @Tag("4.4.3")
    @Tag("4.5.2")
    void aDailyRepairGoesThroughAllSevenSteps() {
        RepairCase repair = toBeCalledBack().does("clerk2", CALL_BACK_OWNER, satisfied());

        isClosed(repair);
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("95.50");
        assertThat(repair.trail())
                .extracting(line -> line.split(" ")[0])
                .containsExactly(
                        "4.5.2",
                        "4.3.1",
                        "4.2.3",
                        "4.2.3",
                        "4.3.2",
                        "S4",
                        "4.3.3",
                        "4.3.4.1–4.3.4.3",
                        "4.3.4.4",
                        "4.3.4.4",
                        "4.3.4.4",
                        "4.3.4.4",
                        "Q5",
                        "4.7.6",
                        "4.3.4.4",
                        "4.3.4.8",
                        "4.6.3",
                        "3.5",
                        "4.3.6",
                        "4.3.6",
                        "S7");
    }

    @Test
    @Tag("S2")
    @Tag("4.3.1.2")
    void theRegisteringClerkGetsTheTaskAndSeesOpenSlipsOfTheSamePlace() {
        RepairCase first = office.reports("clerk1", with(leakingTap(), "place", "9 栋 901"));
        RepairCase second = office.reports("clerk2", with(leakingTap(), "place", "9 栋 901"));

        assertThat(first.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk1");
        assertThat(office.localVariable(second.task(REGISTER_REQUEST), "openSlipsHere")
                        .toString())
                .contains(first.number());
    }

    @Test
    @Tag("4.7.8")
    void aLetterIsEnteredWithItsTrueTimeOfReceipt() {
        RepairCase repair = office.reports(
                "clerk1", with(leakingTap(), "channel", "letter", "receivedAt", "昨天9点半", "receivedReason", "转信耽误了"));

        assertThat(repair.slip().report().receivedAt())
                .isEqualTo(office.now()
                        .atZone(ZoneId.systemDefault())
                        .minusDays(1)
                        .with(LocalTime.of(9, 30))
                        .toInstant());
        assertThat(repair.trail().get(0)).contains("信函", "补记原因：转信耽误了");
    }

    @Test
    @Tag("4.7.2")
    @Tag("4.7.3")
    void whatTheDutyDirectorFindsInsideAUnitGoesToTheClerks() {
        RepairCase repair = office.reports("dutydirector", with(leakingTap(), "channel", "dutyDirector"));

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        repair.does("clerk2", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("S1")
    void aMessageFromOutsideOpensASlipForTheClerks() {
        RepairCase repair = office.message(REPAIR_REPORTED, with(leakingTap(), "channel", "web"));

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        assertThat(repair.slip().report().channel()).isEqualTo(Channel.WEB);
    }

    @Test
    @Tag("4.5.1")
    @Tag("4.7.3")
    void aPublicLampNeedsNoConsentAndIsVerifiedByCustomerServiceBeforeThe25th() {
        office.timeIs("2026-03-26T09:00:00+08:00");
        RepairCase repair = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        repair.does(
                "tech1",
                CARRY_OUT_REPAIR,
                with(done(), "material1Name", "声控灯", "material1Quantity", 1, "material1Price", 35));

        assertThat(repair.task(VERIFY_PUBLIC_REPAIR).getDueDate()).isEqualTo("2026-04-25T23:59:59.999");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("0");
        repair.does("clerk1", VERIFY_PUBLIC_REPAIR, verificationFailed());
        repair.does("tech1", CARRY_OUT_REPAIR, done())
                .does("clerk1", VERIFY_PUBLIC_REPAIR, verified())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        isClosed(repair);
    }

    @Test
    @Tag("4.2.3")
    @Tag("4.4.2")
    @Tag("S3")
    @Tag("Q2")
    void workOutsideThePriceListIsAssessedOnSiteAndGoesToTheHeadOfCustomerService() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, with(assessed("PL-14", 6), "surveyNeeded", true))
                .does("tech1", SURVEY_SITE, surveyed("PL-14", 8));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(HANDLE_IMPORTANT, PICK_UP_SLIP);
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        repair.does("supervisor", PICK_UP_SLIP, assignedTo("tech1"))
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, with(quoted(), "labourYuan", 800))
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, with(done(), "foundCause", "管道锈蚀"))
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.slip().diagnosis().assessedCause()).isEqualTo("阀体开裂");
        assertThat(repair.slip().diagnosis().foundCause()).isEqualTo("管道锈蚀");
        assertThat(repair.openTasks())
                .as("the head of customer service still has the case")
                .containsExactly(HANDLE_IMPORTANT);
        repair.does("clerklead", HANDLE_IMPORTANT, kept());
        isClosed(repair);
    }

    @Test
    @Tag("4.2.3")
    @Tag("S3")
    void anAssessmentThatFindsAListedSmallRepairGoesOnAsDaily() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("OTHER-01"))
                .does("tech1", ASSESS_FAULT, assessed("PL-01", 0.5));

        assertThat(repair.openTasks()).contains(PICK_UP_SLIP);
        assertThat(repair.slip().item().code()).isEqualTo("PL-01");
        assertThat(repair.slip().repairClass())
                .as("a class goes down only by a person")
                .isEqualTo(RepairClass.IMPORTANT);
        repair.does("clerklead", HANDLE_IMPORTANT, downgraded());
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
    }

    @Test
    @Tag("4.2.1.2")
    @Tag("4.4.1")
    void lossOrInjuryIsAnAccidentFromTheFirstMoment() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-09"), "lossOrInjury", true));
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.slip().intake().emergency())
                .as("a burst pipe is urgent by nature")
                .isTrue();

        repair.does("supervisor", ASSESS_FAULT, assessed("PL-09", 1.5));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(REPORT_ACCIDENT, PICK_UP_SLIP);
    }

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
    @Tag("3.1")
    @Tag("Q1")
    void aCallThatIsSearchedAgainIsAnsweredOrEndsWithoutAnything() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        ProcessInstance call = office.starts("clerk1", OwnerContactProcess.KEY, fields("caller", "99887766"));
        office.answersCall("clerk1", call, fields("contactKind", "search", "caller", repair.number()));
        office.answersCall("clerk1", call, Answers.call(repair.number(), "enquire"));
        assertThat(repair.trail()).contains("Q1 业主来电问进度，已答复：等了很久");

        ProcessInstance wrongNumber = office.starts("clerk1", OwnerContactProcess.KEY, fields("caller", "99887766"));
        office.answersCall("clerk1", wrongNumber, fields("contactKind", "nothing"));
        assertThat(office.contactTask(wrongNumber)).isNull();
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

    @Test
    @Tag("4.3.4.4")
    void anOwnerWhoRefusesTheQuoteIsCalledBackAndTheSlipCloses() {
        RepairCase repair = onSite().does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, requote())
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 20))
                .does("tech1", OBTAIN_CONSENT, refused());
        assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);

        repair.does("clerk1", CALL_BACK_OWNER, satisfied());

        isClosed(repair);
        assertThat(repair.slip().agreement().consentedAmount()).isNull();
        assertThat(repair.slip().work().startedAt()).isNull();
    }

    /** Whatever is submitted about a repair that was never done. */
    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "no"})
    @Tag("4.3.4.4")
    @Tag("4.3.6")
    void afterARefusedQuoteNobodyIsAskedWhetherItIsFixedAndThereIsNoRework(String fixed) {
        RepairCase repair = onSite().does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, refused());
        assertThat(repair.variable("repairDone")).isEqualTo(false);

        repair.does(
                "clerk1",
                CALL_BACK_OWNER,
                fixed.isEmpty() ? without(satisfied(), "faultFixed") : with(satisfied(), "faultFixed", fixed));

        isClosed(repair);
        assertThat(repair.slip().acceptance().reworks()).isZero();
        assertThat(repair.trail()).noneMatch(line -> line.contains("已修好") || line.contains("返修"));
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("Q4")
    void aHigherPriceDuringTheWorkNeedsASecondConsent() {
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, interrupted("change"))
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 120))
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done());

        assertThat(repair.slip().agreement().consentedAmount()).isEqualByComparingTo("170.00");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("170.00");
        assertThat(repair.trail()).filteredOn(line -> line.contains("同意")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @Tag("4.7.4")
    @Tag("3.3")
    void aTechnicalProblemGoesToTheSupervisorAndTheWorkGoesOn() {
        RepairCase repair = working().does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        assertThat(repair.openTasks()).containsExactly(SUPPORT_REPAIR);

        repair.does("supervisor", SUPPORT_REPAIR, supported());

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo("tech1");
    }

    @Test
    @Tag("4.6.4")
    void aDeferredRepairWaitsForTheTimePromisedToTheOwner() {
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(26))));
        assertThat(repair.openTasks()).isEmpty();

        office.timePasses(Duration.ofHours(26).minusSeconds(1));
        assertThat(repair.dueTimersFire().openTasks()).doesNotContain(CARRY_OUT_REPAIR);
        office.timePasses(Duration.ofSeconds(1));
        assertThat(repair.dueTimersFire().openTasks()).contains(CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("S6")
    @Tag("4.3.4.8")
    void aRefusedAcceptanceSendsTheWorkBackWithoutACharge() {
        RepairCase repair = working().does("tech1", CARRY_OUT_REPAIR, done()).does("tech1", ACCEPT_REPAIR, rejected());
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        repair.does(
                        "tech1",
                        CARRY_OUT_REPAIR,
                        with(done(), "material2Name", "垫圈", "material2Quantity", 2, "material2Price", 9.9))
                .does("tech1", ACCEPT_REPAIR, accepted());

        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("95.50");
        assertThat(repair.slip().acceptance().reworks()).isEqualTo(1);
    }

    @Test
    @Tag("3.5")
    void aReducedFeeHasAReasonAndIsTheFinalAmount() {
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does(
                        "clerklead",
                        REVIEW_FEE,
                        Answers.fields(
                                "feeDecision",
                                "reduce",
                                "reducedToYuan",
                                80,
                                "reductionReason",
                                "等候时间过长",
                                "collection",
                                "cash"));

        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("80");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("95.50");
    }

    @Test
    @Tag("4.3.6")
    void anOwnerWhoIsNotReachedIsCalledAgainUpToThreeTimes() {
        RepairCase repair = toBeCalledBack();
        for (int attempt = 1; attempt < 3; attempt++) {
            repair.does("clerk1", CALL_BACK_OWNER, notReached());
            assertThat(repair.openTasks()).isEmpty();
            office.timePasses(Duration.ofHours(4));
            repair.dueTimersFire();
            assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);
        }
        repair.does("clerk1", CALL_BACK_OWNER, notReached());
        isClosed(repair);
    }

    @Test
    @Tag("S7")
    @Tag("Q6")
    void dissatisfactionLeadsToAnImprovementThatTheOwnerHearsOf() {
        RepairCase repair = toBeCalledBack().does("clerk1", CALL_BACK_OWNER, dissatisfied());
        assertThat(repair.openTasks()).containsExactly(IMPROVE_SERVICE);

        repair.does("clerklead", IMPROVE_SERVICE, improved());

        isClosed(repair);
    }

    @Test
    @Tag("S7")
    @Tag("S6")
    void aCallBackThatSaysNotFixedStartsARework() {
        RepairCase repair = toBeCalledBack().does("clerk1", CALL_BACK_OWNER, notFixed());
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);

        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).as("the consent still holds").containsExactly(CARRY_OUT_REPAIR);
        repair.does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        isClosed(repair);
        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("95.50");
    }

    @Test
    @Tag("4.2.1.1")
    void theThirdUrgeOrComplaintMakesItAnAccident() {
        RepairCase repair = hourly(hourly(registeredTap(), "urge"), "urge");
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);

        hourly(repair, "urge");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
        hourly(repair, "urge");
        assertThat(repair.openTasks()).as("handed over once").containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.4.1")
    void anAccidentThatTheLeadHasAlreadyIsNotHandedOverAgainByTheAssessment() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        hourly(hourly(hourly(repair, "urge"), "urge"), "urge");
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(ASSESS_FAULT, HANDLE_IMPORTANT, REPORT_ACCIDENT);

        repair.does("supervisor", ASSESS_FAULT, assessed("PL-14", 6));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, HANDLE_IMPORTANT, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.1")
    @Tag("4.2.1.1")
    void everyComplaintIsAnsweredAndTheThirdRaisesTheClass() {
        RepairCase repair = hourly(registeredTap(), "complain");
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, ANSWER_COMPLAINT);
        repair.does("clerklead", ANSWER_COMPLAINT, complaintAnswered());

        hourly(hourly(repair, "urge"), "complain");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, ANSWER_COMPLAINT, REPORT_ACCIDENT);
    }

    /** After the first hour the arrival is missed, so that what the owner says counts; within an hour it counts once. */
    private RepairCase hourly(RepairCase repair, String kind) {
        office.timePasses(Duration.ofMinutes(61));
        return repair.ownerCalls(kind);
    }

    @Test
    @Tag("S1")
    void theOwnerCancelsBeforeTheWorkStarts() {
        RepairCase repair = onSite().ownerCalls("cancel");

        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("S6")
    @Tag("4.3.4.8")
    @Tag("4.3.6")
    void theOwnersOwnAnswersMoveTheCase() {
        RepairCase repair = registeredTap().does("tech1", PICK_UP_SLIP, pickedUp());
        owner.reschedule(repair.number(), office.now().plus(Duration.ofHours(2)));
        repair.does("tech1", VISIT_SITE, ownerAbsent());
        owner.reschedule(repair.number(), office.now().plus(Duration.ofHours(4)));
        repair.does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, quoted());

        owner.decline(repair.number(), quote(repair), true, "想换便宜的水龙头");
        repair.does("tech1", QUOTE_REPAIR, quoted());
        owner.agree(repair.number(), quote(repair), OWNER, false);
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.reject(repair.number(), 0, "还在滴水");
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        owner.accept(repair.number(), 1, OWNER, true, true);
        repair.does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, notReached());
        owner.rate(repair.number(), true, 5, "很好");

        isClosed(repair);
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("4.3.6")
    void anOwnerWhoWantsNoRepairRatesInsteadOfTheNextCall() {
        RepairCase repair = onSite().does("tech1", QUOTE_REPAIR, quoted());
        owner.decline(repair.number(), quote(repair), false, "太贵");
        repair.does("clerk1", CALL_BACK_OWNER, notReached());
        office.timePasses(Duration.ofHours(4));
        repair.dueTimersFire();

        owner.rate(repair.number(), true, 4, "");

        isClosed(repair);
    }

    private long quote(RepairCase repair) {
        return fees.latestQuote(repair.number()).orElseThrow().id();
    }

    @Test
    @Tag("3.5")
    void theOwnerPaysTheReviewedBill() {
        RepairCase repair = toBeCalledBack();

        office.starts(
                "clerk1",
                FeeCollectionProcess.KEY,
                Answers.fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "payment",
                        "amountYuan",
                        0.5,
                        "paymentWay",
                        "cash"));

        assertThat(repair.trail()).contains("3.5 收款 0.50 元（现金）");
    }

    @Test
    @Tag("Q3")
    void aRenewedCertificateLetsTheTechnicianPickUpAgain() {
        RepairCase wiring =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("EL-02"));
        assertThatThrownBy(() -> wiring.does("tech3", PICK_UP_SLIP, pickedUp())).hasMessageContaining("2025");

        office.starts(
                "supervisor",
                TechnicianRecordProcess.KEY,
                Answers.fields(
                        "technicianId",
                        "tech3",
                        "qualification",
                        "electrical",
                        "certificateNumber",
                        "电-2026-7",
                        "expiresOn",
                        "2099-01-01"));
        try {
            wiring.does("tech3", PICK_UP_SLIP, pickedUp());
            assertThat(wiring.slip().technician()).isEqualTo("tech3");
        } finally {
            dispatch.recordQualification("tech3", Qualification.ELECTRICAL, "演示-电-03", LocalDate.of(2025, 12, 31));
        }
    }
}
