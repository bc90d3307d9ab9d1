package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lists that people have saved, as their browsers get them. */
@ProcedureTest
@DisplayName("存下的视图")
class SavedListsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate database;

    @AfterEach
    void nothingStays() {
        database.update("delete from saved_list where person in ('dutydirector', 'affairs')");
    }

    @Test
    @DisplayName("filter, order and columns come back under a name, for the person alone")
    void comesBack() throws Exception {
        HttpResponse<String> answer = save(
                "dutydirector",
                "state=WORKING&technician=tech1&sort=received&columns=place&columns=reporter&page=7",
                "我的%20%3Cb%3E");

        String words =
                "slips=open&state=working&technician=tech1&sort=received&columns=number&columns=place&columns=reporter";
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/slips?" + words);
        String page = get("/slips", "dutydirector").body();
        assertThat(page).contains("href=\"/slips?" + words.replace("&", "&amp;") + "\"", ">我的 &lt;b&gt;</a>");
        assertThat(get("/slips", "affairs").body()).doesNotContain("我的 &lt;b&gt;");
        assertThat(get("/slips?" + words, "dutydirector").body()).contains("aria-current=\"true\">我的");
    }

    @Test
    @DisplayName("the last thirty days are those before today, whenever the view is opened")
    void periodMovesOn() throws Exception {
        assertThat(save("affairs", "slips=ended", "一").headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/slips?slips=ended");
        assertThat(save("affairs", "slips=ended&from=2026-01-01&until=2026-01-31", "二")
                        .headers()
                        .firstValue("Location"))
                .get()
                .asString()
                .endsWith("/slips?slips=ended&from=2026-01-01&until=2026-01-31");
    }

    @Test
    @DisplayName("the usual one opens when nothing else is asked for, and only the last that was named so")
    void usual() throws Exception {
        save("dutydirector", "state=working", "一&usual=true");
        save("dutydirector", "state=deferred", "二&usual=true");

        HttpResponse<String> answer = get("/slips", "dutydirector");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/slips?slips=open&state=deferred");
        assertThat(get("/slips?slips=open", "dutydirector").body())
                .contains("二（打开时）")
                .doesNotContain("一（打开时）");
        assertThat(get("/slips", "affairs").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("one of the same name is replaced; removed by its owner, and by nobody else")
    void replacedAndRemoved() throws Exception {
        save("dutydirector", "state=working", "一");
        save("dutydirector", "state=deferred", "一");
        String page = get("/slips", "dutydirector").body();
        Matcher remove =
                Pattern.compile("action=\"(/slips/saved/\\d+/remove)\"").matcher(page);
        assertThat(remove.results().count()).isEqualTo(1);
        assertThat(page).contains("slips=open&amp;state=deferred");
        String path = remove.reset().results().findFirst().orElseThrow().group(1);

        post(path, "affairs", "");
        assertThat(get("/slips", "dutydirector").body()).contains(path);
        post(path, "dutydirector", "");
        assertThat(get("/slips", "dutydirector").body()).doesNotContain(path);
    }

    @Test
    @DisplayName("without a name, with what cannot be read and beyond thirty nothing is saved")
    void refused() throws Exception {
        assertThat(save("affairs", "state=working", "%20%E3%80%80").body()).contains("请给这个视图起个名字");
        assertThat(save("affairs", "state=bogus", "一").body()).contains("步骤");
        assertThat(save("affairs", "technician=" + "x".repeat(1000), "一").body())
                .contains("条件太长");
        for (int i = 0; i < 30; i++) {
            assertThat(save("affairs", "days=3", "视图" + i).statusCode()).isEqualTo(302);
        }
        assertThat(save("affairs", "days=3", "再一个").body()).contains("最多存 30 个视图");
        assertThat(save("affairs", "days=7", "视图3").statusCode()).isEqualTo(302);
        assertThat(database.queryForObject("select count(*) from saved_list where person = 'affairs'", Long.class))
                .isEqualTo(30);
    }

    private HttpResponse<String> save(String person, String words, String name) throws Exception {
        return post("/slips/saved?" + words, person, "name=" + name);
    }

    private HttpResponse<String> post(String path, String person, String form) throws Exception {
        return new PageClient(port).post(path, person, form, "Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return new PageClient(port).get(path, person);
    }
}
