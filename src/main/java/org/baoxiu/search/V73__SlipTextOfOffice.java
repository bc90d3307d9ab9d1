package org.baoxiu.search;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Whose slip it is stands beside what the slip says: whoever sees the slips of some offices only does not look through those of all. A
 * new database has it from {@link V40__SlipText} on.
 */
@Component
class V73__SlipTextOfOffice extends BaseJavaMigration {

    private static final List<String> STEPS = List.of(
            "alter table slip_text add column if not exists office varchar(40)",
            "update slip_text set office = (select s.office from slip s where s.number = slip_number) where office is null",
            "alter table slip_text alter column office set not null",
            "create index if not exists slip_text_of_office on slip_text (office, ended, opened_at desc, slip_number desc)");

    @Override
    public void migrate(Context context) {
        JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        STEPS.forEach(database::execute);
    }
}
