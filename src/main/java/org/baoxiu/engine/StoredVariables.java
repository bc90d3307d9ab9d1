package org.baoxiu.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The variables of a case as they were before the present step: the engine itself only tells them together with what has been
 * submitted, and writes at the end of the step.
 */
@Component
public class StoredVariables {

    private final JdbcClient database;

    StoredVariables(JdbcClient database) {
        this.database = database;
    }

    /** @return those that are texts, numbers, dates, yes or no, or nothing */
    public Map<String, Object> of(String processInstance) {
        Map<String, Object> values = new HashMap<>();
        database.sql(
                        """
            select NAME_, TYPE_, TEXT_, LONG_, DOUBLE_ from ACT_RU_VARIABLE where EXECUTION_ID_ = ? and TASK_ID_ is null
            and TYPE_ in ('string', 'integer', 'long', 'double', 'boolean', 'date', 'null')""")
                .param(processInstance)
                .query(row -> {
                    values.put(row.getString("NAME_"), value(row));
                });
        return values;
    }

    private static @Nullable Object value(ResultSet row) throws SQLException {
        return switch (row.getString("TYPE_")) {
            case "string" -> row.getString("TEXT_");
            case "integer" -> row.getInt("LONG_");
            case "long" -> row.getLong("LONG_");
            case "double" -> row.getDouble("DOUBLE_");
            case "boolean" -> row.getLong("LONG_") == 1;
            case "date" -> new Date(row.getLong("LONG_"));
            default -> null;
        };
    }
}
