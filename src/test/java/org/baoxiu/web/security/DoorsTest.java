package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baoxiu.people.CompanyStaff;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address that the running application answers at, asked by somebody without a login. They have the token of the form to log in,
 * so that what is refused is refused for want of a login.
 */
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
            "POST /report",
            "POST /report/urge",
            "POST /report/concerned",
            "GET /r/x",
            "POST /r/x/x",
            "POST /r/x/remark",
            "POST /r/x/again",
            "GET /my",
            "POST /my/code",
            "POST /my/login",
            "POST /my/logout",
            "POST /my/slips/x",
            "GET /r/x/copy",
            "GET /r/x/photos/1",
            "GET /assets/x",
            "GET /owner/x",
            "GET /favicon.ico",
            "GET /api/v1/openapi.yaml",
            // who is logged in, and the end of that
            "GET /camunda/api/admin/auth/user/x",
            "POST /camunda/api/admin/auth/user/x/logout");

    /** Mappings without a door: nobody gets anything there. */
    private static final Set<String> WALLS = Set.of("GET /x", "GET /webjars/x", "GET /error", "GET /nowhere");

    @LocalServerPort
    private int port;

    @Autowired
    private List<RequestMappingHandlerMapping> pages;

    @Autowired
    private List<AbstractUrlHandlerMapping> files;

    @Autowired
    private ServletContext server;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ResourceConfig engineRest;

    @Test
    void whateverIsNotPublicIsClosed() {
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
        Stream.of(RestResources.of(server), RestResources.below("/engine-rest", engineRest))
                .flatMap(Set::stream)
                .forEach(door -> doors.add(asked(door)));
        doors.addAll(Set.of(
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/app/cockpit/scripts/config.js",
                "GET /camunda/lib/ngDefine.js",
                "GET /camunda/api/cockpit/plugin/base/static/app/plugin.js",
                "GET /nowhere",
                "GET /api/v1/openapi.yaml",
                "GET /api/v1/nowhere"));
        for (String known : List.of(
                "GET /months/2026-11",
                "GET /engine-rest/task/1/form",
                "POST /engine-rest/engine/x/user/create",
                "POST /camunda/api/engine/engine/x/task/1/claim",
                "GET /camunda/api/cockpit/plugin/base/x/process-instance/1/called-process-instances",
                "GET /camunda/api/admin/auth/user/x",
                "POST /camunda/api/admin/setup/x/user/create")) {
            assertThat(doors).contains(known);
        }

        Phone nobody = new Phone(port);
        nobody.opens("/login");
        Set<String> open = new TreeSet<>();
        for (String door : doors) {
            String[] parts = door.split(" ");
            Answer answer = nobody.requests(parts[0], parts[1]);
            if (!refused(answer) && !(WALLS.contains(door) && answer.status() == 404)) {
                open.add(door);
            }
        }
        assertThat(open).isSubsetOf(PUBLIC).contains("GET /login", "GET /report", "GET /api/v1/openapi.yaml");
    }

    /** That needs settings, which {@code CompanyLoginTest} has. */
    @Test
    void withoutSettingsNothingOfTheLoginOfACompanyIsThere() {
        Phone nobody = new Phone(port);
        assertThat(nobody.opens("/oauth2/authorization/company").status()).isEqualTo(404);
        assertThat(nobody.opens("/login/oauth2/code/company?code=x&state=y").status())
                .isEqualTo(404);
        assertThat(nobody.opens("/login").body()).contains("name=\"password\"").doesNotContain("class=\"company\"");
        for (Class<?> kind : List.of(ClientRegistrationRepository.class, CompanyLogin.class, CompanyStaff.class)) {
            assertThat(application.getBeanNamesForType(kind)).as(kind.getName()).isEmpty();
        }
        assertThat(application.getBean(FilterChainProxy.class).getFilterChains())
                .flatMap(SecurityFilterChain::getFilters)
                .noneMatch(filter -> filter.getClass().getName().contains(".oauth2."));
    }

    /** A variable part is any word. */
    private static String asked(String path) {
        return path.replaceAll("\\{[^/]*?month[^/]*}", "2026-11")
                .replaceAll("\\{id[^/]*}", "1")
                .replaceAll("\\{[^/]*}", "x")
                .replace("/**", "/x")
                .replace("*", "x");
    }

    private static boolean refused(Answer answer) {
        return REFUSED.contains(answer.status())
                || answer.status() == 302 && answer.header("Location").contains("/login");
    }
}
