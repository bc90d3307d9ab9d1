package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.process.month.MonthCase;
import org.baoxiu.process.month.MonthEndProcess;
import org.baoxiu.shared.Times;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The months as a manager's browser gets them. */
@ProcedureTest
@Tag("3.4")
@Tag("4.7.1")
class MonthsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MonthEnd months;

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "director, 200",
        "clerklead, 200",
        "clerk1, 200",
        "affairs, 200",
        "supervisor, 200",
        "tech1, 403",
        "dutydirector, 403",
        "nobody, 401"
    })
    @Tag("found:E8")
    void whoeverHasToDoWithTheMonthsSeesThem(String person, int status) throws Exception {
        for (String path : new String[] {
            "/months",
            "/months/2026-10",
            "/months/2026-10/causes",
            "/months/2026-10/slips?count=channel&of=PHONE",
            "/months/2026-10/workbook"
        }) {
            assertThat(get(path, person).statusCode()).as(path).isIn(status, status == 200 ? 404 : status);
        }
    }

    @Test
    void figuresLeadToTheSlipsAndTheWorkbookComesAlong() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timeIs(month.end().minus(Duration.ofHours(2)));
        RepairCase repair = closedInBuilding("601栋");
        office.timeIs(month.end().plus(Duration.ofMinutes(5)));
        month.timerFires().backgroundWorkRuns();

        HttpResponse<String> page = get("/months/" + month.month(), "director");
        assertThat(page.body())
                .contains(
                        month.record().label(),
                        "已冻结，待核对",
                        "按渠道",
                        "及时：没有一项承诺超时",
                        "of=PHONE",
                        "下载工作簿",
                        "aria-label=\"各项时限的按时率\"")
                .doesNotContain("张三", "13800000000", "<script", "style=")
                .containsPattern("\\d%</text>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        assertThat(slipsOf(month.month(), "601栋"))
                .contains("<a href=\"/slips/" + repair.number() + "\">" + repair.number() + "</a>")
                .doesNotContainPattern("href=\"/slips/(?!WX)");
        assertThat(get("/months/" + month.month() + "/slips?count=channel&of=FAX", "director")
                        .body())
                .doesNotContain(repair.number());
        HttpResponse<String> workbook = get("/months/" + month.month() + "/workbook", "affairs");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.body()).startsWith("PK");
        assertThat(get("/months", "affairs").body()).contains(month.record().label(), Times.month(months.firstOpen()));
    }

    @Test
    @Tag("4.3.7")
    @DisplayName("when general affairs should have had a month, who handed it over and who received it")
    void theMonthSaysHowItWasHandedOver() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();
        String due = Times.minuteAndYear(month.end().plus(Duration.ofDays(1)));
        assertThat(get("/months/" + month.month(), "affairs").body()).contains("应在 " + due + " 前交综合部（4.3.7）；还没有移交");

        month.does("clerklead", MonthEndProcess.Elements.CHECK_MONTH, MonthCase.CHECKED);
        assertThat(get("/months/" + month.month(), "affairs").body()).contains("按时；综合部还没有签收");
        month.does("affairs", MonthEndProcess.Elements.RECEIVE_PACK, MonthCase.RECEIVED);
        String received = "由综合部签收";
        assertThat(get("/months/" + month.month(), "affairs").body()).contains("由客服主管移交，按时；", received);
        assertThat(get("/months", "affairs").body()).contains(received);
    }

    @Test
    @Tag("found:A7")
    @Tag("found:A8")
    void theCurrentMonthIsOfferedWithItsFiguresBeforeTheOneBeforeIsSettled() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timeIs(month.end().minus(Duration.ofHours(2)));
        TapRepair.closed(office);
        office.timeIs(month.end().plus(Duration.ofDays(3)));
        RepairCase repair = closedInBuilding("602栋");
        YearMonth current = month.month().plusMonths(1);

        assertThat(get("/months", "director").body()).contains("/months/" + current, "/months/" + month.month());
        String page = get("/months/" + current, "director").body();
        assertThat(page).contains(Times.month(current), "未冻结，数字到此刻为止", "收结情况", "各岗位时限", "一张单一个分");
        assertThat(slipsOf(current, "602栋")).contains(repair.number());
        assertThat(get("/months/" + current.plusMonths(1), "director").statusCode())
                .as("a month that has not begun")
                .isEqualTo(404);
        assertThat(get("/months/1999-01", "director").statusCode())
                .as("a month before the first slip")
                .isEqualTo(404);
    }

    @Test
    @Tag("4.7.7")
    @Tag("4.3.3")
    @DisplayName(
            "the supervisor signs what was done about a cause, others read it, and whoever takes the next slip there is told")
    void theSupervisorSignsTheCauses() throws Exception {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timeIs(month.end().minus(Duration.ofHours(2)));
        closedInBuilding("603栋");
        String path = "/months/" + month.month() + "/causes";
        Phone supervisor = Phone.of(port, "supervisor");
        Matcher cause = Pattern.compile("<textarea[^>]*name=\"([^\"]+)\"[^>]*603栋[^>]*>")
                .matcher(supervisor.opens(path).body());
        assertThat(cause.find()).as("a field for the cause in building 603").isTrue();
        String form = cause.group(1) + "=" + URLEncoder.encode("全楼换了阀芯", StandardCharsets.UTF_8);

        assertThat(supervisor.sends(path, "x=1", Phone.FROM_HERE).body()).contains("没有新写的处置");
        Phone lead = Phone.of(port, "clerklead");
        assertThat(lead.opens(path).body()).contains("603栋", "由工程部主管填写和签字").doesNotContain("<textarea");
        Phone.Answer refused = lead.sends(path, form, Phone.FROM_HERE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(supervisor.sends(path, form, Phone.FROM_HERE).status()).isEqualTo(302);

        assertThat(lead.opens(path).body()).contains("全楼换了阀芯");
        assertThat(get("/months/" + month.month(), "director").body()).contains("全楼换了阀芯", "href=\"#causes\"");
        RepairCase next = office.reports("clerk1", Answers.with(Answers.leakingTap(), "place", "603栋 502"))
                .does("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"));
        assertThat(next.variable("toolsAndMaterials").toString()).contains("工具：", "这里以前的原因（", "全楼换了阀芯");
    }

    @Test
    void whatDoesNotExistIsNotFound() throws Exception {
        assertThat(get("/months/soon", "director").statusCode()).isEqualTo(404);
        assertThat(get("/months/1999-01/workbook", "director").statusCode()).isEqualTo(404);
        assertThat(get("/months/" + YearMonth.of(2026, 1) + "/slips?count=luck&of=x", "director")
                        .statusCode())
                .isEqualTo(404);
    }

    /** In a building of its own: a list shows two hundred slips at most, and the month has those of other tests too. */
    private RepairCase closedInBuilding(String building) {
        return TapRepair.billed(TapRepair.working(
                        office.reports("clerk1", Answers.with(Answers.leakingTap(), "place", building + " 502"))
                                .does("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"))))
                .does("clerk2", CALL_BACK_OWNER, Answers.satisfied());
    }

    /** The slips behind the line of a building. */
    private String slipsOf(YearMonth month, String building) throws Exception {
        String line = URLEncoder.encode("一号管理处 · " + building, StandardCharsets.UTF_8);
        return get("/months/" + month + "/slips?count=building&of=" + line, "director")
                .body();
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
        return Http.CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
