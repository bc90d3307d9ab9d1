package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class VariableIndexTest {

    @Test
    @DisplayName("H2 looks for the variables of a case by its execution, not through those of all cases")
    void byExecution() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:variable-index;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .javaMigrations(new EngineSchema(), new V14__VariableIndex())
                .load()
                .migrate();
        JdbcTemplate jdbc = new JdbcTemplate(database);

        assertThat(jdbc.queryForObject(
                        "explain select * from ACT_RU_VARIABLE where EXECUTION_ID_ = '1' and TASK_ID_ is null",
                        String.class))
                .contains("BAOXIU_IDX_VARIABLE_EXECUTION: EXECUTION_ID_");
        jdbc.execute("shutdown");
    }
}
