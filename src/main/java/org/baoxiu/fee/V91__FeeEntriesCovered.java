package org.baoxiu.fee;

import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** What each slip owes is added up without the table. */
@Component
class V91__FeeEntriesCovered extends BaseJavaMigration {

    /** H2 knows no index that carries other columns. */
    @Override
    public void migrate(Context context) throws Exception {
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("drop index fee_entry_slip");
                statement.execute("create index fee_entry_slip on fee_entry (slip_number, id) include (kind, amount)");
            }
        }
    }
}
