package org.baoxiu.search;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** The years by which slips are found one after the other, for those that {@link V40__SlipText} wrote in a former release. */
@Component
class V76__YearsOfSlipText extends BaseJavaMigration {

    private static final String YEAR =
            "%d + case when ended then cast(extract(year from opened_at) as int) else 0 end".formatted(Grams.year(0));

    private static final String WITHOUT = " where not grams @> array[" + YEAR + "]";

    /** Without the index it is faster, and the index is denser afterwards. */
    private static final List<String> STEPS = List.of(
            "drop index slip_text_grams",
            "update slip_text set grams = grams || (" + YEAR + ")" + WITHOUT,
            "create index slip_text_grams on slip_text using gin (grams) with (fastupdate = off)");

    @Override
    public void migrate(Context context) {
        JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        if (new SlipTextTable(database).hasGrams()
                && !database.queryForList("select 1 from slip_text" + WITHOUT + " fetch first row only")
                        .isEmpty()) {
            STEPS.forEach(database::execute);
        }
    }
}
