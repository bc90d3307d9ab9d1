package org.baoxiu.process.repair.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.Scenarios;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@ExtendWith(Scenarios.Monday.class)
@DisplayName("引擎的历史")
class HistoryOfRepairsTest {

    @Autowired
    private Office office;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcClient database;

    @Test
    @DisplayName("keeps every activity, what the class hung on and its decision, and nothing that the slip tells")
    void lean() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(3));
        assertThat(repair.dueTimersFire().told(CommitmentKind.REGISTRATION)).hasSize(1);
        repair.does("clerk1", Elements.REGISTER_REQUEST, with(registered("PL-01"), "emergency", true));
        String id = repair.task(Elements.PICK_UP_SLIP).getProcessInstanceId();

        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(id)
                        .activityId("Task_DecideEscalation")
                        .finished()
                        .count())
                .isEqualTo(1);
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .processInstanceId(id)
                        .count())
                .as("the engine's own rows")
                .isZero();
        assertThat(database.sql("select decision from decision_taken where slip_number = ? order by id")
                        .param(repair.number())
                        .query(String.class)
                        .list())
                .containsExactly("escalation", "repairCatalogue", "repairClassification");
        assertThat(history.createHistoricDetailQuery()
                        .processInstanceId(id)
                        .variableUpdates()
                        .list())
                .extracting(update -> ((HistoricVariableUpdate) update).getVariableName())
                .contains("classLabel", "emergency", "area")
                .isSubsetOf(new HistoryOfRepairs().variables());
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .list())
                .extracting(HistoricVariableInstance::getName)
                .contains("classLabel", "emergency", "area")
                .isSubsetOf(new HistoryOfRepairs().variables());
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .variableName("classLabel")
                        .singleResult()
                        .getValue())
                .isEqualTo("日常维修");
    }

    @Test
    @DisplayName("keeps why a job has failed, as that of a missed promise which the table has nobody for")
    void failures() throws IOException {
        String table = Files.readString(Path.of("processes", "escalation.dmn"));
        String deployment = office.finds(Map.of(
                "escalation.dmn", table.replaceFirst("(?s)<rule id=\"Rule_RegistrationMissed\">.*?</rule>", "")));
        try {
            RepairCase repair = office.reports("clerk1", leakingTap());
            office.timePasses(Duration.ofMinutes(3));
            assertThatThrownBy(repair::dueTimersFire).hasMessageContaining("升级规则没有说明告知谁");
            assertThat(history.createHistoricJobLogQuery()
                            .processInstanceId(
                                    repair.task(Elements.REGISTER_REQUEST).getProcessInstanceId())
                            .failureLog()
                            .list())
                    .extracting(HistoricJobLog::getJobExceptionMessage)
                    .singleElement()
                    .asString()
                    .contains("升级规则没有说明告知谁");
        } finally {
            office.withdraws(deployment);
        }
    }
}
