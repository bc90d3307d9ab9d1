package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.*;
import static org.baoxiu.process.repair.ContractorAnswers.anotherTime;
import static org.baoxiu.process.repair.ContractorAnswers.came;
import static org.baoxiu.process.repair.ContractorAnswers.given;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.rejected;
import static org.baoxiu.testing.Answers.returned;
import static org.baoxiu.testing.Answers.transferredTo;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.contractor.ContractorRecordProcess;
import org.baoxiu.process.handover.HandOverAnswers;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.process.repair.ContractorAnswers;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;

@ProcedureTest
@DisplayName("外包单位")
@Tag("Q3")
@Tag("long")
class ContractorOrderTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    Office office;

    @Autowired
    Contractors contractors;

    @Autowired
    Commitments commitments;

    @Autowired
    Messages messages;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @BeforeEach
    void nineOClock() {
        office.timeIs(NINE);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    private RepairCase gasSmell() {
        return office.reports("clerk1", with(leakingTap(), "faultDescription", "厨房有煤气味"))
                .does("clerk1", REGISTER_REQUEST, registered("GA-01"));
    }

    /** Whoever has come first has closed the valve; the contractor is to come at half past nine. */
    private RepairCase secured() {
        RepairCase repair = gasSmell().does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        return repair.does("supervisor", ORDER_CONTRACTOR, without(given(gas(repair), NINE, at(30)), "orderWay"));
    }

    private Contractor gas(RepairCase repair) {
        return ContractorAnswers.of(contractors.suitable(repair.number()), "示例燃气公司");
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private List<String> subjects(String person, RepairCase repair) {
        return messages.of(person).stream()
                .filter(message -> repair.number().equals(message.slipNumber()))
                .map(Message::subject)
                .toList();
    }

    private List<Commitment> promises(RepairCase repair) {
        return commitments.of(repair.number()).stream()
                .filter(one -> one.kind() == CommitmentKind.CONTRACTOR_ARRIVAL)
                .toList();
    }

    private static Commitment promise(RepairCase repair) {
        return repair.commitment(CommitmentKind.CONTRACTOR_ARRIVAL);
    }

    @Test
    @DisplayName(
            "the form says that only a contractor may do it; when it is registered, those who call one are told whom, and any of the team may go")
    void isSaidAtOnce() {
        RepairCase unregistered = office.reports("clerk1", leakingTap());
        assertThat(office.localVariable(unregistered.task(REGISTER_REQUEST), "itemNotes")
                        .toString())
                .containsPattern("\"GA-01\"[^}]*\"outside\":true[^}]*\"nobody\":false")
                .doesNotContainPattern("\"GA-03\"[^}]*\"outside\":true");

        RepairCase repair = gasSmell();

        assertThat(repair.trail())
                .anyMatch(line -> line.startsWith("Q3 只能由外包单位维修") && line.contains("示例燃气公司"))
                .noneMatch(line -> line.contains("没有燃气资质"));
        for (String person : List.of("supervisor", "clerk2", "clerklead")) {
            assertThat(subjects(person, repair))
                    .as(person)
                    .anyMatch(subject -> subject.contains("请联系外包单位 " + repair.number()));
        }
        assertThat(repair.task(ORDER_CONTRACTOR).getAssignee()).isNull();
        assertThat(office.localVariable(repair.task(ORDER_CONTRACTOR), "contractorNeeded"))
                .as("the form does not ask whether one is called")
                .isEqualTo(true);
        assertThat(repair.candidateGroups(repair.task(ORDER_CONTRACTOR)))
                .containsExactlyInAnyOrder("engineeringSupervisor", "customerService", "customerServiceLead");
        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).missed())
                .as("the five minutes are kept by whoever secures the place")
                .isFalse();
        repair.ownerCalls("cancel");
    }

    @Test
    @DisplayName("nobody is registered for it: that is said, and whoever is registered meanwhile can be chosen at once")
    void nobodyRegistered() {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "area", "public", "place", "消防泵房"))
                .does("clerk1", REGISTER_REQUEST, registered("LI-03"));
        String before = office.localVariable(repair.task(ORDER_CONTRACTOR), "contractorOptions")
                .toString();

        office.starts(
                "supervisor",
                ContractorRecordProcess.KEY,
                ContractorAnswers.registered("示例电梯公司二", "lift", "2026-11-30"));

        assertThat(before).doesNotContain("示例电梯公司二");
        assertThat(office.localVariable(repair.task(ORDER_CONTRACTOR), "contractorOptions")
                        .toString())
                .contains("示例电梯公司二", "2026-11-30");
        repair.ownerCalls("cancel");
    }

    @Test
    @Tag("Q4")
    @DisplayName(
            "the agreed time is a promise of its own, and whoever secures the place has the task to enter the arrival")
    void promised() {
        RepairCase repair = secured();

        assertThat(promise(repair).dueAt()).isEqualTo(at(30));
        assertThat(promise(repair).technician()).isNull();
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isEqualTo("tech1");
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getDueDate().toInstant()).isEqualTo(at(30));
        assertThat(repair.trail())
                .anyMatch(line -> line.equals("Q3 派给外包单位 示例燃气公司，11月23日 09:00 联系，派单号 Q-17，约定 11月23日 09:30 到场"));
        assertThat(messages.about(repair.number(), Event.CONTRACTOR_AGREED))
                .extracting(Message::text)
                .containsExactly("维修单 " + repair.number() + " 已请示例燃气公司上门，约定 11月23日 09:30 到场，请您留意。");
    }

    @ParameterizedTest
    @ValueSource(longs = {29 * 60 + 59, 30 * 60})
    @DisplayName("whoever came in time has kept it, though it was entered after the time was over")
    void inTime(long seconds) {
        RepairCase repair = secured();
        office.timeIs(at(45));
        repair.dueTimersFire();
        assertThat(promise(repair).missed()).isTrue();
        for (String person : List.of("supervisor", "clerk1", "clerklead")) {
            assertThat(subjects(person, repair))
                    .as(person)
                    .anyMatch(subject -> subject.contains("已超时：外包单位到场 " + repair.number()));
        }
        assertThat(repair.told(CommitmentKind.CONTRACTOR_ARRIVAL))
                .as("the task of the arrival is there already")
                .isEmpty();

        repair.does("tech1", CONTRACTOR_ARRIVAL, came(NINE.plusSeconds(seconds)));

        assertThat(promise(repair).missed()).isFalse();
        assertThat(promise(repair).withdrawn()).isFalse();
        assertThat(promise(repair).endedAt()).isEqualTo(NINE.plusSeconds(seconds));
    }

    @Test
    @DisplayName("a second later it is missed")
    void late() {
        RepairCase repair = secured();
        office.timeIs(at(45));
        repair.dueTimersFire().does("tech1", CONTRACTOR_ARRIVAL, came(at(30).plusSeconds(1)));

        assertThat(promise(repair).missed()).isTrue();
        assertThat(repair.trail())
                .anyMatch(line -> line.contains("外包单位到场的约定时间是 11月23日 09:30，已超时：告知工程部主管、客户服务中心、客户服务中心主管"));
    }

    @Test
    @DisplayName("a new time takes the place of the old one, which is missed only if it was over")
    void anotherTimeIsAgreed() {
        RepairCase repair = secured();
        office.timeIs(at(20));
        repair.does("supervisor", CONTRACTOR_ARRIVAL, anotherTime("contractorArrival", at(60)));

        assertThat(promises(repair))
                .extracting(Commitment::withdrawn, Commitment::missed)
                .containsExactly(tuple(true, false), tuple(false, false));
        assertThat(promise(repair).dueAt()).isEqualTo(at(60));
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getDueDate().toInstant()).isEqualTo(at(60));
        office.timeIs(at(59));
        repair.dueTimersFire();
        assertThat(promise(repair).missedAt()).isNull();
        office.timeIs(at(61));
        repair.dueTimersFire().does("tech1", CONTRACTOR_ARRIVAL, anotherTime("contractorArrival", at(90)));
        repair.does("tech1", CONTRACTOR_ARRIVAL, ContractorAnswers.handedBack("contractorArrival"));
        assertThat(promises(repair))
                .as("put off in time, put off too late, handed back in time")
                .extracting(Commitment::withdrawn, Commitment::missed)
                .containsExactly(tuple(true, false), tuple(false, true), tuple(true, false));
        assertThat(repair.trail()).anyMatch(line -> line.equals("Q3 与外包单位 示例燃气公司 另约 11月23日 10:30 到场：路上堵车"));
        assertThat(messages.about(repair.number(), Event.CONTRACTOR_AGREED)).hasSize(3);
    }

    @Test
    @DisplayName("who may not be called is refused with the reason; times that cannot be are, too")
    void refusals() {
        RepairCase repair = gasSmell();
        Contractor expired = contractor("示例过期公司", Qualification.GAS, "2026-11-22");
        assertThat(contractors.suitable(repair.number()))
                .doesNotContain(expired)
                .contains(gas(repair));

        refused(repair, given(expired, NINE, at(30)))
                .forbidden()
                .says(repair.number(), "示例过期公司", "燃气", "2026-11-22", "到期");
        refused(repair, given(contractor("示例电梯维保公司", Qualification.LIFT, "2099-12-31"), NINE, at(30)))
                .forbidden()
                .says(repair.number(), "示例电梯维保公司", "电梯", "燃气异味");
        refused(repair, given(gas(repair), NINE, at(-1))).invalid().says("约定到场时间");
        refused(repair, given(gas(repair), at(1), at(30))).invalid().says("联系时间", "收到报修");
        refused(repair, with(given(gas(repair), NINE, at(30)), "contractorId", "999999999"))
                .invalid()
                .says("没有登记过");
        refused(repair, with(given(gas(repair), NINE, at(30)), "technician", "tech2", "itemCode", "PL-01"))
                .invalid()
                .says("itemCode");
        refused(repair, ContractorAnswers.notGiven()).invalid().says("只能由外包单位维修", "不能不派");
        refused(() -> office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number())))
                .invalid()
                .says(repair.number(), "任务列表");

        assertThat(repair.task(ORDER_CONTRACTOR)).isNotNull();
        repair.ownerCalls("cancel");
        refused(() -> office.starts(
                        "clerk1",
                        ContractorOrderProcess.KEY,
                        fields("slipNumber", repair.number().replace("-", "").toLowerCase())))
                .invalid()
                .says(repair.number(), "已取消");
    }

    private Contractor contractor(String name, Qualification trade, String expiresOn) {
        contractors.register(name, "0755-00000120", trade, "证-1", LocalDate.parse(expiresOn));
        return contractors.registered().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal refused(RepairCase repair, Map<String, Object> order) {
        return refused(() -> repair.does("supervisor", ORDER_CONTRACTOR, order));
    }

    private static Refusal refused(Runnable step) {
        return Refusal.of(() -> {
            try {
                step.run();
            } catch (ProcessEngineException e) {
                throw NestedExceptionUtils.getRootCause(e);
            }
        });
    }

    @Test
    @Tag("3.3")
    @DisplayName("whoever has the slip accompanies the contractor: through a return, a pick-up and a hand-over")
    void followsTheSlip() {
        RepairCase repair = gasSmell();
        repair.does("clerk1", ORDER_CONTRACTOR, given(gas(repair), NINE, at(30)));
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isNull();
        assertThat(repair.candidateGroups(repair.task(CONTRACTOR_ARRIVAL)))
                .contains("maintenance", "engineeringSupervisor", "customerService");

        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isEqualTo("tech1");
        repair.does("tech1", VISIT_SITE, returned());
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isNull();
        repair.does("tech2", PICK_UP_SLIP, pickedUp()).does("tech2", VISIT_SITE, transferredTo("tech1"));
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isEqualTo("tech1");

        office.starts(
                "supervisor",
                HandOverProcess.KEY,
                HandOverAnswers.handOver("tech1", "handOverSlip", repair.number(), "handOverTo", "tech2"));
        assertThat(repair.slip().technician()).isEqualTo("tech2");
        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isEqualTo("tech2");
        repair.does("tech2", CONTRACTOR_ARRIVAL, came(NINE));
        assertThat(repair.task(CONTRACTOR_RESULT).getAssignee()).isEqualTo("tech2");

        office.starts(
                "supervisor", HandOverProcess.KEY, HandOverAnswers.handOver("tech2", "handOverSlip", repair.number()));
        assertThat(repair.task(CONTRACTOR_RESULT).getAssignee()).isNull();
        repair.does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done());
        assertThat(repair.trail()).anyMatch(line -> line.startsWith("Q3 外包单位 示例燃气公司 已修好：更换阀门并查漏"));
    }

    @Test
    @DisplayName("what only a contractor may do is not done before one has done it; every other way out stays open")
    void notWithoutTheContractor() {
        RepairCase repair = secured().does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, agreed());

        refused(() -> repair.does("tech1", CARRY_OUT_REPAIR, done()))
                .invalid()
                .says(repair.number(), "燃气异味", "外包单位", "登记");
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(at(120)));
        repair.does("tech1", CONTRACTOR_ARRIVAL, came(NINE));
        office.timeIs(at(120));
        repair.dueTimersFire();
        refused(() -> repair.does("tech1", CARRY_OUT_REPAIR, done())).invalid();
        repair.does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done()).does("tech1", CARRY_OUT_REPAIR, done());

        assertThat(repair.slip().state()).isEqualTo(SlipState.FINISHED);
    }

    @Test
    @Tag("S6")
    @DisplayName("what was not good is not done: the contractor is called once more by itself")
    void onceMore() {
        RepairCase repair = secured()
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CONTRACTOR_ARRIVAL, came(NINE))
                .does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done())
                .does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(repair.openTasks()).containsExactly(ACCEPT_REPAIR);

        repair.does("tech1", ACCEPT_REPAIR, rejected());

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(CARRY_OUT_REPAIR, ORDER_CONTRACTOR);
        refused(() -> repair.does("tech1", CARRY_OUT_REPAIR, done())).invalid().says("外包单位");
        repair.does("clerk1", ORDER_CONTRACTOR, given(gas(repair), NINE, at(30)))
                .does("tech1", CONTRACTOR_ARRIVAL, came(NINE))
                .does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done())
                .does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(repair.slip().state()).isEqualTo(SlipState.FINISHED);
    }

    @Test
    @Tag("S1")
    @DisplayName(
            "a cancelled slip ends the order; the contractor on the way is called off, and its promise is owed no more")
    void calledOff() {
        RepairCase repair = gasSmell();
        repair.does("clerk1", ORDER_CONTRACTOR, given(gas(repair), NINE, at(30)));
        office.timeIs(at(10));

        repair.ownerCalls("cancel");

        assertThat(repair.openTasks()).isEmpty();
        assertThat(promise(repair).ended()).isTrue();
        assertThat(promise(repair).missed()).isFalse();
        assertThat(promise(repair).withdrawn()).isTrue();
        assertThat(contractors.underWay(repair.number())).isEmpty();
        assertThat(subjects("supervisor", repair))
                .anyMatch(subject -> subject.contains("请通知外包单位不用来 " + repair.number()));
        assertThat(messages.of("supervisor").stream()
                        .filter(message -> repair.number().equals(message.slipNumber()))
                        .map(Message::text))
                .anyMatch(text -> text.contains("请打电话通知示例燃气公司不用再来"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tech1", "director", "dutydirector", "affairs"})
    @DisplayName(
            "nobody but supervisor and clerks gives a slip out, and nobody but the supervisor registers who may get one")
    void rights(String person) {
        RepairCase repair = gasSmell();
        mayNotStart(person, ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
        assertThatThrownBy(() -> repair.does(person, ORDER_CONTRACTOR, given(gas(repair), NINE, at(30))))
                .isInstanceOf(AuthorizationException.class);
        for (String other : List.of(person, "clerk1", "clerklead")) {
            mayNotStart(other, ContractorRecordProcess.KEY, ContractorAnswers.registered("示例", "gas", "2099-12-31"));
        }
        repair.ownerCalls("cancel");
    }

    private void mayNotStart(String person, String process, Map<String, Object> form) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        assertThatThrownBy(() -> office.as(person, () -> forms.submitStartForm(definition, form)))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    @DisplayName("a licence that has run out is not registered, nor one of another century")
    void expiredLicence() {
        refused(() -> office.starts(
                        "supervisor",
                        ContractorRecordProcess.KEY,
                        ContractorAnswers.registered("示例公司", "gas", "2026-11-22")))
                .invalid()
                .says("2026-11-22", "到期");
        refused(() -> office.starts(
                        "supervisor",
                        ContractorRecordProcess.KEY,
                        ContractorAnswers.registered("示例公司", "gas", "2926-11-22")))
                .invalid()
                .says("2926-11-22", "核对年份");
    }
}
