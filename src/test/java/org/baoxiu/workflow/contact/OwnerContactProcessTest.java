package org.baoxiu.workflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.call;
import static org.baoxiu.testing.Answers.complaintAnswered;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;
import static org.baoxiu.workflow.repair.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.ANSWER_COMPLAINT;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.VISIT_SITE;

import java.util.Map;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("业主来电登记")
class OwnerContactProcessTest {

  @Autowired
  Office office;
  @Autowired
  HistoryService history;
  @Autowired
  RepositoryService repository;
  @Autowired
  FormService forms;

  RepairCase repair;
  long callsBefore;

  @BeforeEach
  void aTapIsLeaking() {
    repair = office.reports("clerk1", leakingTap());
    callsBefore = calls();
  }

  private long calls() {
    return history.createHistoricProcessInstanceQuery().processDefinitionKey(OwnerContactProcess.KEY).count();
  }

  private ProcessInstance clerkNotes(Map<String, Object> call) {
    return office.starts("clerk1", OwnerContactProcess.KEY, call);
  }

  private Refusal refused(Map<String, Object> call) {
    Refusal refusal = Refusal.of(() -> clerkNotes(call)).invalid();
    assertThat(calls()).as("nothing is left of a refused call").isEqualTo(callsBefore);
    return refusal;
  }

  @Test
  @Tag("3.1") @Tag("4.2.1.1")
  void anUrgeCountsForTheSlipAndTheRepairGoesOn() {
    ProcessInstance call = clerkNotes(call(repair.number(), "urge"));

    assertThat(call.isEnded()).isTrue();
    assertThat(repair.slip().repeatCount()).isEqualTo(1);
    assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
    assertThat(repair.trail()).contains("4.2.1.1 业主催办：等了很久");
  }

  @Test
  @Tag("3.1")
  void aCallIsFoundByTheNumberOfItsSlip() {
    ProcessInstance call = clerkNotes(call(repair.number(), "urge"));

    assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(call.getId()).singleResult().getBusinessKey())
        .isEqualTo(repair.number());
  }

  @Test
  @Tag("4.2.1.1") @Tag("4.4.1")
  void theThirdCallMakesAnAccidentOfIt() {
    repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    clerkNotes(call(repair.number(), "urge"));
    clerkNotes(call(repair.number(), "urge"));
    assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);

    clerkNotes(call(repair.number(), "urge"));

    assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
    assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
  }

  @Test
  @Tag("4.1")
  void aComplaintIsAnsweredByTheHeadOfCustomerServiceWhileTheRepairGoesOn() {
    clerkNotes(call(repair.number(), "complain"));
    assertThat(repair.openTasks()).containsExactlyInAnyOrder(REGISTER_REQUEST, ANSWER_COMPLAINT);

    repair.does("clerklead", ANSWER_COMPLAINT, complaintAnswered());

    assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
    assertThat(repair.slip().repeatCount()).isEqualTo(1);
  }

  @Test
  @Tag("3.1")
  void aCancelledSlipIsOver() {
    clerkNotes(call(repair.number(), "cancel"));

    assertThat(repair.ended()).isTrue();
    assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
  }

  @Test
  @Tag("3.1")
  void onceWorkHasBegunItIsTooLateToCancel() {
    repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp())
        .does("tech1", VISIT_SITE, arrived()).does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, agreed());

    refused(call(repair.number(), "cancel")).says(repair.number(), "不能取消");

    assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
    assertThat(repair.slip().state()).isEqualTo(SlipState.WORKING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"urge", "complain", "cancel"})
  void aSlipThatIsOverTakesNoMoreCalls(String kind) {
    clerkNotes(call(repair.number(), "cancel"));
    callsBefore = calls();

    refused(call(repair.number(), kind)).says(repair.number(), "已取消", "另行登记报修");
  }

  @Test
  void anUnknownSlipIsNamed() {
    refused(call("WX20260101-999999", "urge")).says("WX20260101-999999", "核对单号");
  }

  @ParameterizedTest
  @CsvSource({"slipNumber,维修单号", "contactKind,业主要求", "ownerWords,业主原话"})
  void aMissingFieldIsNamed(String field, String label) {
    refused(without(call(repair.number(), "urge"), field)).says("请填写“" + label + "”");
    refused(with(call(repair.number(), "urge"), field, " ")).says("请填写“" + label + "”");
    refused(with(call(repair.number(), "urge"), field, null)).says("请填写“" + label + "”");
    refused(with(call(repair.number(), "urge"), field, 7)).says(label);
    assertThat(repair.slip().repeatCount()).isZero();
  }

  @Test
  void anUnknownKindOfCallIsRefused() {
    refused(call(repair.number(), "praise")).says("praise", "列出的选项");
  }

  @Test
  void wordsThatAreTooLongAreRefused() {
    refused(with(call(repair.number(), "urge"), "ownerWords", "急".repeat(1001))).says("业主原话", "1000", "1001");
  }

  @Test
  void whatIsNotOnTheFormIsRefused() {
    refused(with(call(repair.number(), "urge"), "repeatCount", 9)).says("repeatCount");
    assertThat(repair.slip().repeatCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tech1", "supervisor", "director", "affairs"})
  @Tag("3.1")
  void onlyCustomerServiceNotesCalls(String person) {
    String process = repository.createProcessDefinitionQuery().processDefinitionKey(OwnerContactProcess.KEY).latestVersion()
        .singleResult().getId();

    assertThatThrownBy(() -> office.as(person, () -> forms.submitStartForm(process, call(repair.number(), "urge"))))
        .isInstanceOf(AuthorizationException.class);
    assertThat(repair.slip().repeatCount()).isZero();
  }
}
