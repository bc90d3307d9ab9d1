package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.mistaken;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.nothing;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baoxiu.board.Board;
import org.baoxiu.board.MissedClock;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.search.Hit;
import org.baoxiu.search.SlipSearch;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** It is Monday morning when a test begins. */
@ProcedureTest
@DisplayName("误登记的维修单")
@Tag("4.3.1")
class MistakenSlipTest {

    @Autowired
    private Office office;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Messages messages;

    @Autowired
    private Slips slips;

    @Autowired
    private Board board;

    @Autowired
    private SlipSearch search;

    @Autowired
    private ProcessEngine engine;

    @BeforeEach
    void mondayMorning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    /** A leaking tap as far as it has got. */
    private RepairCase at(String step) {
        RepairCase repair = office.reports("clerk1", leakingTap());
        if (step.equals("received")) {
            return repair;
        }
        if (step.equals("registered")) {
            return repair.does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
        }
        if (step.equals("assessed")) {
            return repair.does("clerk1", REGISTER_REQUEST, registered("DL-08"));
        }
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        if (step.equals("notified")) {
            return repair;
        }
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        if (step.equals("ownerAbsent")) {
            return repair.does("tech1", VISIT_SITE, ownerAbsent());
        }
        if (step.equals("pickedUp")) {
            return repair;
        }
        repair.does("tech1", VISIT_SITE, arrived());
        if (step.equals("onSite")) {
            return repair;
        }
        repair.does("tech1", QUOTE_REPAIR, quoted());
        if (step.equals("quoted")) {
            return repair;
        }
        if (step.equals("refused")) {
            return repair.does("tech1", OBTAIN_CONSENT, refused());
        }
        return repair.does("tech1", OBTAIN_CONSENT, agreed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received",
                "registered",
                "assessed",
                "notified",
                "pickedUp",
                "ownerAbsent",
                "onSite",
                "quoted",
                "refused"
            })
    @DisplayName("until somebody has agreed, a mistaken slip ends whatever step it is at, and owes nothing any more")
    void endsAtEachStep(String step) {
        RepairCase repair = at(step);
        office.timePasses(Duration.ofMinutes(1));

        corrects(office, "clerk2", repair, mistaken());

        assertThat(repair.ended()).isTrue();
        assertThat(repair.openTasks()).isEmpty();
        assertThat(repair.slip().state()).isEqualTo(SlipState.MISTAKEN);
        assertThat(repair.slip().closedAt()).isEqualTo(office.now());
        assertThat(repair.slip().reasons().cancellation()).isNull();
        assertThat(repair.slip().reasons().mistake()).isEqualTo("同一件事开了两张单");
        assertThat(repair.trail()).contains("4.3.1 标为误登记：同一件事开了两张单");
        assertThat(commitments.of(repair.number())).allMatch(Commitment::ended);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(repair.instance())
                        .activityId("EndEvent_Mistaken")
                        .count())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("the technician on the way and the owner are told, each in words of their own")
    void told() {
        RepairCase repair = corrects(office, "clerk1", at("pickedUp"), mistaken());

        assertThat(messages.about(repair.number(), Event.CALLED_OFF))
                .extracting(message -> message.recipient() + " " + message.subject())
                .anyMatch(line -> line.startsWith("tech1 误登记已作废，不用再去 " + repair.number()));
        assertThat(messages.about(repair.number(), Event.MISTAKEN)).isNotEmpty();
        assertThat(messages.about(repair.number(), Event.WITHDRAWN)).isEmpty();
        assertThat(messages.about(repair.number(), Event.CANCELLED)).isEmpty();
    }

    @Test
    @DisplayName(
            "the wall shows neither the slip nor its missed promise, the search shows it as mistaken, its place has no open slip")
    void countsNowhere() {
        RepairCase repair = at("received");
        office.timePasses(Duration.ofMinutes(10));
        repair.dueTimersFire();
        assertThat(board.look().missedToday())
                .extracting(MissedClock::slipNumber)
                .contains(repair.number());

        corrects(office, "clerk1", repair, mistaken());

        assertThat(board.look().missedToday())
                .extracting(MissedClock::slipNumber)
                .doesNotContain(repair.number());
        assertThat(board.look().open()).extracting(OpenSlip::number).doesNotContain(repair.number());
        assertThat(search.find(repair.number(), true).hits())
                .filteredOn(hit -> hit.number().equals(repair.number()))
                .extracting(Hit::state)
                .extracting(SlipState::label)
                .containsExactly("误登记");
        assertThat(slips.openAt(
                        repair.slip().report().office(), repair.slip().report().place()))
                .extracting(slip -> slip.number())
                .doesNotContain(repair.number());
    }

    @Test
    @DisplayName("once the owner has agreed there is something to repair")
    void notAfterConsent() {
        RepairCase repair = at("working");

        refuses(repair, "clerk1", "维修单 %s：业主已经同意过报价，不能标为误登记。业主不再需要维修的，请办理取消；内容写错的，请更正。");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName(
            "what is repaired in a public area is no mistake once it is begun; before, whoever of the team reported it may say so")
    void publicArea() {
        RepairCase begun = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        refuses(begun, "clerk1", "维修单 %s：这张单已经开工，不能标为误登记。业主不再需要维修的，请办理取消；内容写错的，请更正。");

        RepairCase fresh = office.reports("tech1", darkCorridor());
        assertThat(corrects(office, "tech1", fresh, mistaken()).slip().state()).isEqualTo(SlipState.MISTAKEN);
    }

    @Test
    @DisplayName("an accident is the director's, not the clerk's to take back")
    void notAnAccident() {
        RepairCase repair = at("notified");
        repair.ownerCalls(with(call(repair.number(), "complain"), "lossOrInjury", true));

        refuses(repair, "clerk1", "维修单 %s：这张单已按维修事故上报，不能标为误登记。业主不再需要维修的，请办理取消；内容写错的，请更正。");
    }

    @Test
    @DisplayName("without a reason nothing is marked; the form stays open and can be left")
    void reasonWanted() {
        RepairCase repair = at("notified");
        var found = office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", repair.number()));

        Refusal.of(() -> office.answersCall("clerk1", found, with(mistaken(), "correctionReason", " ")))
                .says("请填写“原因”。");

        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
        office.answersCall("clerk1", found, nothing());
    }

    @Test
    @DisplayName(
            "a slip that has ended, in whatever way, is not found any more; one that ends meanwhile is left as it is")
    void ended() {
        RepairCase cancelled = at("notified").ownerCalls("cancel");
        Refusal.of(() -> office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", cancelled.number())))
                .says("维修单 " + cancelled.number() + "：这张单已取消，不能更正。如有新的问题，请另行登记报修。");

        RepairCase meanwhile = at("notified");
        var found = office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", meanwhile.number()));
        meanwhile.ownerCalls("cancel");
        Refusal.of(() -> office.answersCall("clerk1", found, mistaken()))
                .says("维修单 " + meanwhile.number() + "：这张单已取消，不能标为误登记。如有新的问题，请另行登记报修。");
        office.answersCall("clerk1", found, nothing());
        assertThat(meanwhile.slip().state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("4.5.2")
    @DisplayName("what is inside a unit is the clerks' to register, and theirs to put right")
    void rights() {
        RepairCase repair = at("pickedUp");

        Refusal.of(() -> office.starts("tech1", SlipCorrectionProcess.KEY, fields("slipNumber", repair.number())))
                .says("业主单元内的维修单由客户服务中心登记和更正，请联系客户服务中心。");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName(
            "nobody of the team looks up, corrects or ends a slip of a public area that they have nothing to do with")
    void colleagues() {
        String theirs = "这张维修单不由您办理，您不能更正。写错了的，请联系客户服务中心更正。";
        RepairCase reported = office.reports("tech1", darkCorridor());
        Refusal.of(() -> office.starts("tech2", SlipCorrectionProcess.KEY, fields("slipNumber", reported.number())))
                .says(theirs);
        corrects(office, "clerk2", reported, corrected("reporterName", "巡视的人"));

        RepairCase offered = reported.does("tech1", REGISTER_REQUEST, registered("PB-01"));
        String electrician = "el" + UUID.randomUUID().toString().replace("-", "");
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(electrician));
        office.joins(electrician, "maintenance");
        office.joins(electrician, Qualification.ELECTRICAL.group());
        try {
            var found = office.starts(electrician, SlipCorrectionProcess.KEY, fields("slipNumber", offered.number()));
            offered.does("tech1", PICK_UP_SLIP, pickedUp());
            Refusal.of(() -> office.answersCall(electrician, found, mistaken())).says(theirs);
            Refusal.of(() -> office.answersCall(electrician, found, corrected("place", "5 栋 4 层楼道")))
                    .says(theirs);
            office.answersCall(electrician, found, nothing());
            assertThat(offered.slip().state()).isEqualTo(SlipState.PICKED_UP);
        } finally {
            engine.getIdentityService().deleteUser(electrician);
        }
    }

    @Test
    @DisplayName("a case that began under a model that knows no mistakes ends all the same")
    void caseOfAFormerRelease() throws IOException {
        String model = Files.readString(Path.of("processes/repair-request.bpmn"));
        String deployment = office.finds(Map.of(
                "processes/repair-request.bpmn",
                model.replaceAll(
                                "(?s)    <bpmn:subProcess id=\"SubProcess_(Mistaken|Corrected)\".*?</bpmn:subProcess>\n",
                                "")
                        .replaceAll(
                                "(?s)  <bpmndi:BPMNDiagram id=\"BPMNDiagram_(Mistaken|Corrected)\".*?</bpmndi:BPMNDiagram>\n",
                                "")
                        .replaceAll(
                                "(?s)      <bpmndi:BPMN(Shape|Edge) id=\"[^\"]*(Mistaken|Correct)[^\"]*\".*?</bpmndi:BPMN\\1>\n",
                                "")));
        try {
            RepairCase repair = at("notified");
            corrects(office, "clerk1", repair, corrected("place", "3 栋 602", "emergency", true));
            assertThat(repair.slip().report().place()).isEqualTo("3 栋 602");
            Refusal.of(() -> corrects(office, "clerk1", repair, corrected("itemCode", "PL-03")))
                    .says("这张单是升级以前登记的，项目、部位和损失情况不能更正。请标为误登记，另行登记报修。");

            corrects(office, "clerk1", repair, mistaken());

            assertThat(repair.ended()).isTrue();
            assertThat(repair.slip().state()).isEqualTo(SlipState.MISTAKEN);
            assertThat(repair.slip().reasons().cancellation()).isNull();
            assertThat(repair.trail()).noneMatch(line -> line.contains("业主取消"));
            assertThat(List.copyOf(messages.about(repair.number(), Event.WITHDRAWN)))
                    .isEmpty();
        } finally {
            office.withdraws(deployment);
        }
    }

    private void refuses(RepairCase repair, String person, String sentence) {
        SlipState before = repair.slip().state();
        Refusal.of(() -> corrects(office, person, repair, mistaken())).says(sentence.formatted(repair.number()));
        assertThat(repair.slip().state()).isEqualTo(before);
        assertThat(repair.ended()).isFalse();
    }
}
