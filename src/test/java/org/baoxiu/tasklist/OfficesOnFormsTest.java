package org.baoxiu.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("表单上的管理处来自登记册")
class OfficesOnFormsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private FilterService filters;

    @Autowired
    private OfficeRegister register;

    @Autowired
    private JdbcClient database;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"repairRequest", "dutyRoster"})
    @Tag("S1")
    void aStartFormOffersTheOfficesOfTheRegister(String process) throws Exception {
        JsonNode office = office(startForm(process));
        assertThat(office.path("values").findValuesAsText("value")).startsWith("一号管理处", "二号管理处");
        assertThat(office.path("defaultValue").asText()).isEqualTo("一号管理处");
        assertThat(office.has("valuesKey")).isFalse();
    }

    @Test
    void anOfficeThatIsAddedIsOfferedAtOnceAndHasItsListInTasklist() throws Exception {
        try {
            register.add(Office.named("三号管理处"));

            assertThat(office(startForm("repairRequest")).path("values").findValuesAsText("value"))
                    .contains("三号管理处");
            assertThat(filters.createFilterQuery().filterName("三号管理处").count()).isEqualTo(1);
        } finally {
            database.sql("delete from office where name = '三号管理处'").update();
            filters.createFilterQuery()
                    .filterName("三号管理处")
                    .list()
                    .forEach(filter -> filters.deleteFilter(filter.getId()));
        }
    }

    @Test
    void anEmptyRegisterKeepsNobodyFromReporting() throws Exception {
        JsonNode form = json.readTree(Path.of("forms/report-repair.form").toFile());

        OfficesOnForms.offer(form, List.of());

        JsonNode office = office(form);
        assertThat(office.path("type").asText()).isEqualTo("textfield");
        assertThat(office.path("description").asText()).contains("还没有登记管理处", "请写全称");
        assertThat(office.path("validate").path("required").asBoolean()).isTrue();
        assertThat(office.has("values")).isFalse();
    }

    /** What is there of the release before offers what the register has, too. */
    @Test
    void theFormOfTheFormerReleaseDoesLikewise() throws Exception {
        JsonNode form = json.readTree(Path.of("src/test/resources/releases/v0.1.0/models/forms/report-repair.form")
                .toFile());

        OfficesOnForms.offer(form, List.of("翠湖管理处"));

        assertThat(office(form).path("values").findValuesAsText("value")).containsExactly("翠湖管理处");
        assertThat(office(form).path("defaultValue").asText()).isEqualTo("翠湖管理处");
    }

    private static JsonNode office(JsonNode form) {
        return form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("office"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode startForm(String process) throws Exception {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/engine-rest/process-definition/" + definition + "/deployed-start-form"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("clerklead:baoxiu".getBytes()))
                .build();
        return json.readTree(Http.CLIENT.send(request, BodyHandlers.ofString()).body());
    }
}
