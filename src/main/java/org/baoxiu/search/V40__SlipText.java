package org.baoxiu.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.slip.SlipState;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** What slips say, so that they are found by it: also those of former releases. */
@Component
class V40__SlipText extends BaseJavaMigration {

    private static final int AT_ONCE = 1_000;

    private static final String SLIPS =
            """
      select number, state, opened_at, office, place, fault, reporter_name, reporter_phone,
             coalesce(chosen_item, item_code) as item, item_name
        from slip
       where number > ?
       order by number
       fetch first ? rows only""";

    @Override
    public void migrate(Context context) {
        JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        SlipTextTable table = new SlipTextTable(database);
        table.create();
        fill(database, table);
        table.index();
    }

    static void fill(JdbcTemplate database, SlipTextTable table) {
        List<SlipText> some = slips(database, "");
        while (!some.isEmpty()) {
            table.add(some);
            some = slips(database, some.get(some.size() - 1).number());
        }
    }

    private static List<SlipText> slips(JdbcTemplate database, String after) {
        return database.query(SLIPS, (row, index) -> SlipText.of(facts(row)), after, AT_ONCE);
    }

    private static SlipText.Facts facts(ResultSet row) throws SQLException {
        return new SlipText.Facts(
                row.getString("number"),
                SlipState.valueOf(row.getString("state")),
                LocalTimes.instant(row, "opened_at"),
                row.getString("office"),
                row.getString("place"),
                row.getString("fault"),
                row.getString("reporter_name"),
                row.getString("reporter_phone"),
                Optional.ofNullable(row.getString("item")),
                Optional.ofNullable(row.getString("item_name")));
    }
}
