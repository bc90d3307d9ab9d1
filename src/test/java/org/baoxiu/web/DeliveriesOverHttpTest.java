package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.*;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.MessageState;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Undelivered;
import org.baoxiu.process.repair.ContractorAnswers;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.StateChanged;
import org.baoxiu.testing.ClientsServer;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of messages that have not arrived, as a browser gets it. */
@ProcedureTest
@DisplayName("消息投递")
@Tag("Q4")
class DeliveriesOverHttpTest {

    private static final String PHONE = "13812345678";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Messages messages;

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private Slips slips;

    @Autowired
    private Contractors contractors;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void morning() {
        office.timeIs("2020-04-06T09:00:00+08:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deliveries", "/deliveries/told", "//deliveries", "/deliveries;a=b"})
    @DisplayName("nobody sees anything without a password")
    void nobody(String path) throws Exception {
        reported();
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain(PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerk2, 200",
        "clerklead, 200",
        "admin, 200",
        "tech1, 403",
        "supervisor, 403",
        "director, 403",
        "dutydirector, 403",
        "affairs, 403"
    })
    @DisplayName("customer service has the page, nobody else, and only they find the link to it")
    void customerServiceOnly(String person, int status) throws Exception {
        assertThat(get("/deliveries", person).statusCode()).isEqualTo(status);
        assertThat(get("/messages", person).body().contains("href=\"/deliveries\""))
                .isEqualTo(status == 200);
        assertThat(post("/deliveries/told", person, reported(), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(status == 200 ? 302 : 403);
    }

    @Test
    @DisplayName("the browser runs nothing and keeps nothing")
    void headers() throws Exception {
        HttpResponse<String> page = get("/deliveries", "clerk1");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("style=", "<script").doesNotContainPattern(" on\\w+=");
    }

    @Test
    @DisplayName("without text messages a clerk sees whom to call, about what and why")
    void toCall() throws Exception {
        RepairCase repair = reported();
        String page = get("/deliveries", "clerk1").body();
        assertThat(page)
                .containsSubsequence(
                        "要打的电话",
                        repair.number(),
                        "3 栋 502",
                        "张三",
                        "href=\"tel:" + PHONE + "\"",
                        "您的报修已收到，单号 " + repair.number());
        assertThat(get("/messages", "clerk1").body()).doesNotContain(PHONE);
    }

    @Test
    @Tag("found:B1")
    @DisplayName(
            "one line a slip with what is still worth saying: what the repair has overtaken is gone, and the count is of calls")
    void whatIsStillWorthSaying() throws Exception {
        nobodyElseToCall();
        RepairCase repair = reported()
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        assertThat(calls())
                .containsSubsequence("要打 <b>1</b> 个电话", repair.number(), "师傅已到场")
                .doesNotContain("已接单", "已收到", "已通知维修班");
        repair.does("tech1", QUOTE_REPAIR, quoted());
        assertThat(calls()).contains("报价 95.50 元").doesNotContain("已到场");
        repair.does("tech1", OBTAIN_CONSENT, agreed()).does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(calls())
                .containsOnlyOnce(repair.number() + "</a> <span>")
                .contains("已修好，请您检查并验收")
                .doesNotContain("报价 95.50", "已到场");
        repair.does("tech1", ACCEPT_REPAIR, accepted());
        assertThat(calls()).contains("没有需要处理的消息").doesNotContain(repair.number());
    }

    @Test
    @Tag("found:B1")
    @Tag("Q3")
    @DisplayName("the time that is agreed with a contractor is said until the contractor comes, or will not come")
    void aContractorsTimeIsSaidUntilItComes() throws Exception {
        nobodyElseToCall();
        RepairCase repair = reported()
                .does("clerk1", REGISTER_REQUEST, registered("GA-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        repair.does("supervisor", ORDER_CONTRACTOR, given(repair, 30));
        assertThat(calls()).contains("09:30 到场");
        repair.does("supervisor", CONTRACTOR_ARRIVAL, ContractorAnswers.handedBack("contractorArrival"));
        assertThat(calls()).doesNotContain("09:30 到场");

        repair.does("supervisor", ORDER_CONTRACTOR, given(repair, 60));
        assertThat(calls()).contains("10:00 到场").doesNotContain("09:30 到场");
        repair.does("tech1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()));
        assertThat(calls()).doesNotContain("10:00 到场");
        repair.ownerCalls("cancel");
    }

    private Map<String, Object> given(RepairCase repair, int minutes) {
        Contractor gas = ContractorAnswers.of(contractors.suitable(repair.number()), "示例燃气公司");
        return without(
                ContractorAnswers.given(gas, office.now(), office.now().plus(Duration.ofMinutes(minutes))), "orderWay");
    }

    /** Other tests leave more messages than the page looks at. */
    private void nobodyElseToCall() {
        jdbc.update(
                "update message set state = 'TOLD', told_by = 'clerk1' where state in ('FAILED', 'EXPIRED', 'TO_CALL')");
    }

    private String calls() throws IOException, InterruptedException {
        return get("/deliveries", "clerk1").body().replaceAll("(?s).*<main>|</main>.*", "");
    }

    @Test
    @DisplayName("a clerk has told the owner by phone: the history says who, and the open task goes on")
    void toldByPhone() throws Exception {
        RepairCase repair = reported();
        Message message = received(repair);
        HttpResponse<String> answer = post("/deliveries/told", "clerk2", repair, "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/deliveries");
        post("/deliveries/told", "clerklead", repair, "Origin", "http://localhost:" + port);

        assertThat(received(repair).state()).isEqualTo(MessageState.TOLD);
        assertThat(received(repair).toldBy()).isEqualTo("clerk2");
        assertThat(received(repair).toldAt()).isEqualTo(office.now());
        assertThat(slips.history(repair.number()))
                .filteredOn(line -> line.text().contains("电话告知"))
                .hasSize(1)
                .first()
                .extracting(HistoryEntry::text, HistoryEntry::person)
                .containsExactly("已电话告知业主：已收到报修", "clerk2");
        assertThat(repair.variable("slipTrail").toString()).contains("已电话告知业主：已收到报修（客服二）");
        assertThat(get("/deliveries", "clerk1").body()).doesNotContain(message.text());
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "X-Nothing, -"
    })
    @DisplayName("a form from elsewhere changes nothing")
    void fromElsewhere(String header, String value) throws Exception {
        RepairCase repair = reported();
        for (String action : List.of("/deliveries/told", "/deliveries/again")) {
            assertThat(post(action, "clerk1", repair, header, value).statusCode())
                    .isEqualTo(403);
            assertThat(get(action + "?id=" + received(repair).id(), "clerk1").statusCode())
                    .isEqualTo(405);
        }
        assertThat(received(repair).state()).isEqualTo(MessageState.TO_CALL);
    }

    @Test
    @DisplayName("a text message that has failed is listed with its reason and can be sent again")
    void sentAgain() throws Exception {
        RepairCase repair = reported();
        jdbc.update(
                "update message set state = 'FAILED', channel = 'SMS', attempts = 1, last_error = '短信网关拒绝了（错误码 403）' where id = ?",
                received(repair).id());
        assertThat(get("/deliveries", "clerk1").body())
                .containsSubsequence(repair.number(), PHONE, "短信发送失败：短信网关拒绝了（错误码 403）", "重新发送");

        assertThat(post("/deliveries/again", "clerk1", repair, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(302);
        // the queue may have given it up again: this office has no gateway
        assertThat(received(repair).lastError()).isIn(null, "短信网关没有配置");
    }

    @Test
    @DisplayName("what has expired, and what a colleague did not get, is listed too")
    void expiredAndColleagues() throws Exception {
        RepairCase repair = reported();
        office.timePasses(Duration.ofMinutes(3));
        repair.dueTimersFire();
        jdbc.update(
                "update message set state = 'EXPIRED', channel = 'EMAIL', last_error = '没有送达（连不上服务器）' "
                        + "where slip_number = ? and recipient = 'clerklead'",
                repair.number());
        assertThat(get("/deliveries", "clerk1").body())
                .containsSubsequence(repair.number(), "客服主管", "已超时：登记", "邮件过了有效期还没有送到：没有送达（连不上服务器）", "重新发送");
        assertThat(get("/messages", "clerklead").body()).contains(repair.number());
    }

    @Test
    @DisplayName(
            "an event that the application of a client has not taken is listed with the reason, and can be told by phone")
    void application() throws Exception {
        RepairCase repair = reported();
        messages.tellClient(ClientsServer.CLIENT, new StateChanged(repair.slip(), SlipState.QUOTED));
        long event = messages.of("client:" + ClientsServer.CLIENT).get(0).id();
        jdbc.update("update message set state = 'EXPIRED', last_error = '应用拒绝了（错误码 401）' where id = ?", event);
        assertThat(get("/deliveries", "clerk1").body())
                .containsSubsequence(repair.number(), "应用 hooked", "状态：已报价", "应用通知过了有效期还没有送到：应用拒绝了（错误码 401）", "重新发送");

        new PageClient(port).post("/deliveries/told", "clerk2", "id=" + event, "Sec-Fetch-Site", "same-origin");
        assertThat(repair.trail()).contains("Q4 已电话告知应用 hooked：状态：已报价");
    }

    private RepairCase reported() {
        return office.reports("clerk1", with(leakingTap(), "reporterPhone", PHONE));
    }

    private Message received(RepairCase repair) {
        List<Message> found = messages.of("owner:" + repair.number());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        return new PageClient(port).get(path, user);
    }

    private HttpResponse<String> post(String path, String user, RepairCase repair, String header, String value)
            throws IOException, InterruptedException {
        return new PageClient(port).post(path, user, "id=" + received(repair).id(), header, value);
    }
}
