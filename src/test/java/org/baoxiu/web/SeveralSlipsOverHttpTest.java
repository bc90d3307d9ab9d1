package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.paper.Pdf;
import org.baoxiu.process.handover.HandOverAnswers;
import org.baoxiu.process.handover.Plumbers;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
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

/** What is done with several slips of a list at once, and by person, as a browser does it. */
@ProcedureTest
@DisplayName("清单上一次办几张，人员页")
@Tag("long")
class SeveralSlipsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private TaskService taskService;

    @Autowired
    private Messages messages;

    @Autowired
    private Slips slips;

    private final List<RepairCase> cases = new ArrayList<>();
    private Plumbers plumbers;

    @BeforeEach
    void twoPlumbers() {
        office.timeIs("2020-05-11T09:00:00+08:00");
        plumbers = new Plumbers(office, identity, dispatch);
    }

    @AfterEach
    void theOwnersCancel() {
        cases.stream().filter(repair -> !repair.ended()).forEach(repair -> repair.ownerCalls("cancel"));
        plumbers.leave();
        ClockUtil.reset();
    }

    @Test
    @DisplayName("what can go goes, and what is refused is named with its reason and stays")
    void handsOver() throws Exception {
        RepairCase visiting = at(VISIT_SITE);
        RepairCase repairing = at(QUOTE_REPAIR);
        RepairCase nobodys = toPickUp();

        String answer = act("supervisor", "HAND_OVER", plumbers.second, "发烧", visiting, nobodys, repairing)
                .body();

        assertThat(answer).contains("办好 2 张", "没有办成 1 张", nobodys.number() + "</a> <span>现在不在任何人手上，不用移交。");
        for (RepairCase moved : List.of(visiting, repairing)) {
            assertThat(moved.slip().technician()).isEqualTo(plumbers.second);
            assertThat(slips.history(moved.number()))
                    .anyMatch(entry -> entry.person().equals("supervisor")
                            && entry.text().contains("移交给")
                            && entry.text().contains("发烧"));
        }
        assertThat(visiting.task(VISIT_SITE).getAssignee()).isEqualTo(plumbers.second);
        assertThat(nobodys.slip().technician()).isNull();
    }

    @Test
    @DisplayName("whoever is not qualified gets none, and each slip says so; back to the group they go")
    void refusedOrReleased() throws Exception {
        RepairCase visiting = at(VISIT_SITE);

        assertThat(act("supervisor", "HAND_OVER", "tech2", "发烧", visiting).body())
                .contains("没有办成 1 张", "没有登记水暖资质")
                .doesNotContain("办好 ");
        assertThat(visiting.slip().technician()).isEqualTo(plumbers.first);
        assertThat(act("supervisor", "RELEASE", "", "发烧", visiting).body()).contains("办好 1 张");
        assertThat(visiting.slip().technician()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "dutydirector", "affairs", "tech1"})
    @DisplayName("nobody hands over by a list what the process 移交工作 would refuse")
    void noRight(String person) throws Exception {
        RepairCase visiting = at(VISIT_SITE);

        assertThat(act(person, "HAND_OVER", plumbers.second, "发烧", visiting).body())
                .containsAnyOf("您不能移交工作", "不由您办理")
                .doesNotContain("办好 ");
        assertThat(visiting.slip().technician()).isEqualTo(plumbers.first);
        assertThat(get("/slips?sort=received", person).body()).doesNotContain("移交给同事");
    }

    @Test
    @DisplayName("the head of customer service shares out the clerks' work, and not the technicians'")
    void clerksWork() throws Exception {
        RepairCase registering = office.reports("clerk1", Answers.leakingTap());
        cases.add(registering);
        office.as("clerk1", () -> {
            taskService.claim(registering.task(REGISTER_REQUEST).getId(), "clerk1");
            return null;
        });
        RepairCase visiting = at(VISIT_SITE);

        assertThat(act("clerklead", "HAND_OVER", "clerk2", "下班", registering, visiting)
                        .body())
                .contains("办好 1 张", "没有办成 1 张", "的工作和请假由工程部主管或主任安排");
        assertThat(registering.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk2");
        assertThat(visiting.slip().technician()).isEqualTo(plumbers.first);
    }

    @Test
    @DisplayName("word for the technician reaches the one who has the slip, and the history has it")
    void tells() throws Exception {
        RepairCase visiting = at(VISIT_SITE);
        RepairCase nobodys = toPickUp();

        assertThat(act("clerk1", "TELL", "", "业主五点以后在家。电话 13698765432", visiting, nobodys)
                        .body())
                .contains("办好 1 张", "没有办成 1 张", "现在没有维修人员");

        assertThat(messages.of(plumbers.first))
                .filteredOn(message -> visiting.number().equals(message.slipNumber()))
                .extracting(Message::text)
                .anyMatch(text -> text.contains("告诉您：业主五点以后在家") && !text.contains("13698765432"));
        assertThat(messages.of(plumbers.second)).extracting(Message::text).noneMatch(text -> text.contains("业主五点以后在家"));
        assertThat(slips.history(visiting.number()))
                .anyMatch(
                        entry -> entry.person().equals("clerk1") && entry.text().contains("业主五点以后在家"));
        assertThat(act("clerk1", "TELL", "", "再说一次", visiting).body()).contains("办好 1 张");
        assertThat(messages.of(plumbers.first)).extracting(Message::text).anyMatch(text -> text.contains("再说一次"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"affairs", "tech1"})
    void noWordFromOthers(String person) throws Exception {
        RepairCase visiting = at(VISIT_SITE);

        assertThat(act(person, "TELL", "", "快点", visiting).body()).doesNotContain("办好 ");
        assertThat(messages.of(plumbers.first)).extracting(Message::text).noneMatch(text -> text.contains("快点"));
    }

    @Test
    @DisplayName("several printed slips are one file; if one cannot be printed, none is")
    void prints() throws Exception {
        RepairCase one = at(VISIT_SITE);
        RepairCase other = toPickUp();

        HttpResponse<byte[]> file = send("clerk1", form("PRINT", "", "", one.number(), other.number()));
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Pdf pdf = Pdf.read(file.body());
        assertThat(pdf.pages()).hasSize(6);
        assertThat(pdf.pages().subList(0, 3)).allMatch(page -> page.contains(one.number()));
        assertThat(pdf.pages().subList(3, 6)).allMatch(page -> page.contains(other.number()));

        assertThat(act("tech1", "PRINT", "", "", other, one).body()).contains("维修单 " + one.number() + "：不由您办理");
        assertThat(new String(
                        send("clerk1", form("PRINT", "", "", one.number(), "WX1"))
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("没有编号为“WX1”的维修单");
    }

    @ParameterizedTest
    @CsvSource({
        "action=TELL&said=x, 请先在清单里勾选维修单",
        "action=BURN&numbers=WX1, 办理",
        "numbers=WX1, 请选择要办什么",
        "action=HAND_OVER&said=x&numbers=WX1, 请写明移交给谁",
        "action=RELEASE&numbers=WX1, 请写明移交的原因",
        "action=TELL&numbers=WX1, 请写明要告诉维修人员什么"
    })
    void incomplete(String form, String sentence) throws Exception {
        assertThat(new String(send("supervisor", form).body(), StandardCharsets.UTF_8))
                .contains(sentence);
    }

    @Test
    @DisplayName(
            "by person: who has what, who is free, who is away until when, whose certificate runs out; and handing over")
    void people() throws Exception {
        RepairCase visiting = at(VISIT_SITE);
        RepairCase repairing = at(QUOTE_REPAIR);
        dispatch.recordQualification(plumbers.first, Qualification.CARPENTRY, "木", LocalDate.of(2020, 5, 20));
        dispatch.recordQualification(plumbers.second, Qualification.CARPENTRY, "木", LocalDate.of(2020, 5, 1));

        String page = get("/slips/people", "supervisor").body();
        String first = sheet(page, plumbers.first);
        assertThat(first).contains("在手 2 张", visiting.number(), repairing.number(), "到场：还剩", "资质：木工门锁 到 2020-05-20 为止");
        assertThat(first).doesNotContain("空闲");
        assertThat(sheet(page, plumbers.second))
                .contains("空闲", "资质：木工门锁 已于 2020-05-01 到期")
                .doesNotContain("在手");

        assertThat(new String(
                        send(
                                        "supervisor",
                                        "/slips/people",
                                        "from=" + plumbers.first + "&to=" + plumbers.second + "&reason=x")
                                .body(),
                        StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(visiting.slip().technician()).isEqualTo(plumbers.second);
        assertThat(repairing.slip().technician()).isEqualTo(plumbers.second);

        office.starts(
                "supervisor",
                "absence",
                HandOverAnswers.leave(plumbers.second, office.now().plus(Duration.ofDays(2)), "stays"));
        assertThat(sheet(get("/slips/people", "supervisor").body(), plumbers.second))
                .contains("请假到 5月13日 09:00", "在手 2 张")
                .doesNotContain("空闲");
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, 200, true, false",
        "clerklead, 200, false, true",
        "director, 200, true, true",
        "clerk1, 403, false, false",
        "tech1, 403, false, false",
        "dutydirector, 403, false, false",
        "affairs, 403, false, false"
    })
    @DisplayName("each head sees the people whose work he or she shares out")
    void whoSeesPeople(String person, int status, boolean technicians, boolean clerks) throws Exception {
        HttpResponse<String> page = get("/slips/people", person);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body().contains("value=\"tech2\"")).isEqualTo(technicians);
        assertThat(page.body().contains("value=\"clerk1\"")).isEqualTo(clerks);
        assertThat(get("/slips?slips=open", person).body().contains("href=\"/slips/people\""))
                .isEqualTo(status == 200);
    }

    /** What stands about one person: the login name of somebody without a name is the name. */
    private static String sheet(String page, String person) {
        return Arrays.stream(page.split("<h2>"))
                .filter(part -> part.startsWith(person))
                .findFirst()
                .orElseThrow();
    }

    private RepairCase at(String task) {
        RepairCase repair = plumbers.at(task);
        cases.add(repair);
        return repair;
    }

    private RepairCase toPickUp() {
        RepairCase repair = plumbers.toPickUp();
        cases.add(repair);
        return repair;
    }

    private HttpResponse<String> act(String person, String action, String to, String said, RepairCase... repairs)
            throws Exception {
        return new PageClient(port)
                .post(
                        "/slips/several?slips=open",
                        person,
                        form(
                                action,
                                to,
                                said,
                                Arrays.stream(repairs).map(RepairCase::number).toArray(String[]::new)),
                        "Sec-Fetch-Site",
                        "same-origin");
    }

    private static String form(String action, String to, String said, String... numbers) {
        return "action=" + action + "&to=" + to + "&said=" + URLEncoder.encode(said, StandardCharsets.UTF_8)
                + Arrays.stream(numbers).map(number -> "&numbers=" + number).collect(Collectors.joining());
    }

    private HttpResponse<byte[]> send(String person, String form) throws Exception {
        return send(person, "/slips/several", form);
    }

    private HttpResponse<byte[]> send(String person, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Http.CLIENT.send(request, BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return new PageClient(port).get(path, person);
    }
}
