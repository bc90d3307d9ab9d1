package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.OwnersPages.follows;
import static org.baoxiu.models.OwnersPages.number;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draft goes live at its time, or when a second person has approved: once, and only as it was seen. */
@ProcedureTest
@DisplayName("定时上线，第二个人批准")
@Tag("long")
class PlannedChangesTest {

    private static final String OWNER = "processowner";
    private static final String SECOND = "supervisor";
    private static final String GROUP = "processOwner";
    private static final String LIMITS = "service-commitments.dmn";
    private static final String ITEMS = "repair-catalogue.dmn";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ActiveModels active;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private LiveRequests requests;

    @Autowired
    private SecondApproval approval;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    private TestDeployments deployments;
    private String shipped;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
        shipped = active.now().fingerprint();
        identity.createMembership(SECOND, GROUP);
    }

    @AfterEach
    void takeBack() {
        approval.ask(false);
        identity.deleteMembership(SECOND, GROUP);
        deployments.takeBack();
        database.sql("delete from model_draft").update();
        ClockUtil.reset();
    }

    private static String limit(String cell) {
        return matching("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1" + cell)
                .apply(file(LIMITS));
    }

    private OwnersPages owner() {
        return new OwnersPages(port, OWNER);
    }

    private OwnersPages second() {
        return new OwnersPages(port, SECOND);
    }

    private List<String> told(String event, String person) {
        return database.sql("select text from message where event = ? and recipient like ? order by id")
                .params(event, "%" + person)
                .query(String.class)
                .list();
    }

    // at a time

    @Test
    void aDraftGoesLiveAtItsTime_Once() throws Exception {
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(owner().asks(draft, "电梯大修", "明天上午8点"));

        assertThat(owner().page(draft))
                .contains("定在 11月24日 08:00 上线", "电梯大修", "取消上线")
                .doesNotContain("还没有，要另一位");
        assertThat(owner().page("/models")).contains("定在 11月24日 08:00 上线");
        office.timeIs("2026-11-24T07:59:00+08:00");
        events.publishEvent(new EveryMinute());
        assertThat(active.now().fingerprint()).isEqualTo(shipped);

        office.timeIs("2026-11-24T08:00:00+08:00");
        LiveRequest asked = requests.of(number(draft)).orElseThrow();
        events.publishEvent(new EveryMinute());
        assertThat(new String(active.now().decisions().get("serviceCommitments").content()))
                .isEqualTo(limit("\"20 分钟\""));
        List<String> live = deployments.now();
        events.publishEvent(new EveryMinute());
        assertThat(deployments.now()).as("once").isEqualTo(live);
        ModelChange change = changes.latest(1).get(0);
        assertThat(change.person()).isEqualTo(OWNER);
        assertThat(change.reason()).isEqualTo(asked.reason());
        assertThat(change.at()).isEqualTo(office.now());
        assertThat(owner().page(draft)).doesNotContain("已经提出上线");
    }

    @Test
    void whatIsOtherwiseAtItsTimeStaysADraftAndIsTold() throws Exception {
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(owner().asks(draft, "电梯大修", "2026-11-24 08:00"));
        owner().goesLive("先放宽一点", Map.of(LIMITS, limit("\"18 分钟\"")));
        String meanwhile = active.now().fingerprint();
        int known = told("MODELS_NOT_LIVE", OWNER).size();

        office.timeIs("2026-11-24T08:00:30+08:00");
        events.publishEvent(new EveryMinute());
        events.publishEvent(new EveryMinute());

        assertThat(active.now().fingerprint()).isEqualTo(meanwhile);
        assertThat(told("MODELS_NOT_LIVE", OWNER))
                .hasSize(known + 1)
                .last()
                .asString()
                .contains(LIMITS, "11月24日 08:00", "又变了");
        assertThat(owner().page(draft)).contains("18 分钟", "20 分钟").doesNotContain("已经提出上线");
    }

    @Test
    void whatIsBadAtItsTimeStaysADraft() throws Exception {
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(owner().asks(draft, "电梯大修", "2026-11-24 08:00"));
        database.sql("update model_draft_file set content = ? where draft = ?")
                .params(limit("\"二十来分钟\"").getBytes(), number(draft))
                .update();

        office.timeIs("2026-11-24T08:00:00+08:00");
        events.publishEvent(new EveryMinute());

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(requests.of(number(draft))).isEmpty();
    }

    @Test
    void aPlannedDraftIsNotChanged_AndIsCalledOff() throws Exception {
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(owner().asks(draft, "电梯大修", "2026-11-24 08:00"));

        assertThat(new org.baoxiu.web.PageClient(port)
                        .sends(draft + "/files", OWNER, "files", Map.of(LIMITS, limit("\"19 分钟\"")))
                        .body())
                .contains("已经提出上线，不能再改");
        follows(owner().post(draft + "/cancel", ""));
        assertThat(owner().post(draft + "/cancel", "").body()).contains("已经取消");
        office.timePasses(Duration.ofDays(2));
        events.publishEvent(new EveryMinute());
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    下个月              | 要填日期和时间
                    昨天 8:00           | 已经过了
                    2028-01-01 08:00    | 一年以内
                    """)
    void aTimeThatCannotBeIsRefused(String at, String why) throws Exception {
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));

        assertThat(owner().asks(draft, "电梯大修", at).body()).contains(why, "value=\"" + at + "\"");
        assertThat(requests.of(number(draft))).isEmpty();
        String wrong = owner().uploads(Map.of(LIMITS, limit("\"二十来分钟\"")));
        assertThat(owner().post(wrong + "/live", "reason=x&at=2026-11-24+08:00&seen=x")
                        .body())
                .contains("二十来分钟");
        assertThat(requests.of(number(wrong))).isEmpty();
    }

    // a second person

    @Test
    void withASecondPersonWhoeverHasAskedCannotApprove() throws Exception {
        approval.ask(true);
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        int known = told("MODELS_TO_APPROVE", SECOND).size();
        follows(owner().asks(draft, "电梯大修", ""));

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(told("MODELS_TO_APPROVE", SECOND))
                .hasSize(known + 1)
                .last()
                .asString()
                .contains(LIMITS, "电梯大修");
        assertThat(owner().page(draft)).contains("要另一位流程管理员批准").doesNotContain("/approve");
        String seen = second().seen(draft);
        assertThat(owner().post(draft + "/approve", "seen=" + seen).body()).contains("提出上线的人不能自己批准");
        assertThat(second().post(draft + "/approve", "seen=0").body()).contains("又变了");
        assertThat(active.now().fingerprint()).isEqualTo(shipped);

        String change = follows(second().post(draft + "/approve", "seen=" + seen));

        assertThat(changes.one(number(change))).hasValueSatisfying(one -> {
            assertThat(one.person()).isEqualTo(OWNER);
            assertThat(one.approvedBy()).isEqualTo(SECOND);
        });
        assertThat(owner().page(change)).contains("批准");
        // one step back is not held up
        follows(owner().post(change + "/back", "reason=写错了"));
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void withoutApprovalItDoesNotGoLiveAtItsTime_WithItItDoes() throws Exception {
        approval.ask(true);
        String one = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(owner().asks(one, "电梯大修", "2026-11-24 08:00"));
        String other = owner().uploads(Map.of(
                ITEMS, matching("<text>40</text>", "<text>45</text>").apply(file(ITEMS))));
        follows(owner().asks(other, "涨价", "2026-11-24 08:00"));
        follows(second().post(other + "/approve", "seen=" + second().seen(other)));
        assertThat(active.now().fingerprint()).as("not before its time").isEqualTo(shipped);

        office.timeIs("2026-11-24T08:01:00+08:00");
        events.publishEvent(new EveryMinute());

        assertThat(new String(active.now().decisions().get("serviceCommitments").content()))
                .isEqualTo(file(LIMITS));
        assertThat(new String(active.now().decisions().get("repairCatalogue").content()))
                .isNotEqualTo(file(ITEMS));
        assertThat(changes.latest(1).get(0).approvedBy()).isEqualTo(SECOND);
        assertThat(told("MODELS_NOT_LIVE", OWNER)).last().asString().contains("还没有第二个人批准");
    }

    /** Neither by the Modeler nor by a deletion, whatever source somebody gives. */
    @Test
    void withASecondPersonNoOtherWayLeadsPast() throws Exception {
        String earlier = owner().goesLive("放宽", Map.of(LIMITS, limit("\"18 分钟\"")));
        String present = active.now().fingerprint();
        String deployment = active.now().decisions().get("serviceCommitments").deployment();
        approval.ask(true);

        Answer answer = HttpOffice.rest(port, OWNER)
                .multipart(
                        "/deployment/create",
                        Map.of("deployment-name", "放宽", "deployment-source", GoingLive.SOURCE),
                        Map.of(LIMITS, limit("\"20 分钟\"")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("第二个人批准", "草稿");
        assertThat(owner().page("/models")).contains("部署没有通过");
        assertThat(HttpOffice.rest(port, "admin")
                        .delete("/deployment/" + deployment + "?cascade=true")
                        .message())
                .contains("第二个人批准");
        String draft = owner().uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        assertThat(owner().post(draft + "/live", "reason=x&seen=" + owner().seen(draft))
                        .statusCode())
                .as("asked for")
                .isEqualTo(302);
        assertThat(active.now().fingerprint()).isEqualTo(present);
        assertThat(earlier).isNotEmpty();
    }
}
