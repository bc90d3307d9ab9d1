package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk as a browser gets it. */
@ProcedureTest
@DisplayName("服务台")
class DeskOverHttpTest {

    private static final String PHONE = "13612345678";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private AuthorizationService authorizationService;

    /** Without so many digits in a row that it could be a telephone. */
    private final String fault =
            "雨棚 " + UUID.randomUUID().toString().substring(0, 8).replaceAll("[0-9]{3}", "x");

    @BeforeEach
    void morning() {
        office.timeIs("2020-04-06T09:00:00+08:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerklead, 200",
        "admin, 200",
        "tech1, 403",
        "supervisor, 403",
        "director, 403",
        "dutydirector, 403",
        "affairs, 403",
        ", 401"
    })
    @DisplayName("customer service only, the hits of the script as well")
    void customerServiceOnly(String person, int status) throws Exception {
        RepairCase repair = reported();

        for (String page : new String[] {"/desk?q=", "/desk/hits?q="}) {
            HttpResponse<String> answer = get(page + coded(fault), person);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body().contains(repair.number())).isEqualTo(status == 200);
        }
    }

    @Test
    @DisplayName("a hit says where, what, whose, who is on it and what is owed, and leads to the slip")
    void aHit() throws Exception {
        RepairCase repair = reported();
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        repair.does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(get("/desk?q=" + coded(fault), "clerk1").body())
                .contains(
                        "value=\"" + fault + "\"",
                        "href=\"/slips/" + repair.number() + "\"",
                        "3 栋 502",
                        fault,
                        PHONE,
                        "已领单",
                        "到场：还剩",
                        "查到 <b>1</b> 张");
    }

    @Test
    @DisplayName("a telephone system opens it with the caller's number: the card, if one flat only is known by it")
    void telephone() throws Exception {
        String phone = "136" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        String ringing = "/desk?telephone=" + coded("+86 " + phone);
        Map<String, Object> report = with(leakingTap(), "faultDescription", fault, "reporterPhone", phone);
        String number = office.reports("clerk1", report).number();

        HttpResponse<String> known = get(ringing, "clerk1");
        assertThat(known.statusCode()).isEqualTo(302);
        URI card = URI.create(known.headers().firstValue("Location").orElseThrow());
        assertThat(get(card.getRawPath() + "?" + card.getRawQuery(), "clerk1").body())
                .contains("<h1>3 栋 502</h1>", number, "来电");

        office.reports("clerk1", with(report, "place", "9栋901"));
        assertThat(get(ringing, "clerk1").body()).contains("value=\"+86 " + phone + "\"", number);
    }

    @Test
    @DisplayName("what the script puts below the field is the answer and nothing else")
    void hits() throws Exception {
        String number = reported().number();

        assertThat(get("/desk/hits?q=" + coded(fault), "clerk1").body())
                .contains(number)
                .doesNotContain("<form", "<nav", "<script");
        assertThat(get("/desk/hits?q=" + coded("WX19991231-000001"), "clerk1").body())
                .contains("没有查到")
                .doesNotContain("<li");
    }

    @Test
    @DisplayName(
            "a caller from a flat that nobody has called from yet: its card is offered in each office, and no longer once it is known in one")
    void theFirstCallOfAFlat() throws Exception {
        String flat = ThreadLocalRandom.current().nextInt(100, 1000) + "栋"
                + ThreadLocalRandom.current().nextInt(101, 10_000);
        String asked = "/desk/hits?q=" + coded(flat);
        String card = "/desk/places?office=" + coded("一号管理处") + "&amp;place=" + coded(flat) + "\"";

        assertThat(get(asked, "clerk1").body()).contains("没有查到", "新的报修", card, "place=" + coded(flat), coded("二号管理处"));
        assertThat(get(card.replace("&amp;", "&").replace("\"", ""), "clerk1").body())
                .contains("<h1>" + flat + "</h1>", "新的报修");

        office.reports("clerk1", with(leakingTap(), "faultDescription", fault, "place", flat + " 室"));
        assertThat(get(asked, "clerk1").body()).contains(fault).doesNotContain("新的报修");
    }

    @ParameterizedTest
    @DisplayName("what is typed is a text and nothing else")
    @ValueSource(
            strings = {
                "%",
                "'",
                "<img src=x>",
                "\"><script>alert(1)</script>",
                "漏 %' or 1=1 --",
                "${1234*5678}",
                "__${1234*5678}__::x"
            })
    void aText(String typed) throws Exception {
        HttpResponse<String> answer = get("/desk?q=" + coded(typed), "clerk1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<img", "alert(1)</script>", "7006652");
    }

    @Test
    @DisplayName("whoever has the page without the right to all slips sees no reporter and finds by none")
    void withoutTheRightToAllSlips() throws Exception {
        Authorization right = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId("tech1");
        right.setResource(Resources.APPLICATION);
        right.setResourceId("desk");
        right.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(right);
        try {
            String number = reported().number();
            assertThat(get("/desk?q=" + coded(fault), "tech1").body())
                    .contains(number)
                    .doesNotContain(PHONE, "欧阳");
            assertThat(get("/desk?q=" + PHONE, "tech1").body()).doesNotContain(number);
        } finally {
            authorizationService.deleteAuthorization(right.getId());
        }
    }

    @Test
    @DisplayName("the browser keeps nothing of it")
    void headers() throws Exception {
        HttpResponse<String> page = get("/desk", "clerk1");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
    }

    private RepairCase reported() {
        return office.reports(
                "clerk1",
                with(leakingTap(), "faultDescription", fault, "reporterName", "欧阳小红", "reporterPhone", PHONE));
    }

    private static String coded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person);
    }
}
