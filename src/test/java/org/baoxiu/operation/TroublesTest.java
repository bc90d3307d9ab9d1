package org.baoxiu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.notification.Messages;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("运行状况")
class TroublesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Troubles troubles;

    @Autowired
    private RefusedDecisions decisions;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient database;

    private Phone admin;

    @BeforeEach
    void anAdministratorWhoKnowsAllThereIs() {
        office.timeIs("2026-05-04T09:00:00+08:00");
        troubles.look();
        admin = Phone.of(port, "admin");
    }

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    private RepairCase inTheTeamsName() {
        return office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    /** What the team is told by, which has been tried in vain. */
    private Job givenUp(RepairCase repair) {
        Job step = management
                .createJobQuery()
                .processInstanceId(repair.instance())
                .messages()
                .list()
                .get(0);
        management.setJobRetries(step.getId(), 0);
        return step;
    }

    /** A look of before findings were kept with their slip, and one whose named findings are all explained. */
    @ParameterizedTest
    @CsvSource({"维修单 WX1：账单第 3 号被删掉了, 有 2 处对不上，第一处：维修单 WX1：账单第 3 号被删掉了", "'', 有 2 处对不上"})
    void whateverALookAtTheEvidenceHasWrittenIsListed(String text, String listed) {
        database.sql(
                        "insert into evidence_check (made_at, made_by, chains, findings, text) values (?, 'system', 5, 2, ?)")
                .params(LocalDateTime.of(2026, 5, 4, 3, 0), text)
                .update();
        try {
            assertThat(admin.opens("/operations").body()).contains(listed);
        } finally {
            database.sql("delete from evidence_check").update();
        }
    }

    @Test
    void aStepThatFailedIsListedToldOnceAndTriedAgain() {
        RepairCase repair = inTheTeamsName();
        Job step = givenUp(repair);

        assertThat(admin.opens("/operations").body()).contains(repair.number(), "没办成的后台步骤", "再试一次");
        look();
        look();
        assertThat(told(repair)).hasSize(1);

        admin.sends("/operations-keep/again", "step=" + step.getId(), FROM_HERE);
        assertThat(management
                        .createJobQuery()
                        .jobId(step.getId())
                        .singleResult()
                        .getRetries())
                .isEqualTo(1);
        repair.backgroundWorkRuns();
        assertThat(repair.openTasks()).contains(PICK_UP_SLIP);
        assertThat(admin.opens("/operations").body()).contains("再试一次：报修处理");
        look();
        assertThat(troubles.all()).noneMatch(one -> repair.number().equals(one.about()));
        assertThat(told(repair)).hasSize(1);
    }

    /** One round; time goes on between two. */
    private void look() {
        office.timePasses(Duration.ofMinutes(5));
        troubles.look();
    }

    private List<String> told(RepairCase repair) {
        return messages.of("admin").stream()
                .filter(message -> message.text().contains(repair.number() + "“"))
                .map(message -> message.subject())
                .filter(subject -> subject.startsWith("运行状况"))
                .toList();
    }

    @Test
    void aStepIsSkippedWithAReasonThatTheSlipKeeps() {
        RepairCase repair = inTheTeamsName();
        Job step = givenUp(repair);
        String form = "step=" + step.getId();

        assertThat(admin.sends("/operations-keep/skip", form, FROM_HERE).status())
                .isEqualTo(400);
        assertThat(repair.openTasks()).doesNotContain(PICK_UP_SLIP);

        admin.sends("/operations-keep/skip", form + "&reason=" + encoded("已经电话通知维修班"), FROM_HERE);
        assertThat(management.createJobQuery().jobId(step.getId()).count()).isZero();
        // the team has not been reached, and gets the slip in its list when its time is over
        office.timePasses(Duration.ofMinutes(4));
        repair.dueTimersFire().backgroundWorkRuns();
        assertThat(repair.openTasks()).contains(PICK_UP_SLIP);
        assertThat(repair.trail()).anyMatch(line -> line.contains("跳过") && line.contains("已经电话通知维修班"));
        assertThat(admin.opens("/operations").body()).contains("已经电话通知维修班");
        assertThat(admin.sends("/operations-keep/skip", form + "&reason=x", FROM_HERE)
                        .body())
                .contains("不用再办");
    }

    @Test
    void aClockThatFailsIsSkippedAlone() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        Job clock = repair.timers().get(0);
        management.setJobRetries(clock.getId(), 0);

        admin.sends("/operations-keep/skip", "step=" + clock.getId() + "&reason=" + encoded("时钟坏了"), FROM_HERE);

        assertThat(management.createJobQuery().jobId(clock.getId()).count()).isZero();
        assertThat(repair.openTasks()).contains(REGISTER_REQUEST);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void aTableWithoutAnAnswerIsNamedUntilItIsMended() {
        decisions.note("notification", "newSlip → maintenance");
        decisions.note("notification", "newSlip → maintenance");

        assertThat(admin.opens("/operations").body()).contains("newSlip → maintenance", "2 次", "已改好");
        admin.sends("/operations-keep/mended", "decision=notification", FROM_HERE);
        assertThat(admin.opens("/operations").body()).doesNotContain("newSlip → maintenance");
    }

    /** A table that says nothing of who is told refuses the step, and the administrators learn of it all the same. */
    @Test
    void whatARuleTableRefusesIsWrittenDownThoughTheStepIsTakenBack() throws Exception {
        String table = Files.readString(Path.of("processes/notification.dmn"));
        String deployment = office.finds(Map.of(
                "processes/notification.dmn", table.replace("<text>\"2 小时\"</text>", "<text>\"two hours\"</text>")));
        try {
            RepairCase repair = inTheTeamsName();
            repair.backgroundWorkRuns();
        } catch (RuntimeException refused) {
            // as it should be
        } finally {
            office.withdraws(deployment);
        }
        assertThat(decisions.latest()).anyMatch(one -> one.decision().equals("notification"));
        decisions.forget("notification");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk1",
                "clerklead",
                "tech1",
                "supervisor",
                "director",
                "dutydirector",
                "affairs",
                "processowner"
            })
    void isOpenToAdministratorsOnly(String person) {
        Phone phone = Phone.of(port, person);
        assertThat(phone.opens("/operations").status()).isEqualTo(403);
        assertThat(phone.sends("/operations-keep/check", "", FROM_HERE).status())
                .isEqualTo(403);
    }

    /** A firm that looks after the machine may look, and no more. */
    @Test
    void whoeverMayLookNeedNotBeAbleToPress() {
        Authorization look = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        look.setUserId("affairs");
        look.setResource(Resources.APPLICATION);
        look.setResourceId("operations");
        look.addPermission(Permissions.ACCESS);
        authorizations.saveAuthorization(look);
        try {
            givenUp(inTheTeamsName());
            Phone looking = Phone.of(port, "affairs");
            assertThat(looking.opens("/operations").body())
                    .contains("没办成的后台步骤")
                    .doesNotContain("operations-keep", "现在检查");
            assertThat(looking.sends("/operations-keep/check", "", FROM_HERE).status())
                    .isEqualTo(403);
        } finally {
            authorizations.deleteAuthorization(look.getId());
        }
    }

    @Test
    void aChannelThatDeliversNothingAndAQueueThatStandsStill() {
        message("FAILED", "operation-test-1", 1);
        message("FAILED", "operation-test-2", 1);
        message("WAITING", "operation-test-3", 3);
        try {
            assertThat(troubles.all())
                    .anyMatch(one -> one.key().equals("channel-SMS"))
                    .anyMatch(one -> one.kind() == TroubleKind.QUEUE);
            assertThat(troubles.all().stream().filter(one -> one.kind() == TroubleKind.CHANNEL))
                    .extracting(Trouble::key)
                    .doesNotHaveDuplicates();
        } finally {
            database.sql("delete from message where event_key like 'operation-test%'")
                    .update();
        }
    }

    private void message(String state, String key, int hoursAgo) {
        database.sql(
                        """
            insert into message (event, event_key, recipient, channel, subject, text, created_at, expires_at, state, attempts)
            values ('CLOCK_MISSED', ?, 'nobody', 'SMS', '', '', ?, ?, ?, 0)""")
                .params(
                        key,
                        LocalDateTime.parse("2026-05-04T09:00:00").minusHours(hoursAgo),
                        LocalDateTime.parse("2026-05-05T09:00:00"),
                        state)
                .update();
    }

    @Test
    void aCertificateThatRunsOutAndALateBackup() {
        database.sql("update certificate set expires_on = ? where technician = 'tech2'")
                .param(LocalDate.parse("2026-05-20"))
                .update();
        try {
            assertThat(troubles.all())
                    .anyMatch(one ->
                            one.kind() == TroubleKind.CERTIFICATE && one.what().contains("2026年5月20日"));
        } finally {
            database.sql("update certificate set expires_on = ? where technician = 'tech2'")
                    .param(LocalDate.parse("2099-12-31"))
                    .update();
        }
    }

    @Test
    void nothingOfItIsOpenToTheEnginesOtherDoors() {
        assertThat(HttpOffice.anonymous(port).get("/job").status()).isEqualTo(401);
    }
}
