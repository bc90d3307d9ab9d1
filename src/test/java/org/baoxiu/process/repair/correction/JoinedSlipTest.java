package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.joined;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.baoxiu.board.Board;
import org.baoxiu.board.MissedClock;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.slip.Joins;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
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
@DisplayName("并单")
@Tag("4.3.1")
@Tag("long")
class JoinedSlipTest {

    @Autowired
    private Office office;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Messages messages;

    @Autowired
    private Joins joins;

    @Autowired
    private PlaceSlips placeSlips;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private Board board;

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
        return switch (step) {
            case "received" -> repair;
            case "registered" ->
                repair.does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true));
            case "assessed" -> repair.does("clerk1", REGISTER_REQUEST, registered("DL-08"));
            default -> further(repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")), step);
        };
    }

    private static RepairCase further(RepairCase notified, String step) {
        return switch (step) {
            case "notified" -> notified;
            case "pickedUp" -> notified.does("tech1", PICK_UP_SLIP, pickedUp());
            case "ownerAbsent" -> further(notified, "pickedUp").does("tech1", VISIT_SITE, ownerAbsent());
            case "onSite" -> further(notified, "pickedUp").does("tech1", VISIT_SITE, arrived());
            case "quoted" -> further(notified, "onSite").does("tech1", QUOTE_REPAIR, quoted());
            case "refused" -> further(notified, "quoted").does("tech1", OBTAIN_CONSENT, refused());
            case "working" -> further(notified, "quoted").does("tech1", OBTAIN_CONSENT, agreed());
            default -> throw new IllegalArgumentException(step);
        };
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
    @DisplayName(
            "until somebody has agreed, the later slip ends in the earlier one whatever step it is at, and each knows the other")
    void endsAtEachStep(String step) {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase ended = at(step);
        long version = kept.slip().version();

        corrects(office, "clerk2", ended, joined(kept));

        assertThat(ended.ended()).isTrue();
        assertThat(ended.openTasks()).isEmpty();
        assertThat(ended.slip().state()).isEqualTo(SlipState.JOINED);
        assertThat(ended.slip().closedAt()).isEqualTo(office.now());
        assertThat(ended.slip().ties().joinedTo()).isEqualTo(kept.number());
        assertThat(ended.slip().reasons().joining()).isEqualTo("同一个水龙头");
        assertThat(ended.trail()).contains("4.3.1 并入维修单 " + kept.number() + "：同一个水龙头");
        assertThat(commitments.of(ended.number())).allMatch(Commitment::ended);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(ended.instance())
                        .activityId("EndEvent_Joined")
                        .count())
                .isEqualTo(1);
        assertThat(kept.ended()).isFalse();
        assertThat(kept.slip().state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(kept.slip().version()).isGreaterThan(version);
        assertThat(kept.trail()).contains("4.3.1 并入了维修单 " + ended.number() + "：同一个水龙头");
        assertThat(joins.joinedTo(kept.number())).extracting(Slip::number).containsExactly(ended.number());
        Refusal.of(() -> corrects(office, "clerk1", ended, corrected("place", "3 栋 602")))
                .says("维修单 " + ended.number() + "：这张单已并单，不能更正。请在维修单 " + kept.number() + " 上办理。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"received", "registered", "assessed", "notified", "pickedUp", "ownerAbsent", "onSite", "quoted"})
    @DisplayName("whichever of the two is looked up, the one that was received first goes on from the step it is at")
    void firstReceiptCounts(String step) {
        RepairCase kept = at(step);
        office.timePasses(Duration.ofMinutes(1));
        RepairCase ended = at("pickedUp");
        SlipState before = kept.slip().state();

        corrects(office, "clerk2", kept, joined(ended));

        assertThat(kept.slip().state()).isEqualTo(before);
        assertThat(kept.slip().report().receivedAt())
                .isBefore(ended.slip().report().receivedAt());
        assertThat(ended.slip().state()).isEqualTo(SlipState.JOINED);
        assertThat(kept.openTasks()).isNotEmpty();
    }

    @Test
    @Tag("4.2.1.1")
    @DisplayName(
            "the second report is an urge of the first: it counts when a promise had been missed by the time it was made")
    void countsAsUrge() {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(10));
        RepairCase early = at("received");
        office.timePasses(Duration.ofMinutes(10));
        kept.dueTimersFire();
        assertThat(kept.commitment(CommitmentKind.ARRIVAL).missedAt()).isNotNull();

        corrects(office, "clerk2", early, joined(kept));
        assertThat(kept.slip().severity().repeatCount()).isZero();
        assertThat(kept.trail())
                .anyMatch(line -> line.startsWith("4.2.1.1 业主催办：又报了维修单 " + early.number() + "：厨房水龙头漏水（")
                        && line.endsWith("，不计入重复次数）"));

        RepairCase late = at("received");
        office.timePasses(Duration.ofMinutes(5));
        corrects(office, "clerk2", late, joined(kept));
        assertThat(kept.slip().severity().repeatCount()).isEqualTo(1);
        assertThat(kept.slip().severity().repeatCountedAt())
                .isEqualTo(late.slip().report().receivedAt());
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.2.1.2")
    @DisplayName("what was urged, urgent or lost on the slip that ends is so on the one that goes on")
    void takesOver() {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(2));
        RepairCase ended = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", true));
        office.timePasses(Duration.ofMinutes(6));
        ended.dueTimersFire();
        ended.ownerCalls("urge");
        assertThat(ended.slip().severity().repeatCount()).isEqualTo(1);

        corrects(office, "clerk2", ended, joined(kept));

        assertThat(kept.slip().intake().emergency()).isTrue();
        assertThat(kept.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo("2026-11-23T01:05:00Z");
        assertThat(kept.slip().severity().repeatCount()).isEqualTo(1);
        assertThat(kept.variable("emergency")).isEqualTo(true);
    }

    @Test
    @DisplayName("whoever has either slip and the owner of the one that ends are told, each in words of their own")
    void told() {
        RepairCase kept = at("pickedUp");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase ended = at("pickedUp");

        corrects(office, "clerk1", ended, joined(kept));

        assertThat(messages.about(ended.number(), Event.JOINED_AWAY))
                .filteredOn(message -> message.recipient().equals("tech1"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.subject()).startsWith("已并单，不用再去 " + ended.number()))
                .allSatisfy(message -> assertThat(message.text()).contains("并入 " + kept.number() + "（同一个水龙头）"));
        assertThat(messages.about(ended.number(), Event.JOINED))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.text()).contains(kept.number()));
        assertThat(messages.about(kept.number(), Event.URGED))
                .extracting(message -> message.recipient())
                .contains("tech1");
        for (Event other : new Event[] {Event.WITHDRAWN, Event.CANCELLED, Event.CALLED_OFF, Event.MISTAKEN}) {
            assertThat(messages.about(ended.number(), other)).as("%s", other).isEmpty();
        }
    }

    @Test
    @DisplayName("the owner's links of a slip that has ended lead to the one that goes on, also over two steps")
    void links() {
        RepairCase first = at("received");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase second = at("received");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase third = at("received");
        String link = tokens.token(third.number());

        corrects(office, "clerk1", third, joined(second));
        assertThat(tokens.open(link))
                .hasValueSatisfying(slip -> assertThat(slip.number()).isEqualTo(second.number()));
        corrects(office, "clerk1", second, joined(first));
        assertThat(tokens.open(link))
                .hasValueSatisfying(slip -> assertThat(slip.number()).isEqualTo(first.number()));
    }

    @Test
    @DisplayName("the wall shows neither the slip nor its missed promise, its place has one open slip")
    void countsNowhere() {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase ended = at("received");
        office.timePasses(Duration.ofMinutes(10));
        ended.dueTimersFire();
        assertThat(board.look().missedToday())
                .extracting(MissedClock::slipNumber)
                .contains(ended.number());

        corrects(office, "clerk1", ended, joined(kept));

        assertThat(board.look().missedToday())
                .extracting(MissedClock::slipNumber)
                .doesNotContain(ended.number());
        assertThat(board.look().open()).extracting(OpenSlip::number).doesNotContain(ended.number());
        assertThat(placeSlips.alike("一号管理处", ended.slip().intake().location(), "PL-01", "13800000000"))
                .extracting(Slip::number)
                .contains(kept.number())
                .doesNotContain(ended.number());
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("once the owner has agreed to either, the two go their own ways")
    void notAfterConsent() {
        RepairCase working = at("working");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase later = at("received");
        String sentence = "维修单 " + working.number() + "：业主已经同意过报价，不能并单。请两张单分别办理。";
        refuses("clerk1", later, working, sentence);
        refuses("clerk1", working, later, sentence);

        office.timeIs("2026-11-23T08:00:00+08:00");
        RepairCase earlier = at("received");
        refuses("clerk1", earlier, working, sentence);
    }

    @Test
    @Tag("3.5")
    @DisplayName("nor once there is a bill")
    void notAfterBill() {
        RepairCase free = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "underWarranty", true));
        further(free, "quoted").does("tech1", OBTAIN_CONSENT, agreed()).does("tech1", CARRY_OUT_REPAIR, done());
        office.timePasses(Duration.ofMinutes(1));

        refuses("clerk1", at("notified"), free, "不能并单。请两张单分别办理。");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName(
            "what the team has begun in a public area takes other reports in, and ends in none; when it is finished, in nothing")
    void publicArea() {
        RepairCase begun = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        office.timePasses(Duration.ofMinutes(1));
        RepairCase again = office.reports("clerk1", with(darkCorridor(), "place", "1 栋大堂"));
        corrects(office, "clerk2", again, joined(begun));
        assertThat(again.slip().ties().joinedTo()).isEqualTo(begun.number());

        office.timeIs("2026-11-23T08:00:00+08:00");
        RepairCase earlier = office.reports("clerk1", darkCorridor());
        office.timeIs("2026-11-23T09:05:00+08:00");
        refuses(
                "clerk1",
                earlier,
                begun,
                "维修单 " + begun.number() + "：这张单已经开工，不能并入维修单 " + earlier.number() + "。请两张单分别办理。");

        begun.does("tech1", CARRY_OUT_REPAIR, done());
        RepairCase late = office.reports("clerk1", darkCorridor());
        refuses("clerk1", late, begun, "不能");
    }

    @Test
    @Tag("4.4.1")
    @DisplayName("an accident ends in no other slip; another report may end in it")
    void accident() {
        RepairCase first = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase accident = at("notified");
        accident.ownerCalls(with(call(accident.number(), "complain"), "lossOrInjury", true));
        office.timePasses(Duration.ofMinutes(1));
        RepairCase last = at("notified");

        refuses(
                "clerk1",
                accident,
                first,
                "维修单 " + accident.number() + "：这张单已按维修事故上报，不能并入维修单 " + first.number() + "。请两张单分别办理。");
        corrects(office, "clerk1", last, joined(accident));
        assertThat(last.slip().ties().joinedTo()).isEqualTo(accident.number());
    }

    @Test
    @DisplayName("of a flat only what is of the same flat: whoever has reported the one sees the other from then on")
    void sameFlat() {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase upstairs = office.reports("clerk1", with(leakingTap(), "place", "3 栋 602"));
        String sentence =
                "维修单 " + upstairs.number() + "：与维修单 " + kept.number() + " 的管理处、部位或房屋不同，不能并单。登记错了的，请先更正，再办理并单。";
        refuses("clerk1", upstairs, kept, sentence);
        refuses("clerk1", office.reports("clerk1", darkCorridor()), kept, "的管理处、部位或房屋不同，不能并单。");

        corrects(office, "clerk1", upstairs, corrected("place", "3栋502室"));
        corrects(office, "clerk1", upstairs, joined(kept));
        assertThat(upstairs.slip().ties().joinedTo()).isEqualTo(kept.number());
    }

    @Test
    @DisplayName(
            "not with itself, not with one that has ended or that nobody knows, not by the team inside a unit; the form stays open")
    void refusals() {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        RepairCase later = at("notified");
        refuses("clerk1", later, later, "维修单 " + later.number() + "：这就是这张单自己，不能与自己并单。请填写另一张维修单的单号。");
        RepairCase cancelled = at("notified").ownerCalls("cancel");
        refuses("clerk1", later, cancelled, "维修单 " + cancelled.number() + "：这张单已取消，不能并单。如有新的问题，请另行登记报修。");
        Refusal.of(() -> corrects(office, "clerk1", later, with(joined(kept), "joinWith", "WX20261123-999999")))
                .says("没有编号为“WX20261123-999999”的维修单，请核对单号。");
        Refusal.of(() -> corrects(office, "clerk1", later, with(joined(kept), "joinWith", "水龙头")))
                .says("请填写维修单号，例如 WX20261123-000001。");
        Refusal.of(() -> corrects(office, "clerk1", later, with(joined(kept), "correctionReason", " ")))
                .says("请填写“原因”。");
        RepairCase corridor = office.reports("tech1", darkCorridor());
        RepairCase others = office.reports("clerk1", darkCorridor());
        refuses("tech1", corridor, others, "这张维修单不由您办理，您不能更正。写错了的，请联系客户服务中心更正。");
        refuses("tech1", corridor, kept, "业主单元内的维修单由客户服务中心登记和更正，请联系客户服务中心。");
        assertThat(later.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @DisplayName("a case that began under a model that knows no joining ends all the same")
    void caseOfAFormerRelease() throws IOException {
        RepairCase kept = at("notified");
        office.timePasses(Duration.ofMinutes(1));
        String model = Files.readString(Path.of("processes/repair-request.bpmn"));
        String deployment = office.finds(Map.of(
                "processes/repair-request.bpmn",
                model.replaceAll("(?s)    <bpmn:subProcess id=\"SubProcess_Joined\".*?</bpmn:subProcess>\n", "")
                        .replaceAll("(?s)  <bpmndi:BPMNDiagram id=\"BPMNDiagram_Joined\".*?</bpmndi:BPMNDiagram>\n", "")
                        .replaceAll(
                                "(?s)      <bpmndi:BPMN(Shape|Edge) id=\"[^\"]*(Joined)[^\"]*\".*?</bpmndi:BPMN\\1>\n",
                                "")));
        try {
            RepairCase ended = at("notified");

            corrects(office, "clerk1", ended, joined(kept));

            assertThat(ended.ended()).isTrue();
            assertThat(ended.slip().state()).isEqualTo(SlipState.JOINED);
            assertThat(ended.slip().reasons().cancellation()).isNull();
            assertThat(messages.about(ended.number(), Event.WITHDRAWN)).isEmpty();
        } finally {
            office.withdraws(deployment);
        }
    }

    private void refuses(String person, RepairCase one, RepairCase other, String sentence) {
        long versions = one.slip().version() + other.slip().version();
        Refusal.of(() -> corrects(office, person, one, joined(other))).says(sentence);
        assertThat(one.slip().version() + other.slip().version()).isEqualTo(versions);
    }
}
