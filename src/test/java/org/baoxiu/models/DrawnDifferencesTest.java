package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Differences of a diagram on the page of a draft and on that of the change which it becomes: the list, the drawing, and the links between. */
@ProcedureTest
@DisplayName("网页上画出来的差别")
class DrawnDifferencesTest {

    private static final String OWNER = "processowner";
    private static final Map<String, String> STEP = Map.of(
            "repair-request.bpmn",
            FreePartsTest.spotChecked(FreePartsTest.CLAUSE),
            "spot-check.form",
            FreePartsTest.check(FreePartsTest.RESULT));
    private static final Set<String> TOLD = Set.of("Task_SpotCheck", "Flow_SpotChecked", "Flow_WorkDone");

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient database;

    private TestDeployments deployments;

    @BeforeEach
    void whatIsThere() {
        deployments = new TestDeployments(repository);
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
    }

    @Test
    @DisplayName("the draft and the change draw the same, and list and drawing lead to each other")
    void draftAndChange() throws Exception {
        OwnersPages pages = new OwnersPages(port, OWNER);
        String draft = pages.uploads(STEP);
        JsonNode ofDraft = drawnAndListed(draft);

        String change = OwnersPages.follows(pages.post(draft + "/live", "reason=主管抽查&seen=" + pages.seen(draft)));

        assertThat(drawnAndListed(change)).isEqualTo(ofDraft);
        assertThat(get(draft + "/drawing?process=repairRequest", OWNER).statusCode())
                .as("it is in force")
                .isEqualTo(404);
    }

    private JsonNode drawnAndListed(String path) throws Exception {
        HttpResponse<String> answer = get(path + "/drawing?process=repairRequest", OWNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode drawings = new ObjectMapper().readTree(answer.body());
        assertThat(drawings.findValuesAsText("kind")).contains("ADDED", "CHANGED", "INSIDE");

        String page = get(path, OWNER).body();
        assertThat(page)
                .contains("data-drawing=\"" + path + "/drawing?process=repairRequest\"", "data-key=\"repairRequest\"");
        assertThat(found(page, "href=\"#at-repairRequest-([^\"]+)\"")).isEqualTo(TOLD);
        assertThat(found(page, "<tr id=\"row-repairRequest-([^\"]+)\"")).isEqualTo(TOLD);
        Set<String> marked = new TreeSet<>();
        drawings.forEach(drawing -> drawing.path("marks").forEach(mark -> {
            if (!mark.path("kind").asText().equals("INSIDE")) {
                marked.add(mark.path("element").asText());
            }
        }));
        assertThat(marked).isEqualTo(TOLD);
        return drawings;
    }

    private static Set<String> found(String page, String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    @DisplayName("nobody else sees it, and of what is not there there is no drawing")
    void rights() throws Exception {
        OwnersPages pages = new OwnersPages(port, OWNER);
        String draft = pages.uploads(STEP);

        for (String person : List.of("clerk1", "tech1", "supervisor", "director")) {
            assertThat(get(draft + "/drawing?process=repairRequest", person).statusCode())
                    .isEqualTo(403);
        }
        for (String nothing : List.of(
                draft + "/drawing?process=monthEnd",
                draft + "/drawing?process=nowhere",
                "/models/drafts/999999999/drawing?process=repairRequest",
                "/models/changes/999999999/drawing?process=repairRequest",
                pages.uploads(Map.of("repair-request.bpmn", "<broken")) + "/drawing?process=repairRequest")) {
            assertThat(get(nothing, OWNER).statusCode()).as(nothing).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return new PageClient(port).get(path, person);
    }
}
