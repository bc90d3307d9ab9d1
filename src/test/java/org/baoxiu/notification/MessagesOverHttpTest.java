package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of messages as a browser gets it. */
@ProcedureTest
@Tag("4.6.1a")
@Tag("4.6.2")
@Tag("long")
class MessagesOverHttpTest {

    private static final Pattern LAST = Pattern.compile("name=\"last\" value=\"(\\d+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Messages messages;

    @Autowired
    private IdentityService identityService;

    private final List<RepairCase> cases = new ArrayList<>();

    @BeforeEach
    void morning() {
        office.timeIs("2020-04-06T09:00:00+08:00");
    }

    @AfterEach
    void theOwnersCancel() {
        cases.forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/messages/read", "//messages", "/messages;a=b", "/%6dessages"})
    void nobodySeesAnythingWithoutPassword(String path) throws Exception {
        HttpResponse<String> answer = get(path, null);

        assertThat(answer.statusCode()).isIn(400, 401);
        assertThat(answer.body()).doesNotContain("未读");
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerklead, 200",
        "tech1, 200",
        "supervisor, 200",
        "director, 200",
        "dutydirector, 200",
        "affairs, 200",
        "admin, 200",
        "nobody, 401"
    })
    void everybodyOfTheOfficeHasAListAndNobodyElse(String person, int status) throws Exception {
        assertThat(get("/messages", person).statusCode()).isEqualTo(status);
    }

    @Test
    void aUserWithoutTheRightHasNone() throws Exception {
        var user = identityService.newUser("visitor");
        user.setPassword("baoxiu");
        identityService.saveUser(user);
        try {
            assertThat(get("/messages", "visitor").statusCode()).isEqualTo(403);
            assertThat(post("visitor", "1", "Sec-Fetch-Site", "same-origin").statusCode())
                    .isEqualTo(403);
        } finally {
            identityService.deleteUser("visitor");
        }
    }

    @Test
    void theBrowserRunsNothingAndKeepsNothing() throws Exception {
        HttpResponse<String> page = get("/messages", "clerklead");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("style=", "<script").doesNotContainPattern(" on\\w+=");
    }

    @Test
    void everybodySeesTheirOwnMessagesNewestFirst() throws Exception {
        RepairCase earlier = missed("3 栋 502");
        RepairCase later = missed("<b>4 栋</b> 13912345678");

        String page = get("/messages", "clerklead").body();
        assertThat(page)
                .containsSubsequence(
                        "未读",
                        "已超时：登记",
                        later.number() + "（一号管理处 ＜b&gt;4 栋＜/b&gt; …）",
                        "的时限是 4月6日 09:06",
                        "<time>4月6日 09:06</time>",
                        earlier.number() + "（一号管理处 3 栋 502）",
                        "<time>4月6日 09:03</time>");
        assertThat(page).doesNotContain("<b>4 栋", "13912345678", "13800000000", "张三");
        for (String other : List.of("clerk1", "tech1", "supervisor", "director", "admin")) {
            assertThat(get("/messages", other).body()).as(other).doesNotContain(earlier.number(), later.number());
        }
        assertThat(get("/messages?recipient=clerklead&person=clerklead", "clerk1")
                        .body())
                .doesNotContain(later.number());
    }

    @Test
    void aButtonMarksWhatWasShownAsRead() throws Exception {
        RepairCase shown = missed("3 栋 502");
        String last = last(get("/messages", "clerklead").body());
        RepairCase afterwards = missed("4 栋 101");

        HttpResponse<String> answer = post("clerklead", last, "Sec-Fetch-Site", "same-origin");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/messages");
        assertThat(message("clerklead", shown).readAt()).isEqualTo(office.now());
        assertThat(message("clerklead", afterwards).read()).isFalse();
        assertThat(get("/messages", "clerklead").body()).contains("未读 <b>1</b> 条");

        post("clerklead", last(get("/messages", "clerklead").body()), "Origin", "http://localhost:" + port);
        assertThat(message("clerklead", afterwards).read()).isTrue();
        assertThat(get("/messages", "clerklead").body())
                .contains("未读 <b>0</b> 条")
                .doesNotContain("全部标为已读");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:1",
        "Origin, '::'",
        "X-Nothing, -"
    })
    void aFormFromElsewhereChangesNothing(String header, String value) throws Exception {
        RepairCase repair = missed("3 栋 502");
        String last = last(get("/messages", "clerklead").body());

        assertThat(post("clerklead", last, header, value).statusCode()).isEqualTo(403);
        assertThat(get("/messages/read?last=" + last, "clerklead").statusCode()).isEqualTo(405);
        assertThat(message("clerklead", repair).read()).isFalse();
    }

    @Test
    void nobodyMarksTheMessagesOfOthers() throws Exception {
        RepairCase repair = missed("3 栋 502");
        post("director", last(get("/messages", "clerklead").body()), "Sec-Fetch-Site", "same-origin");
        assertThat(message("clerklead", repair).read()).isFalse();
    }

    private RepairCase missed(String place) {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place));
        cases.add(repair);
        office.timePasses(Duration.ofMinutes(3));
        return repair.dueTimersFire();
    }

    private Message message(String person, RepairCase repair) {
        List<Message> found = messages.of(person).stream()
                .filter(one -> repair.number().equals(one.slipNumber()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String last(String page) {
        Matcher matcher = LAST.matcher(page);
        assertThat(matcher.find()).as("the form to mark as read").isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String path, String user) throws IOException, InterruptedException {
        return new PageClient(port).get(path, user);
    }

    private HttpResponse<String> post(String user, String last, String header, String value)
            throws IOException, InterruptedException {
        return new PageClient(port).post("/messages/read", user, "last=" + last, header, value);
    }
}
