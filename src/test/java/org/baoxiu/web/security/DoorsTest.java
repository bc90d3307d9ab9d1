package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the running application answers at, asked by nobody. */
@ProcedureTest
class DoorsTest {

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** What nobody needs a login for; whatever is not here is refused, or leads to the login. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /",
            "GET /login",
            "GET /tasks/login",
            "GET /tasks/offline",
            "GET /report",
            "GET /report/poster",
            "GET /r/x",
            "GET /r/x/copy",
            "GET /r/x/photos/1",
            "GET /assets/x",
            "GET /owner/x",
            "GET /favicon.ico",
            "GET /api/v1/openapi.yaml",
            "GET /camunda/api/admin/auth/user/default");

    /** Mappings without a door: nobody gets anything there. */
    private static final Set<String> WALLS = Set.of("GET /x", "GET /webjars/x", "GET /error", "GET /nowhere");

    @LocalServerPort
    private int port;

    @Autowired
    private List<RequestMappingHandlerMapping> pages;

    @Autowired
    private List<AbstractUrlHandlerMapping> files;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Test
    void whateverIsNotPublicIsClosed() throws Exception {
        Set<String> doors = new TreeSet<>();
        pages.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(door -> {
            Set<RequestMethod> methods = door.getMethodsCondition().getMethods();
            door.getPatternValues().forEach(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    .forEach(method -> doors.add(method + " " + asked(path))));
        }));
        files.stream()
                .map(AbstractUrlHandlerMapping::getHandlerMap)
                .flatMap(handlers -> handlers.keySet().stream())
                .forEach(path -> doors.add("GET " + asked(path)));
        doors.addAll(Set.of(
                "GET /engine-rest/task",
                "GET /engine-rest/engine",
                "POST /engine-rest/user/create",
                "GET /engine-rest/engine/default/task",
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/app/cockpit/scripts/config.js",
                "GET /camunda/lib/ngDefine.js",
                "GET /camunda/api/engine/engine",
                "GET /camunda/api/engine/engine/default/task",
                "GET /camunda/api/cockpit/plugin/base/static/app/plugin.js",
                "GET /camunda/api/admin/auth/user/default",
                "POST /camunda/api/admin/setup/default/user/create",
                "GET /nowhere",
                "GET /api/v1/openapi.yaml",
                "GET /api/v1/nowhere"));
        assertThat(doors).hasSizeGreaterThan(50);

        Set<String> open = new TreeSet<>();
        for (String door : doors) {
            HttpResponse<String> answer = ask(door);
            if (!refused(answer) && !(WALLS.contains(door) && answer.statusCode() == 404)) {
                open.add(door);
            }
        }
        assertThat(open).isSubsetOf(PUBLIC).contains("GET /login", "GET /report", "GET /api/v1/openapi.yaml");
    }

    /** A variable part is any word. */
    private static String asked(String path) {
        return path.replaceAll("\\{[^/]*?month[^/]*}", "2026-11")
                .replaceAll("\\{id[^/]*}", "1")
                .replaceAll("\\{[^/]*}", "x")
                .replace("/**", "/x")
                .replace("*", "x");
    }

    private HttpResponse<String> ask(String door) throws IOException, InterruptedException {
        String[] parts = door.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                .header("Accept", "text/html")
                .method(parts[0], parts[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(""));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static boolean refused(HttpResponse<String> answer) {
        return REFUSED.contains(answer.statusCode())
                || answer.statusCode() == 302
                        && answer.headers().firstValue("Location").orElse("").contains("/login");
    }

    @Test
    @Tag("found:E10")
    void oneLoginIsGoodForPagesAndWebApplicationsAndEndsForAll() {
        Phone phone = Phone.of(port, "clerk1");
        for (String page : List.of("/tasks", "/board", "/months", "/camunda/app/tasklist/default/")) {
            assertThat(phone.opens(page).status()).as(page).isEqualTo(200);
        }
        phone.opens("/tasks");
        assertThat(phone.sends("/camunda/api/admin/auth/user/default/logout", "", Phone.FROM_HERE)
                        .status())
                .isEqualTo(200);
        for (String page : List.of("/tasks", "/board", "/camunda/app/tasklist/default/")) {
            assertThat(phone.opens(page).header("Location")).as(page).contains("/login");
        }
    }

    @Test
    void aSessionEndsWhenAGroupOrThePersonIsWithdrawn() {
        for (boolean deleted : List.of(true, false)) {
            String person = "leaver" + deleted;
            var user = identity.newUser(person);
            user.setPassword("baoxiu");
            identity.saveUser(user);
            identity.createMembership(person, "maintenance");
            try {
                Phone phone = Phone.of(port, person);
                assertThat(phone.opens("/board").status()).isEqualTo(200);
                if (deleted) {
                    identity.deleteUser(person);
                } else {
                    identity.deleteMembership(person, "maintenance");
                }
                assertThat(phone.opens("/board").header("Location")).contains("/login");
                assertThat(sessionsOf(person)).isZero();
            } finally {
                identity.deleteUser(person);
            }
        }
    }

    private int sessionsOf(String person) {
        return database.sql("select count(*) from spring_session where principal_name = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void programsHaveNoSession() throws Exception {
        Phone phone = Phone.of(port, "clerk1");
        assertThat(phone.opens("/engine-rest/task/count").status())
                .as("with the session of a page")
                .isEqualTo(401);
        int before = sessionsOf("affairs");
        assertThat(HttpOffice.rest(port, "affairs").get("/task/count").status()).isEqualTo(200);
        assertThat(sessionsOf("affairs")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/report"})
    void whoeverOnlyLooksLeavesNothingInTheDatabase(String path) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient.newBuilder()
                .cookieHandler(cookies)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(Stream.of(cookies.getCookieStore().getCookies())
                        .flatMap(Collection::stream)
                        .map(one -> one.getName())
                        .collect(Collectors.toSet()))
                .doesNotContain("BAOXIU-SESSION");
    }
}
