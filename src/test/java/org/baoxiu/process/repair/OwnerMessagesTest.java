package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.MessageState;
import org.baoxiu.notification.Messages;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What owners are told, in the order in which they are told it; N stands for the number of the slip. */
@ProcedureTest
@ExtendWith(Scenarios.Monday.class)
@DisplayName("告知业主的消息")
@Tag("long")
class OwnerMessagesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Office office;

    @Autowired
    private Messages messages;

    @Test
    @Tag("Q4")
    @Tag("S1")
    @Tag("4.3.2")
    @Tag("4.3.3")
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    @Tag("4.3.6")
    @DisplayName("an ordinary repair from its report to its end")
    void ordinary() {
        RepairCase repair = TapRepair.billed(office).does("clerk2", CALL_BACK_OWNER, satisfied());

        assertThat(told(repair))
                .containsExactly(
                        "您的报修已收到，单号 N。我们会尽快安排师傅，谢谢您！",
                        "维修单 N 已通知维修班，师傅领单后会再告诉您。",
                        "维修单 N 由水电工师傅负责，马上上门，请您留意。",
                        "维修单 N：水电工师傅已到场。",
                        "维修单 N 报价 95.50 元，约 30 分钟修好。请查看明细并答复，同意后动工。",
                        "维修单 N 已修好，请您检查并验收。",
                        "维修单 N 已办结，谢谢您的配合。还有问题，请联系客户服务中心。");
        assertThat(of(repair)).extracting(Message::channel).containsOnly(ChannelKind.PHONE);
        assertThat(of(repair)).extracting(Message::state).containsOnly(MessageState.TO_CALL);
        assertThat(of(repair))
                .extracting(Message::toString)
                .noneMatch(row -> row.contains("13800000000") || row.contains("张三"));
    }

    @Test
    @Tag("Q4")
    @Tag("4.3.4.4")
    @DisplayName("another amount after the work has begun needs another consent")
    void anotherAmount() {
        RepairCase repair = TapRepair.working(office);
        int before = told(repair).size();
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("change"))
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 60));
        assertThat(told(repair, before)).containsExactly("维修单 N 报价由 95.50 元 改为 110.00 元，约 30 分钟修好，请您答复。");

        repair.does("tech1", OBTAIN_CONSENT, requote()).does("tech1", QUOTE_REPAIR, quoted());
        assertThat(told(repair, before + 1)).containsExactly("维修单 N 报价 95.50 元，约 30 分钟修好。请查看明细并答复，同意后动工。");
    }

    @Test
    @Tag("Q4")
    @Tag("3.5")
    @DisplayName("less material than agreed is another cost, and the same bill is not told again")
    void lessMaterial() {
        RepairCase repair = TapRepair.working(office);
        int before = told(repair).size();
        repair.does(
                        "tech1",
                        CARRY_OUT_REPAIR,
                        with(done(), "material1Name", "水龙头", "material1Quantity", 1, "material1Price", 40))
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
        assertThat(told(repair, before)).containsExactly("维修单 N 已修好，请您检查并验收。", "维修单 N 的费用由 95.50 元 改为 90.00 元。");
    }

    @Test
    @Tag("4.3.2")
    @Tag("3.3")
    @DisplayName("an owner who was absent reads the new appointment, and who comes then instead")
    void anotherAppointment() {
        RepairCase repair = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        int before = told(repair).size();
        repair.does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(HOUR)))
                .does("tech1", VISIT_SITE, returned())
                .does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(told(repair, before))
                .containsExactly("维修单 N：约定 11月23日 10:00 上门，届时请留人在家。", "维修单 N 由水电工师傅负责，11月23日 10:00 上门，请您留意。");
    }

    @Test
    @Tag("4.6.4")
    @Tag("5.1")
    @Tag("Q4")
    @DisplayName("a deferral is told with its reason, in short and without a telephone number, and a later time too")
    void laterThanExpected() {
        RepairCase repair = TapRepair.working(office);
        int before = told(repair).size();
        office.timePasses(Duration.ofMinutes(30));
        repair.dueTimersFire()
                .does(
                        "tech1",
                        HANDLE_ESCALATION,
                        escalated("newTime", "newTime", office.now().plus(HOUR).toString()))
                .does(
                        "tech1",
                        CARRY_OUT_REPAIR,
                        with(interrupted("defer"), "workReason", "要等厂家配件，厂家电话 13912345678，大概要等三天以上才能寄到"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(HOUR.multipliedBy(24))));
        assertThat(told(repair, before))
                .containsExactly(
                        "维修单 N 预计 11月23日 10:30 修好，比原先晚，请您谅解。", "维修单 N 暂缓维修（要等厂家配件，厂家电话 …，大…），约定 11月24日 09:30 再修，请您谅解。");
    }

    @Test
    @Tag("4.3.6")
    @Tag("S7")
    @DisplayName("an owner who is not reached is asked once to rate, however often the call is tried")
    void notReachedByPhone() {
        RepairCase repair = TapRepair.billed(office);
        int before = told(repair).size();
        for (int call = 1; call <= 3; call++) {
            repair.does("clerk2", CALL_BACK_OWNER, with(notReached(), "ownerWords", "三次没有联系上"));
            office.timePasses(HOUR.multipliedBy(4));
            repair.dueTimersFire();
        }
        assertThat(told(repair, before))
                .containsExactly("维修单 N：回访没有联系上您，请抽空评价这次维修，谢谢！", "维修单 N 已办结，谢谢您的配合。还有问题，请联系客户服务中心。");
    }

    @Test
    @Tag("S7")
    @DisplayName("a rework is told anew, without another cost")
    void againAfterCallBack() {
        RepairCase repair = TapRepair.billed(office);
        int before = told(repair).size();
        repair.does("clerk2", CALL_BACK_OWNER, notFixed())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        assertThat(told(repair, before))
                .containsExactly("维修单 N 已通知维修班，师傅领单后会再告诉您。", "维修单 N 由水电工师傅负责，马上上门，请您留意。", "维修单 N：水电工师傅已到场。");
    }

    @Test
    @Tag("S1")
    @DisplayName("whoever cancels is told that it is done")
    void cancelledByTheOwner() {
        RepairCase repair = TapRepair.registered(office).ownerCalls("urge").ownerCalls("cancel");
        assertThat(told(repair, 2)).containsExactly("维修单 N 已按您的要求取消。如需维修，请联系客户服务中心。");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("who reported something public is told of its reception and its repair, a colleague of nothing")
    void publicArea() {
        RepairCase fromOwner = publicRepair(with(darkCorridor(), "channel", "phone"));
        assertThat(told(fromOwner))
                .containsExactly("您反映的“5 栋 3 层楼道”的问题已收到，单号 N。我们会尽快安排维修，谢谢您！", "您反映的“5 栋 3 层楼道”的问题已修好，单号 N。谢谢您的反映！");
        assertThat(told(publicRepair(darkCorridor()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "12", "120"})
    @Tag("Q4")
    @Tag("4.6.1a")
    @DisplayName("a due clock tells the owner nothing")
    void clocks(String minutes) {
        RepairCase repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(Integer.parseInt(minutes)));
        repair.dueTimersFire();
        assertThat(told(repair)).hasSize(1);
    }

    private RepairCase publicRepair(Map<String, Object> report) {
        String person = report.get("channel").equals("phone") ? "clerk1" : "tech1";
        return office.reports(person, report)
                .does(person, REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("clerk1", VERIFY_PUBLIC_REPAIR, verified())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    private List<String> told(RepairCase repair, int skipped) {
        return told(repair).stream().skip(skipped).toList();
    }

    private List<String> told(RepairCase repair) {
        return of(repair).stream()
                .map(message -> message.text().replace(repair.number(), "N"))
                .toList();
    }

    private List<Message> of(RepairCase repair) {
        List<Message> oldestFirst = new ArrayList<>(messages.of("owner:" + repair.number()));
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
