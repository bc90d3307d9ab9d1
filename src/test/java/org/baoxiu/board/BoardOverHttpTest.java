package org.baoxiu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The wall screen as a browser gets it. Its cases are years before those of other tests and so the first to be due. */
@ProcedureTest
@Tag("long")
class BoardOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Board board;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private AuthorizationService authorizationService;

    private final List<RepairCase> cases = new ArrayList<>();

    @AfterEach
    void theOwnersCancel() {
        cases.forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/board", "/board/board.js", "/board/board.css", "//board", "/board;a=b", "/%62oard"})
    void nobodySeesItWithoutPassword(String path) throws Exception {
        HttpResponse<String> answer = get(path, null, null);

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("未结");
    }

    @Test
    void noBrowserAsksForThePasswordInAWindowThatForgetsIt() throws Exception {
        assertThat(get("/board", null, null).headers().firstValue("WWW-Authenticate"))
                .isEmpty();
        assertThat(get("/board", "nobody", "baoxiu").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerklead, 200",
        "tech1, 200",
        "supervisor, 200",
        "director, 200",
        "dutydirector, 200",
        "admin, 200",
        "affairs, 403"
    })
    void whoeverWorksOnSlipsSeesIt(String person, int status) throws Exception {
        assertThat(get("/board", person, "baoxiu").statusCode()).isEqualTo(status);
    }

    @Test
    void aUserOfTheWallScreenNeedsThatRightOnly() throws Exception {
        User wall = identityService.newUser("wall");
        wall.setPassword("baoxiu");
        identityService.saveUser(wall);
        assertThat(get("/board", "wall", "baoxiu").statusCode()).isEqualTo(403);
        Authorization right = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId("wall");
        right.setResource(Resources.APPLICATION);
        right.setResourceId("board");
        right.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(right);
        try {
            assertThat(get("/board", "wall", "baoxiu").statusCode()).isEqualTo(200);
            assertThat(get("/engine-rest/process-definition", "wall", "baoxiu").body())
                    .isEqualTo("[]");
            assertThat(get("/board", "wall", "wrong").statusCode()).isEqualTo(401);
        } finally {
            authorizationService.deleteAuthorization(right.getId());
            identityService.deleteUser("wall");
        }
    }

    @Test
    void theBrowserRunsAndKeepsNothingElse() throws Exception {
        HttpResponse<String> page = get("/board", "clerk1", "baoxiu");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .doesNotContain("style=")
                .doesNotContainPattern("<script[^>]*>[^<]")
                .doesNotContainPattern(" on\\w+=");
        for (String file : List.of("/board/board.js", "/board/board.css")) {
            assertThat(page.body()).contains("\"" + file + "\"");
            assertThat(get(file, "clerk1", "baoxiu").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void openSlipsStandInTheOrderOfTheTimeLeft() throws Exception {
        office.timeIs("2020-03-02T09:00:00+08:00");
        RepairCase ordinary = reported(Map.of())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        RepairCase urgent =
                reported(Map.of()).does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", true));
        RepairCase waiting =
                reported(Map.of()).does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "forcedEntry", true));
        RepairCase unregistered =
                reported(Map.of("place", "<i>3 栋</i>", "faultDescription", "<b>漏水</b>，打 13912345678"));

        office.timePasses(Duration.ofMinutes(4));

        assertThat(clockOf(unregistered)).isEqualTo(clock(CommitmentKind.REGISTRATION, ClockState.OVERDUE, -1));
        assertThat(clockOf(urgent)).isEqualTo(clock(CommitmentKind.ARRIVAL, ClockState.DUE_SOON, 1));
        assertThat(clockOf(ordinary)).isEqualTo(clock(CommitmentKind.ARRIVAL, ClockState.WITHIN, 11));
        assertThat(clockOf(waiting).state()).isEqualTo(ClockState.PAUSED);
        assertThat(clockOf(waiting).why()).isEqualTo("等待业主的书面申请");

        String page = get("/board", "clerk1", "baoxiu").body();
        assertThat(page)
                .containsSubsequence(
                        "<li class=\"overdue\">",
                        "超时 1 分钟",
                        "登记",
                        "&lt;i&gt;3 栋",
                        "&lt;b&gt;漏水",
                        running(unregistered),
                        "<li class=\"due-soon\">",
                        "还剩 1 分钟",
                        "到场",
                        "未派人",
                        "紧急",
                        running(urgent),
                        "<li class=\"within\">",
                        "还剩 11 分钟",
                        "到场",
                        "3 栋 502",
                        "更换水龙头",
                        "水电工",
                        "已领单",
                        running(ordinary));
        assertThat(page).contains("09:04").doesNotContain("13912345678", "13800000000", "张三", "<b>漏水", "tech1");
    }

    @Test
    void todaysMissedClocksAreListedUntilMidnight() throws Exception {
        office.timeIs("2020-03-05T09:00:00+08:00");
        RepairCase late = reported(Map.of());
        RepairCase punctual = reported(Map.of()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        RepairCase justInTime = reported(Map.of());
        office.timePasses(Duration.ofMinutes(3).minusSeconds(1));
        assertThat(missed()).isEmpty();

        office.timePasses(Duration.ofSeconds(1));
        // its arrival stands still from now on
        justInTime.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "forcedEntry", true));
        office.timePasses(Duration.ofMinutes(4));
        assertThat(missed())
                .extracting(MissedClock::slipNumber, MissedClock::kind, MissedClock::late, MissedClock::kept)
                .containsExactly(tuple(late.number(), CommitmentKind.REGISTRATION, Duration.ofMinutes(4), false));
        assertThat(get("/board", "clerk1", "baoxiu").body())
                .containsSubsequence("今日超时 <b>1</b> 次", "09:03", "登记", "仍未完成，已迟 4 分钟");

        late.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        office.timePasses(Duration.ofHours(1));
        assertThat(get("/board", "clerk1", "baoxiu").body())
                .containsSubsequence("今日超时 <b>3</b> 次", "09:22", "到场", "09:15", "到场", "09:03", "登记", "迟 4 分钟");

        late.dueTimersFire();
        punctual.dueTimersFire();
        assertThat(missed()).as("noticed or not").hasSize(3);
        office.timeIs("2020-03-05T23:57:00+08:00");
        RepairCase dueAtMidnight = reported(Map.of());
        office.timeIs("2020-03-06T00:00:00+08:00");
        assertThat(missed())
                .extracting(MissedClock::slipNumber, MissedClock::kind)
                .containsExactly(tuple(dueAtMidnight.number(), CommitmentKind.REGISTRATION));
        assertThat(clockOf(late).state()).isEqualTo(ClockState.OVERDUE);
    }

    private RepairCase reported(Map<String, Object> changes) {
        Map<String, Object> report = new HashMap<>(leakingTap());
        report.putAll(changes);
        RepairCase repair = office.reports("clerk1", report);
        cases.add(repair);
        return repair;
    }

    private List<MissedClock> missed() {
        return board.look().missedToday();
    }

    private SlipClock clockOf(RepairCase repair) {
        List<OpenSlip> found = board.look().open().stream()
                .filter(slip -> slip.number().equals(repair.number()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).clock().orElseThrow();
    }

    private static SlipClock clock(CommitmentKind kind, ClockState state, int minutesLeft) {
        return new SlipClock(kind, state, Duration.ofMinutes(minutesLeft), null);
    }

    private static String running(RepairCase repair) {
        return repair.number().substring(repair.number().indexOf('-') + 1);
    }

    private HttpResponse<String> get(String path, String user, String password)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (user != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
        }
        return Http.CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
