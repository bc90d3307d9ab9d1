package org.baoxiu.office;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * The indexes of {@link RegisterGrams}. They are of what the tables say and not of columns of their own, so that whoever deletes a person
 * has deleted all of them. Of text and not of a collation: a database with C locale finds the same.
 */
@Component
class V74__RegisterGrams extends BaseJavaMigration {

    /** Dear, so that the database looks into the index rather than computes it for a whole table. */
    private static final String GRAMS =
            """
      create function text_grams(t text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
        select coalesce(array_agg(distinct substr(t, i, n)), '{}') from generate_series(1, 3) n, generate_series(1, length(t) - n + 1) i
      $$""";

    @Override
    public void migrate(Context context) throws SQLException {
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute(GRAMS);
                statement.execute(index("place_grams", "place", RegisterGrams.PLACE));
                statement.execute(index("resident_grams", "resident", RegisterGrams.NAME));
                statement.execute(index("resident_telephone_grams", "resident_telephone", RegisterGrams.TELEPHONE));
            }
        }
    }

    private static String index(String name, String table, String of) {
        return "create index %s on %s using gin (text_grams(%s)) with (fastupdate = off)".formatted(name, table, of);
    }
}
