package org.baoxiu.process.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("维修人员资质登记")
@Tag("long")
class TechnicianRecordProcessTest {

    @Autowired
    Office office;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    Dispatch dispatch;

    /** New in the maintenance team, without any certificate. */
    String newcomer = "new" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void somebodyJoinsTheMaintenanceTeam() {
        identity.saveUser(identity.newUser(newcomer));
        identity.createMembership(newcomer, "maintenance");
    }

    @AfterEach
    void theNewcomerLeaves() {
        ClockUtil.reset();
        identity.deleteUser(newcomer);
    }

    private Map<String, Object> certificate(LocalDate expiresOn) {
        return fields(
                "technicianId",
                newcomer,
                "qualification",
                "plumbing",
                "certificateNumber",
                "水 2026-17",
                "expiresOn",
                expiresOn.toString());
    }

    private Map<String, Object> certificate() {
        return certificate(today().plusYears(3));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(office.now(), ZoneId.systemDefault());
    }

    private void supervisorRecords(Map<String, Object> certificate) {
        assertThat(office.starts("supervisor", TechnicianRecordProcess.KEY, certificate)
                        .isEnded())
                .isTrue();
    }

    private Refusal refused(Map<String, Object> certificate) {
        long before = records();
        Refusal refusal = Refusal.of(() -> supervisorRecords(certificate)).invalid();
        assertThat(records()).as("nothing is left of a refused record").isEqualTo(before);
        assertThat(groupsOfNewcomer()).containsExactly("maintenance");
        return refusal;
    }

    private long records() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(TechnicianRecordProcess.KEY)
                .count();
    }

    private List<String> groupsOfNewcomer() {
        return identity.createGroupQuery().groupMember(newcomer).list().stream()
                .map(Group::getId)
                .toList();
    }

    private void hasExpiredFor(RepairCase repair) {
        assertThatThrownBy(() -> repair.does(newcomer, PICK_UP_SLIP, pickedUp()))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContainingAll(repair.number(), newcomer, "到期");
    }

    private RepairCase leakingTapToPickUp() {
        return office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    @Test
    @Tag("Q3")
    void aCertificateOpensTheWorkThatItIsFor() {
        supervisorRecords(certificate());

        assertThat(groupsOfNewcomer()).containsExactlyInAnyOrder("maintenance", Qualification.PLUMBING.group());
        RepairCase repair = leakingTapToPickUp().does(newcomer, PICK_UP_SLIP, pickedUp());
        assertThat(repair.slip().technician()).isEqualTo(newcomer);
    }

    @Test
    @Tag("Q3")
    void anExpiredCertificateIsRenewed() {
        identity.createMembership(newcomer, Qualification.PLUMBING.group());
        dispatch.recordQualification(newcomer, Qualification.PLUMBING, "水 2020-03", today().minusDays(1));
        RepairCase repair = leakingTapToPickUp();
        hasExpiredFor(repair);

        supervisorRecords(certificate());

        assertThat(repair.does(newcomer, PICK_UP_SLIP, pickedUp()).slip().technician())
                .isEqualTo(newcomer);
    }

    @Test
    @Tag("Q3")
    void aCertificateCountsOnItsLastDayAndNoLonger() {
        supervisorRecords(certificate(today()));
        leakingTapToPickUp().does(newcomer, PICK_UP_SLIP, pickedUp());
        RepairCase next = leakingTapToPickUp();

        office.timePasses(Duration.ofDays(1));

        hasExpiredFor(next);
    }

    @Test
    @Tag("Q3")
    void whoLeavesTheTeamIsNoLongerOfferedWork() {
        supervisorRecords(certificate());
        RepairCase repair = leakingTapToPickUp();
        assertThat(dispatch.candidates(repair.number()))
                .extracting(Candidate::technician)
                .contains(newcomer);

        identity.deleteMembership(newcomer, "maintenance");

        assertThat(dispatch.candidates(repair.number()))
                .extracting(Candidate::technician)
                .isNotEmpty()
                .doesNotContain(newcomer);
        assertThatThrownBy(() -> repair.does("supervisor", PICK_UP_SLIP, fields("technicianId", newcomer)))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContainingAll(repair.number(), newcomer, "不在维修班");
    }

    @Test
    @Tag("Q3")
    void generalWorkIsOpenToTheWholeTeamAlready() {
        supervisorRecords(with(certificate(), "qualification", "general"));

        assertThat(groupsOfNewcomer()).containsExactly("maintenance");
    }

    @Test
    @Tag("Q3")
    void anExpiredCertificateIsNotRecorded() {
        refused(certificate(today().minusDays(1))).says("到期", "有效期");
    }

    @Test
    @Tag("Q3")
    void aTechnicianWhomNobodyKnowsIsNamed() {
        refused(with(certificate(), "technicianId", "nobody")).says("nobody", "核对登录名");
    }

    @Test
    @Tag("Q3")
    void onlyTheMaintenanceTeamIsCertified() {
        refused(with(certificate(), "technicianId", "clerk1")).says("clerk1", "维修班");
    }

    @Test
    void anUnknownQualificationIsRefused() {
        refused(with(certificate(), "qualification", "diving")).says("diving", "列出的选项");
    }

    @ParameterizedTest
    @CsvSource({"technicianId,维修人员登录名", "qualification,资质", "certificateNumber,证书编号", "expiresOn,有效期至"})
    void aMissingFieldIsNamed(String field, String label) {
        refused(without(certificate(), field)).says("请填写“" + label + "”");
        refused(with(certificate(), field, " ")).says("请填写“" + label + "”");
        refused(with(certificate(), field, null)).says("请填写“" + label + "”");
        refused(with(certificate(), field, true)).says(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "下个月", "2030-01-01T00:00:00Z"})
    void whatIsNotADateIsRefused(String text) {
        refused(with(certificate(), "expiresOn", text)).says("有效期至", "不是有效的日期");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2126-11-28", "9999-12-31"})
    @Tag("found:D3")
    void noCertificateRunsThatLong(String day) {
        refused(with(certificate(), "expiresOn", day)).says(day, "核对年份", "2099-12-31");
    }

    @Test
    void whatIsNotOnTheFormIsRefused() {
        refused(with(certificate(), "group", "camunda-admin")).says("group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tech1", "clerk1", "clerklead", "director"})
    @Tag("Q3")
    void onlyTheSupervisorRecordsCertificates(String person) {
        String process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(TechnicianRecordProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() -> office.as(person, () -> forms.submitStartForm(process, certificate())))
                .isInstanceOf(AuthorizationException.class);
        assertThat(groupsOfNewcomer()).containsExactly("maintenance");
    }
}
