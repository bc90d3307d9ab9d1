package org.baoxiu.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.notFixed;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.api.ClientApp.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the record keeps for an owner, as the API takes and tells it; every exchange is held against the served description. */
@ProcedureTest
@DisplayName("报修接口：希望的时间和返修")
class WantedTimeApiTest {

    private static final String OFFICE = "一号管理处";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Clients clients;

    private ClientApp app;

    @BeforeEach
    void aClient() {
        office.timeIs("2020-09-07T09:00:00+08:00");
        app = new ClientApp(
                port,
                clients.create("app" + ThreadLocalRandom.current().nextInt(100_000_000), "业主之家", List.of(OFFICE)));
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private static Map<String, Object> fault() {
        return Answers.fields(
                "office",
                OFFICE,
                "place",
                "7 栋 " + ThreadLocalRandom.current().nextInt(100_000_000),
                "fault",
                "水龙头漏水",
                "name",
                "张三",
                "phone",
                "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    }

    @Test
    @Tag("found:A5")
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    void theTimeThatTheOwnerWantsIsAField() {
        Answer answer =
                app.reports(with(fault(), "wantedAt", "2020-09-07T19:00:00+08:00", "convenientTime", "今晚 7 点以后"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("wantedAt")).isEqualTo("2020-09-07T11:00:00Z");
        assertThat(answer.text("fault")).isEqualTo("水龙头漏水");

        RepairCase repair = office.ofSlip(answer.text("number")).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(Instant.parse("2020-09-07T11:15:00Z"));

        for (String wanted : List.of("2020-09-07T08:59:00+08:00", "2021-09-07T09:01:00+08:00")) {
            app.reports(with(fault(), "wantedAt", wanted)).isProblem(422, "invalid");
        }
    }

    @Test
    @Tag("found:A2")
    void aSlipThatIsDoneAgainIsReadAndUrged() {
        RepairCase repair = office.ofSlip(app.reports(fault()).text("number"))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, Answers.quoted())
                .does("tech1", OBTAIN_CONSENT, Answers.agreed())
                .does("tech1", CARRY_OUT_REPAIR, Answers.done())
                .does("tech1", ACCEPT_REPAIR, Answers.accepted())
                .does("tech1", REPORT_RESULT, Answers.reported())
                .does("clerk1", REVIEW_FEE, Answers.feeApproved())
                .does("clerk2", CALL_BACK_OWNER, notFixed())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());

        Answer read = app.reads(repair.number());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("changes").findValuesAsText("text")).contains("结算 95.50 元");
        assertThat(read.json().path("cancellable").asBoolean()).isFalse();
        assertThat(app.does("urge", repair.number(), "words", "快一点").status()).isEqualTo(200);
    }
}
