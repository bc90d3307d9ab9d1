package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.photo.Photo;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.IdentityService;
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

/** The tasks on a phone as a browser gets them: whose they are, what is refused, and how much has to be fetched. */
@ProcedureTest
@DisplayName("手机上的任务页面")
@Tag("3.2")
@Tag("S4")
@Tag("long")
class TasksOverHttpTest {

    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final String VISITED = "\"visitOutcome\":{\"value\":\"returned\"},\"visitReason\":{\"value\":\"忙\"}";
    private static final String GONE = "任务已不由您办理";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private Photos photos;

    private final List<RepairCase> cases = new ArrayList<>();

    @BeforeEach
    void morning() {
        office.timeIs("2020-06-01T09:00:00+08:00");
    }

    @AfterEach
    void theOwnersCancel() {
        cases.forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks", "/tasks/", "/tasks/1", "/tasks;a=b", "/%74asks"})
    void whoeverIsNotLoggedInIsSentToTheForm(String path) {
        Answer answer = new Phone(port).opens(path);

        assertThat(answer.status()).isIn(302, 400);
        assertThat(answer.header("Location")).isIn("", loginTo("/tasks"), loginTo("/tasks/"), loginTo("/tasks/1"));
        assertThat(answer.body()).doesNotContain("我的任务");
    }

    private String loginTo(String page) {
        return "http://localhost:" + port + "/login?to=" + page.replace("/", "%2F");
    }

    @Test
    void theSessionIsThatOfTasklist() {
        Phone phone = new Phone(port);
        Answer login = phone.logsIn("tech1", "baoxiu", Phone.FROM_HERE);

        assertThat(login.status()).isEqualTo(302);
        assertThat(login.cookies()).contains("BAOXIU-SESSION=", "HttpOnly", "SameSite=Lax");
        assertThat(phone.opens("/tasks").body()).contains("我的任务", "水电工");
        assertThat(phone.asks("/task").status()).isEqualTo(200);

        Answer logout = phone.sends("/logout", "", Phone.FROM_HERE);
        assertThat(logout.status()).isEqualTo(302);
        assertThat(logout.cookies())
                .as("whose the phone has to forget")
                .contains("BAOXIU-LEFT=tech1; Path=/;", "SameSite=Lax");
        assertThat(phone.opens("/tasks").status()).isEqualTo(302);
        assertThat(phone.asks("/task").status()).isEqualTo(401);
    }

    /** As with the session of anybody who was on the phone before. */
    @Test
    void loggingInBeginsAnotherSession() {
        Phone phone = Phone.of(port, "tech2");
        String before = phone.opens("/tasks").body();
        Answer login = phone.logsIn("tech1", "baoxiu", Phone.FROM_HERE);

        assertThat(login.cookies()).contains("BAOXIU-SESSION=");
        assertThat(before).contains("木工");
        assertThat(phone.opens("/tasks").body()).contains("水电工").doesNotContain("木工");
    }

    @Test
    void whoeverGuessesThePasswordWaits() {
        String person = "guess" + UUID.randomUUID().toString().substring(0, 8);
        var user = identityService.newUser(person);
        user.setPassword("baoxiu");
        identityService.saveUser(user);
        identityService.createMembership(person, "maintenance");
        try {
            Answer wrong = new Phone(port).logsIn(person, "<b>guess", Phone.FROM_HERE);
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.header("WWW-Authenticate")).isEmpty();
            assertThat(wrong.body()).contains("账号或密码不正确", person).doesNotContain("guess\"", "<b>guess");
            assertThat(new Phone(port).logsIn(person, "baoxiu", Phone.FROM_HERE).status())
                    .as("at once")
                    .isEqualTo(401);
            office.timePasses(Duration.ofSeconds(10));
            assertThat(new Phone(port).logsIn(person, "baoxiu", Phone.FROM_HERE).status())
                    .as("after a while")
                    .isEqualTo(302);
        } finally {
            identityService.deleteUser(person);
        }
    }

    @Test
    void whoeverMayNotUseTasklistMayNotUseThePage() {
        String person = "visitor" + UUID.randomUUID().toString().substring(0, 8);
        var user = identityService.newUser(person);
        user.setPassword("baoxiu");
        identityService.saveUser(user);
        try {
            Phone phone = new Phone(port);
            assertThat(phone.logsIn(person, "baoxiu", Phone.FROM_HERE).status()).isEqualTo(302);
            Answer answer = phone.opens("/tasks");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("不能查看这个页面");
        } finally {
            identityService.deleteUser(person);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "X-Nothing, -"
    })
    void aFormFromElsewhereLogsNobodyInOrOut(String header, String value) {
        assertThat(new Phone(port).logsIn("tech1", "baoxiu", header, value).status())
                .isEqualTo(403);

        Phone phone = Phone.of(port, "tech1");
        assertThat(phone.sends("/logout", "", header, value).status()).isEqualTo(403);
        assertThat(phone.opens("/tasks").status()).isEqualTo(200);
    }

    @Test
    @Tag("4.6.2")
    void ownAndOfferedTasksStandInTheOrderOfTheBoard() {
        RepairCase ordinary = registeredAt("3 栋 502", false);
        RepairCase own = registeredAt("4 栋 101", false).does("tech1", PICK_UP_SLIP, pickedUp());
        RepairCase urgent = registeredAt("<i>5 栋</i> 13912345678", true);
        office.timePasses(Duration.ofMinutes(4));

        String page = Phone.of(port, "tech1").opens("/tasks").body();
        assertThat(page)
                .containsSubsequence(
                        "我的任务",
                        "class=\"within\"",
                        "上门",
                        "还剩 11 分钟",
                        "到场",
                        "4 栋 101",
                        own.number(),
                        "截止",
                        "6月1日 09:15",
                        "可认领的任务",
                        "class=\"due-soon\"",
                        "领单或派单",
                        "紧急",
                        "还剩 1 分钟",
                        "&lt;i&gt;5 栋",
                        "更换水龙头",
                        urgent.number(),
                        "6月1日 09:05",
                        "class=\"within\"",
                        "领单或派单",
                        "3 栋 502",
                        ordinary.number());
        assertThat(page).doesNotContain("<i>5 栋", "13912345678");
        assertThat(page.split("<h2>可认领的任务")[0])
                .as("whom to call and what is broken stand with one's own")
                .contains(
                        "href=\"tel:13800000000\"",
                        "张三 13800000000",
                        own.slip().report().fault());
        assertThat(page.split("<h2>可认领的任务")[1]).doesNotContain("13800000000", "张三");
    }

    @Test
    @Tag("Q3")
    void nobodySeesOrDoesTheTasksOfOthers() {
        RepairCase repair = registeredAt("3 栋 502", false).does("tech1", PICK_UP_SLIP, pickedUp());
        String visit = repair.task(VISIT_SITE).getId();

        for (String person : List.of("tech2", "clerk1", "affairs")) {
            Phone phone = Phone.of(port, person);
            assertThat(phone.opens("/tasks").body()).as(person).doesNotContain(repair.number());
            Answer page = phone.opens("/tasks/" + visit);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains(GONE).doesNotContain("上门", "form-viewer.js", repair.number());
            assertThat(phone.asks("/task/" + visit + "/deployed-form").status()).isIn(403, 404);
            assertThat(phone.does("/task/" + visit + "/submit-form", variables(VISITED))
                            .status())
                    .isIn(403, 404);
        }
        assertThat(repair.task(VISIT_SITE).getAssignee()).isEqualTo("tech1");
    }

    @Test
    void whoeverWorksAtADeskSeesTheTasksOfTheirGroup() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        cases.add(repair);

        assertThat(Phone.of(port, "clerk1").opens("/tasks").body()).contains("登记报修", repair.number());
        assertThat(Phone.of(port, "tech1").opens("/tasks").body()).doesNotContain(repair.number());
    }

    @Test
    @Tag("4.3.4.4")
    void aTaskIsTakenAndDoneWithTheRefusalsOfTasklist() {
        RepairCase repair = registeredAt("3 栋 502", false);
        String task = repair.task(PICK_UP_SLIP).getId();
        Phone phone = Phone.of(port, "tech1");
        assertThat(phone.opens("/tasks/" + task).body()).contains("data-holder=\"NOBODY\"", "data-person=\"tech1\"");
        assertThat(phone.does("/task/" + task + "/claim", "{\"userId\":\"tech1\"}")
                        .status())
                .as("without a token")
                .isEqualTo(403);

        phone = Phone.of(port, "tech1");
        assertThat(phone.asks("/task/" + task + "/deployed-form").body()).contains("toolsReady");
        assertThat(phone.does("/task/" + task + "/claim", "{\"userId\":\"tech2\"}")
                        .body())
                .contains("只能以本人的名义认领任务");
        assertThat(phone.does("/task/" + task + "/claim", "{\"userId\":\"tech1\"}")
                        .status())
                .isEqualTo(204);
        assertThat(phone.opens("/tasks/" + task).body()).contains("data-holder=\"MYSELF\"");

        Answer refused = phone.does("/task/" + task + "/submit-form", variables("\"toolsReady\":{\"value\":false}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("领单前请备好工具和材料");
        assertThat(phone.does("/task/" + task + "/submit-form", variables("\"toolsReady\":{\"value\":true}"))
                        .status())
                .isEqualTo(204);
        assertThat(repair.task(VISIT_SITE).getAssignee()).isEqualTo("tech1");
    }

    @Test
    @Tag("found:C7")
    @DisplayName("a phone sends a form until it has an answer: it is taken once, and by nobody else's login")
    void aFormIsTakenOnceHoweverOftenItIsSent() {
        RepairCase repair = registeredAt("3 栋 502", false).does("tech1", PICK_UP_SLIP, pickedUp());
        String visit = repair.task(VISIT_SITE).getId();
        Phone phone = Phone.of(port, "tech1");
        String submission = UUID.randomUUID().toString();

        assertThat(phone.completes("tech2", visit, submission, variables(VISITED))
                        .status())
                .as("what somebody else has filled in")
                .isEqualTo(401);
        Answer refused = phone.completes(visit, submission, variables("\"visitOutcome\":{\"value\":\"returned\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"message\"").containsPattern("[\\u4e00-\\u9fff]");
        assertThat(phone.completes(visit, submission, "{\"variables\":").body()).contains("没有传完整");
        assertThat(phone.completes(visit, "1", variables(VISITED)).status()).isEqualTo(400);
        assertThat(repair.task(VISIT_SITE).getId()).as("nothing of it is done").isEqualTo(visit);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(phone.completes(visit, submission, variables(VISITED)).status())
                    .isEqualTo(204);
        }
        assertThat(repair.trail()).filteredOn(line -> line.contains("退单")).hasSize(1);
        assertThat(repair.task(PICK_UP_SLIP)).isNotNull();

        Answer late = phone.completes(visit, UUID.randomUUID().toString(), variables(VISITED));
        assertThat(late.status()).isEqualTo(404);
        assertThat(late.body()).contains("任务已不存在");
    }

    @Test
    @Tag("Q3")
    void nobodySendsTheFormOfSomebodyElsesTask() {
        RepairCase repair = registeredAt("3 栋 502", false).does("tech1", PICK_UP_SLIP, pickedUp());
        String visit = repair.task(VISIT_SITE).getId();
        for (String person : List.of("tech2", "clerk1", "affairs")) {
            assertThat(Phone.of(port, person)
                            .completes(visit, UUID.randomUUID().toString(), variables(VISITED))
                            .status())
                    .as(person)
                    .isIn(403, 404);
        }
        Phone phone = Phone.of(port, "tech1");
        assertThat(phone.completes(
                                visit,
                                UUID.randomUUID().toString(),
                                variables("\"finalAmount\":{\"value\":1}," + VISITED))
                        .status())
                .as("what is not on the form is refused, as by the other door")
                .isEqualTo(400);
        assertThat(repair.slip().agreement().finalAmount()).isNull();
    }

    @Test
    @Tag("found:C7")
    void aPhotoIsAddedOnceHoweverOftenItIsSent() {
        RepairCase repair = registeredAt("3 栋 502", false).does("tech1", PICK_UP_SLIP, pickedUp());
        String visit = repair.task(VISIT_SITE).getId();
        Phone phone = Phone.of(port, "tech1");
        String submission = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(phone.uploadsAs(submission, visit, "BEFORE", Uploads.jpeg(640, 480), Phone.FROM_HERE)
                            .status())
                    .isEqualTo(204);
        }
        assertThat(photos.of(repair.number())).hasSize(1);
    }

    /** Tasklist's own interface tells its token once in a session: whoever claims here needs that of the page, and no other. */
    @Test
    @Tag("4.3.4.4")
    void aTaskIsTakenByTheTokenOfThePage() {
        RepairCase repair = registeredAt("3 栋 502", false);
        String task = repair.task(PICK_UP_SLIP).getId();
        assertThat(Phone.of(port, "affairs").claims("affairs", task).status())
                .as("whose group is offered nothing")
                .isIn(403, 404);
        Phone phone = Phone.of(port, "tech1");
        phone.asks("/task");
        assertThat(phone.claims("tech2", task).status())
                .as("by the page of somebody who had the phone before")
                .isEqualTo(401);
        assertThat(repair.task(PICK_UP_SLIP).getAssignee()).isNull();

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(phone.claims("tech1", task).status()).isEqualTo(204);
        }
        assertThat(repair.task(PICK_UP_SLIP).getAssignee()).isEqualTo("tech1");
        Answer late = Phone.of(port, "tech2").claims("tech2", task);
        assertThat(late.status()).isIn(403, 404, 409);
        assertThat(late.body()).containsPattern("[\\u4e00-\\u9fff]");
        assertThat(repair.task(PICK_UP_SLIP).getAssignee()).isEqualTo("tech1");
    }

    @Test
    void aTaskThatIsDoneOrTakenMeanwhileIsToldAsSuch() {
        RepairCase repair = registeredAt("3 栋 502", false);
        String task = repair.task(PICK_UP_SLIP).getId();
        String colleague = colleague();
        try {
            Phone phone = Phone.of(port, colleague);
            assertThat(phone.asks("/task/" + task + "/deployed-form").status()).isEqualTo(200);
            office.as(
                    "supervisor",
                    () -> repair.submits(
                            "supervisor",
                            PICK_UP_SLIP,
                            with(pickedUp(), "technicianId", "tech1", "toolsReady", false)));

            Answer late = phone.does("/task/" + task + "/claim", "{\"userId\":\"" + colleague + "\"}");
            assertThat(late.status()).isEqualTo(404);
            assertThat(late.body()).contains("任务已不存在，可能已由他人完成");
            assertThat(phone.opens("/tasks/" + task).body()).contains(GONE).doesNotContain("form-viewer.js");
        } finally {
            identityService.deleteUser(colleague);
        }
    }

    @Test
    @Tag("Q5")
    @Tag("4.3.4.8")
    void photosAndTheSignatureGoToTheSlipOfTheTask() {
        RepairCase repair = registeredAt("3 栋 502", false).does("tech1", PICK_UP_SLIP, pickedUp());
        String visit = repair.task(VISIT_SITE).getId();
        Phone phone = Phone.of(port, "tech1");
        assertThat(phone.uploads(visit, "BEFORE", Uploads.jpeg(640, 480), Phone.FROM_HERE)
                        .status())
                .isEqualTo(204);
        assertThat(phone.uploads(visit, "SIGNATURE", Uploads.signature(), Phone.FROM_HERE)
                        .status())
                .isEqualTo(204);

        List<Photo> added = photos.of(repair.number());
        assertThat(added)
                .extracting(Photo::kind, Photo::addedBy)
                .containsExactly(tuple(PhotoKind.BEFORE, "tech1"), tuple(PhotoKind.SIGNATURE, "tech1"));
        assertThat(phone.opens("/tasks/" + visit).body()).contains("照片 <b>2</b> 张", "维修前照片", "业主签字");
        String picture = "/tasks/" + visit + "/photos/" + added.get(0).id();
        assertThat(phone.opens(picture + "?size=THUMBNAIL").header("Content-Type"))
                .isEqualTo("image/jpeg");

        Answer blank = phone.uploads(visit, "SIGNATURE", Uploads.emptyCanvas(), Phone.FROM_HERE);
        assertThat(blank.status()).isEqualTo(400);
        assertThat(blank.body()).contains("还没有签字");
        assertThat(phone.uploads(visit, "REPORT", Uploads.jpeg(640, 480), Phone.FROM_HERE)
                        .status())
                .isEqualTo(403);
        assertThat(phone.uploads(visit, "BEFORE", Uploads.jpeg(640, 480), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        for (String other : List.of("tech2", "clerk1", "affairs")) {
            Phone stranger = Phone.of(port, other);
            assertThat(stranger.opens(picture).status()).as(other).isEqualTo(404);
            assertThat(stranger.uploads(visit, "AFTER", Uploads.jpeg(640, 480), Phone.FROM_HERE)
                            .status())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(photos.of(repair.number())).hasSize(2);

        phone.asks("/task");
        Answer done = phone.does("/task/" + visit + "/submit-form", variables(VISITED));
        assertThat(done.status()).as("the task goes on: %s", done.body()).isEqualTo(204);
    }

    @Test
    void aPhoneFetchesLittleAndKeepsWhatDoesNotChange() {
        RepairCase repair = registeredAt("3 栋 502", false);
        Phone phone = Phone.of(port, "tech1");

        Answer list = phone.opens("/tasks");
        List<Answer> files = files(phone, list);
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
        });
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        assertThat(list.size() + files.stream().mapToInt(Answer::size).sum()).isLessThan(60_000);

        Answer form = phone.opens("/tasks/" + repair.task(PICK_UP_SLIP).getId());
        assertThat(files(phone, form).stream().mapToInt(Answer::size).sum()).isLessThan(400_000);
        for (Answer page : List.of(list, form)) {
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.body())
                    .doesNotContain("style=")
                    .doesNotContainPattern("<script[^>]*>[^<]")
                    .doesNotContainPattern(" on\\w+=");
        }
    }

    @Test
    void whatAPhoneShowsWithoutANetworkIsAboutNobody() {
        Answer page = new Phone(port).opens("/tasks/offline");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("手机连不上网络").doesNotContain("data-person");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");

        Phone phone = Phone.of(port, "tech1");
        Matcher script = Pattern.compile("/assets/[^/]+/task-list.js")
                .matcher(phone.opens("/tasks").body());
        assertThat(script.find()).isTrue();
        Answer worker = phone.opens(script.group().replace("task-list", "worker"));
        assertThat(worker.body()).contains("caches");
        assertThat(worker.header("Service-Worker-Allowed")).isEqualTo("/tasks");
        assertThat(phone.opens(script.group()).header("Service-Worker-Allowed")).isEmpty();
    }

    private static List<Answer> files(Phone phone, Answer page) {
        return FILE.matcher(page.body())
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(link -> phone.opens(link.replaceAll(".*\"(.*)\"", "$1")))
                .toList();
    }

    private RepairCase registeredAt(String place, boolean emergency) {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place))
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "emergency", emergency));
        cases.add(repair);
        return repair;
    }

    private static String variables(String fields) {
        return "{\"variables\":{" + fields + "}}";
    }

    /** Another plumber. */
    private String colleague() {
        String person = "tech" + UUID.randomUUID().toString().substring(0, 8);
        var user = identityService.newUser(person);
        user.setPassword("baoxiu");
        identityService.saveUser(user);
        identityService.createMembership(person, "maintenance");
        identityService.createMembership(person, "skillPlumbing");
        return person;
    }
}
