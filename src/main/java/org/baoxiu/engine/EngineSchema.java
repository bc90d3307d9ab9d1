package org.baoxiu.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables from the scripts in the engine's own jar, under Flyway's lock: two nodes that start on one
 * empty database would otherwise race, and one of them die. Version 1; everything of our own follows as SQL files.
 */
@Component
class EngineSchema implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";

    private static final List<String> COMPONENTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    /** Every completion looks up sub-tasks; without the index the rate falls to a third at 50,000 open cases. */
    private static final String SUBTASK_INDEX = "create index BAOXIU_IDX_TASK_PARENT on ACT_RU_TASK(PARENT_TASK_ID_)";

    /** The job executor and {@link TimerAlarm} ask for the earliest due job several times a second. */
    private static final String DUE_INDEX = "create index BAOXIU_IDX_JOB_DUE on ACT_RU_JOB(DUEDATE_)";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String database = database(connection);
        for (String component : COMPONENTS) {
            run(connection, new ClassPathResource(SCRIPT.formatted(database, component)));
        }
        run(connection, new ByteArrayResource(SUBTASK_INDEX.getBytes()));
        run(connection, new ByteArrayResource(DUE_INDEX.getBytes()));
    }

    private static String database(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgres";
            default -> throw new IllegalStateException("Baoxiu runs on H2 and PostgreSQL, not on " + product);
        };
    }

    private static void run(Connection connection, Resource script) {
        ScriptUtils.executeSqlScript(connection, script);
    }
}
