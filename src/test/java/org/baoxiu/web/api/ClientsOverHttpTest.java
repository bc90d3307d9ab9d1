package org.baoxiu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page where keys for the intake API are given and taken away. */
@ProcedureTest
@DisplayName("接口应用")
class ClientsOverHttpTest {

    private static final Pattern KEY = Pattern.compile("bxk_[A-Za-z0-9_-]{43}");

    @LocalServerPort
    private int port;

    private final String id = "page" + ThreadLocalRandom.current().nextInt(100_000_000);
    private PageClient browser;

    @BeforeEach
    void aBrowser() {
        browser = new PageClient(port);
    }

    @Test
    @DisplayName("a key is shown once; a new one takes its place, and none is left after the end")
    void keys() throws Exception {
        String key = key(posts("", form(id)));
        assertThat(opensSomething(key)).isEqualTo(404);
        String page = browser.get("/clients", "admin").body();
        assertThat(page).contains(id, "业主 &lt;之家&gt;", "一号管理处、二号管理处").doesNotContainPattern(KEY);

        String fresh = key(posts("/" + id + "/key", ""));
        assertThat(opensSomething(key)).isEqualTo(401);
        assertThat(opensSomething(fresh)).isEqualTo(404);
        assertThat(posts("/" + id + "/end", "").statusCode()).isEqualTo(302);
        assertThat(opensSomething(fresh)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"clerk1, 403", "clerklead, 403", "director, 403", ", 401"})
    @DisplayName("nobody but an administrator gets a key")
    void administratorsOnly(String person, int status) throws Exception {
        assertThat(browser.get("/clients", person).statusCode()).isEqualTo(status);
        assertThat(browser.post("/clients", person, form(id), "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(status);
        assertThat(browser.get("/clients", "admin").body()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    @DisplayName("a form of another site gives no key")
    void formsFromElsewhere(String site) throws Exception {
        assertThat(browser.post("/clients", "admin", form(id), "Sec-Fetch-Site", site)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/clients", "admin").body()).doesNotContain(id);
    }

    @Test
    @DisplayName("what is wrong is said, and what was filled in stays")
    void refused() throws Exception {
        for (String wrong : new String[] {
            form("A-1"),
            form(id).replace("name=", "name=&x="),
            form(id).replace("offices=", "offices=&x="),
            form(id).replace("%E4%BA%8C", "%E4%B9%9D")
        }) {
            HttpResponse<String> answer = posts("", wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .containsAnyOf("“编号”用", "请填写“名称”", "请填写“管理处”", "没有“九号管理处”")
                    .doesNotContainPattern(KEY);
        }
        posts("", form(id));
        assertThat(posts("", form(id)).body())
                .contains("已经有了", "value=\"" + id + "\"")
                .doesNotContainPattern(KEY);
        assertThat(posts("/nobody/key", "").body()).contains("没有编号为“nobody”的应用");
    }

    private HttpResponse<String> posts(String path, String form) throws Exception {
        return browser.post("/clients" + path, "admin", form, "Sec-Fetch-Site", "same-origin");
    }

    private static String form(String id) {
        return "id=" + id
                + "&name=%E4%B8%9A%E4%B8%BB+%3C%E4%B9%8B%E5%AE%B6%3E&offices=%E4%B8%80%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84"
                + "%0D%0A%0D%0A%E4%BA%8C%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84";
    }

    private static String key(HttpResponse<String> page) {
        Matcher key = KEY.matcher(page.body());
        assertThat(key.find()).as(page.body()).isTrue();
        return key.group();
    }

    /** The status of the answer to a client that asks for a slip that does not exist. */
    private int opensSomething(String key) throws Exception {
        return Http.CLIENT
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/repairs/WX1"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
