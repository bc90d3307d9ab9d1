package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a started engine has to be like, whatever the machine is set to. */
@ProcedureTest
class EngineStartTest {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CamundaBpmProperties properties;

    @Autowired
    private Clock clock;

    @Autowired
    private DataSource dataSource;

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void itIsChineseTime() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Shanghai");
        assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void theApplicationsClockIsTheEngines() {
        Instant nine = Instant.parse("2026-03-02T01:00:00Z");

        ClockUtil.setCurrentTime(Date.from(nine));

        assertThat(clock.instant()).isEqualTo(nine);
    }

    @Test
    void subTasksAreFoundByIndex() throws SQLException {
        assertThat(indexedColumnsOfTasks()).contains("PARENT_TASK_ID_");
    }

    @Test
    void theEngineRunsAsTunedAndLocked() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
        assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("lean");
        assertThat(configuration.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.isDeploymentLockUsed()).isTrue();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(properties.getJobExecution().getWaitTimeInMillis()).isEqualTo(500);
        assertThat(properties.getJobExecution().getMaxWait()).isEqualTo(1000);
    }

    private List<String> indexedColumnsOfTasks() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            boolean lower = connection.getMetaData().storesLowerCaseIdentifiers();
            try (ResultSet indexes = connection
                    .getMetaData()
                    .getIndexInfo(null, null, lower ? "act_ru_task" : "ACT_RU_TASK", false, true)) {
                while (indexes.next()) {
                    columns.add(String.valueOf(indexes.getString("COLUMN_NAME")).toUpperCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }
}
