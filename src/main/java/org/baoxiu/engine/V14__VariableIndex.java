package org.baoxiu.engine;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Every step reads the variables of its case: those of an execution that belong to no task. H2 takes both conditions for
 * equally good until it has counted, and may look through the variables of all cases; this index leaves it no choice.
 * PostgreSQL has no need of it.
 */
@Component
class V14__VariableIndex extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(
                        "create index BAOXIU_IDX_VARIABLE_EXECUTION on ACT_RU_VARIABLE(EXECUTION_ID_, TASK_ID_)");
            }
        }
    }
}
