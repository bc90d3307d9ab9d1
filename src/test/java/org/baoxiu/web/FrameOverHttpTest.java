package org.baoxiu.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.baoxiu.shared.Names;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("办公页面的框架")
class FrameOverHttpTest {

    private static final Pattern LINK = Pattern.compile("<li><a href=\"([^\"]+)\"([^>]*)>([^<]+)</a></li>");
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");

    /** A page that is not here says in a test of its own who may open it. */
    private static final String KNOWN = "任务列表 服务台 消息 今日 维修单 公共故障 看板 消息投递 月报 时限热图 房屋与业主 空白维修单 接口应用 规则与流程 开办 运行监控 系统管理";

    @LocalServerPort
    private int port;

    @Autowired
    private Names names;

    @Autowired
    private ListableBeanFactory pages;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clerk1       | 任务列表 服务台 消息 维修单 公共故障 看板 消息投递 月报 房屋与业主 空白维修单",
                "clerklead    | 任务列表 服务台 消息 今日 维修单 公共故障 看板 消息投递 月报 时限热图 房屋与业主 空白维修单",
                "tech1        | 任务列表 消息 维修单 看板",
                "supervisor   | 任务列表 消息 今日 维修单 公共故障 看板 月报 时限热图",
                "director     | 任务列表 消息 今日 维修单 看板 月报 时限热图 运行监控",
                "dutydirector | 任务列表 消息 今日 维修单 看板 时限热图 运行监控",
                "affairs      | 任务列表 消息 维修单 月报",
                "processowner | 任务列表 消息 规则与流程",
                "admin        | " + KNOWN
            })
    void offersWhatThePersonMayOpen(String person, String titles) {
        assertThat(links(Phone.of(port, person).opens("/messages").body()).stream()
                        .map(link -> link.group(3))
                        .filter(List.of(KNOWN.split(" "))::contains))
                .containsExactly(titles.split(" "));
    }

    /** Also of pages that have come since. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk1",
                "clerklead",
                "tech1",
                "supervisor",
                "director",
                "dutydirector",
                "affairs",
                "processowner",
                "admin"
            })
    void offersNothingElse(String person) {
        Phone browser = Phone.of(port, person);
        List<MatchResult> links = links(browser.opens("/messages").body());

        for (MatchResult link : links) {
            Answer page = browser.opens(link.group(1));
            assertThat(page.status()).as(link.group(3)).isIn(200, 302);
            assertThat(page.header("Location")).as(link.group(3)).doesNotContain("/login");
        }
        Set<String> offered = links.stream().map(link -> link.group(1)).collect(toSet());
        pages.getBeansWithAnnotation(StaffPage.class).keySet().stream()
                .map(name -> pages.findAnnotationOnBean(name, StaffPage.class))
                .filter(page -> !page.title().isEmpty() && !offered.contains(page.path()))
                .forEach(page -> assertThat(browser.opens(page.path()).status())
                        .as(page.title())
                        .isEqualTo(403));
    }

    @Test
    void saysWhereOneIsAndWhoOneIs() throws Exception {
        for (MatchResult place : links(get("/messages", "clerk1").body())) {
            if (place.group(1).startsWith("/camunda") || place.group(1).equals("/board")) {
                continue;
            }
            String page = get(place.group(1), "clerk1").body();
            assertThat(links(page).stream()
                            .filter(link -> link.group(2).contains("aria-current=\"page\""))
                            .map(link -> link.group(3)))
                    .containsExactly(place.group(3));
            assertThat(page).contains("<span>" + names.of("clerk1") + "</span> <button>退出</button>");
        }
    }

    @Test
    void looksAlikeOnPaperToo() throws Exception {
        String page = get("/months", "director").body();
        List<String> styles = new ArrayList<>();
        for (MatchResult style : STYLE.matcher(page).results().toList()) {
            HttpResponse<String> sheet = get(style.group(1), null);
            assertThat(sheet.statusCode()).isEqualTo(200);
            styles.add(sheet.body());
        }
        assertThat(styles).hasSize(2);
        assertThat(styles.get(0)).contains("Pico CSS");
        assertThat(styles.get(1)).contains("@media print");
    }

    private static List<MatchResult> links(String page) {
        return LINK.matcher(page).results().toList();
    }

    private HttpResponse<String> get(String path, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person);
    }
}
