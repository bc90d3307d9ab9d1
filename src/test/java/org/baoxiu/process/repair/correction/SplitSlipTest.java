package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.split;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Splits;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
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
@DisplayName("拆单")
@Tag("4.3.1")
class SplitSlipTest {

    @Autowired
    private Office office;

    @Autowired
    private Splits splits;

    @Autowired
    private Messages messages;

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
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        if (step.equals("notified")) {
            return repair;
        }
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        if (step.equals("pickedUp")) {
            return repair;
        }
        repair.does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        return step.equals("working") ? repair : repair.does("tech1", CARRY_OUT_REPAIR, done());
    }

    private RepairCase other(RepairCase first) {
        assertThat(splits.splitFrom(first.number())).hasSize(1);
        return office.ofSlip(splits.splitFrom(first.number()).get(0).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "notified", "pickedUp", "working", "finished"})
    @DisplayName(
            "the other fault has a number and a receipt of its own, whatever step the first slip is at, which goes on unchanged")
    void ownNumberAndReceipt(String step) {
        RepairCase first = at(step);
        Slip before = first.slip();
        office.timePasses(Duration.ofMinutes(7));

        corrects(office, "clerk2", first, split());

        RepairCase second = other(first);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.slip().state()).isEqualTo(SlipState.RECEIVED);
        assertThat(second.slip().ties().splitFrom()).isEqualTo(first.number());
        assertThat(second.slip().report().receivedAt()).isEqualTo(office.now());
        assertThat(second.slip().report().fault()).isEqualTo("客厅的灯不亮");
        assertThat(second.slip().report().place()).isEqualTo(before.report().place());
        assertThat(second.slip().report().reporterPhone())
                .isEqualTo(before.report().reporterPhone());
        assertThat(second.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk2");
        assertThat(second.trail()).contains("4.3.1 从维修单 " + first.number() + " 拆出：一次说了两件事");
        assertThat(first.slip().state()).isEqualTo(before.state());
        assertThat(first.slip().report()).isEqualTo(before.report());
        assertThat(first.trail()).contains("4.3.1 拆出维修单 " + second.number() + "：客厅的灯不亮；原因：一次说了两件事");
        second.does("clerk2", REGISTER_REQUEST, registered("EL-01"));
        assertThat(second.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @DisplayName("the owner learns the new number, whoever has the first slip that there is another")
    void told() {
        RepairCase first = at("pickedUp");

        corrects(office, "clerk1", first, split());

        RepairCase second = other(first);
        assertThat(messages.about(second.number(), Event.RECEIVED)).isNotEmpty();
        assertThat(messages.about(first.number(), Event.SLIP_SPLIT))
                .filteredOn(message -> message.recipient().equals("tech1"))
                .isNotEmpty()
                .allSatisfy(
                        message -> assertThat(message.text()).contains("单上的另一件事已另开 " + second.number() + "（一次说了两件事）"));
    }

    @Test
    @DisplayName("what came by the owner's page is taken down by telephone: the clerk opens it")
    void fromTheOwnersPage() {
        RepairCase first = office.message("RepairReported", with(leakingTap(), "channel", "web"));

        corrects(office, "clerk1", first, split());

        assertThat(other(first).slip().report().channel()).isEqualTo(Channel.PHONE);
    }

    @Test
    @DisplayName(
            "without the other fault or a reason, of a slip that has ended, or by the team inside a unit nothing is split")
    void refusals() {
        RepairCase first = at("pickedUp");
        Refusal.of(() -> corrects(office, "clerk1", first, with(split(), "splitFault", " ")))
                .says("请填写“另开一张的故障”。");
        Refusal.of(() -> corrects(office, "clerk1", first, with(split(), "correctionReason", " ")))
                .says("请填写“原因”。");
        Refusal.of(() -> corrects(office, "tech1", first, split())).says("业主单元内的维修单由客户服务中心登记和更正，请联系客户服务中心。");
        RepairCase meanwhile = at("notified");
        var found = office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", meanwhile.number()));
        meanwhile.ownerCalls("cancel");
        Refusal.of(() -> office.answersCall("clerk1", found, split()))
                .says("维修单 " + meanwhile.number() + "：这张单已取消，不能拆单。如有新的问题，请另行登记报修。");
        assertThat(splits.splitFrom(first.number())).isEmpty();
        assertThat(splits.splitFrom(meanwhile.number())).isEmpty();
    }
}
