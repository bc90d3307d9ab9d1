package org.baoxiu.lists;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** What open slips owe, in the order of the slips and without the table: a list of 20,000 counts and sorts it with every page. */
@Component
class V56__OwedPromises extends BaseJavaMigration {

    /** H2 knows no index of some rows, and there are few open slips where it is used. */
    @Override
    public void migrate(Context context) throws Exception {
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(
                        "create index commitment_owed on commitment (slip_number)"
                                + " include (due_at, kind, missed_at, warning_seconds, limit_seconds, id) where ended_at is null");
            }
        }
    }
}
