package org.baoxiu.monthend.report;

import java.util.List;
import java.util.Optional;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScopes;
import org.baoxiu.shared.Names;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes reports of queries: what all of them need to be answered. */
@Component
class Queries {

    /** Lines that the database hands over at a time: a list of all slips never stands in memory as a whole. */
    private static final int FETCHED = 1_000;

    private final MonthFacts facts;
    private final MonthScopes months;
    private final NamedParameterJdbcTemplate database;
    private final Names names;

    Queries(MonthFacts facts, MonthScopes months, JdbcTemplate plain, Names names) {
        JdbcTemplate streaming = new JdbcTemplate(plain.getDataSource());
        streaming.setFetchSize(FETCHED);
        this.database = new NamedParameterJdbcTemplate(streaming);
        this.facts = facts;
        this.months = months;
        this.names = names;
    }

    SqlReport report(String code, String title, String definition, List<Column> columns, String sql) {
        return new SqlReport(
                code,
                title,
                definition,
                columns,
                sql,
                null,
                Optional.empty(),
                Optional.empty(),
                false,
                facts,
                database,
                names);
    }

    SqlReport report(String code, String title, String definition, List<Column> columns, String sql, Chart chart) {
        return report(code, title, definition, columns, sql).with(chart);
    }

    Overview overview() {
        return new Overview(facts, database, months);
    }

    Year year() {
        return new Year(overview());
    }

    Trend trend() {
        return new Trend(facts, database, names);
    }

    Durations durations(String code, Dimension by) {
        return new Durations(
                code,
                "用时（" + by.heading() + "）",
                by.definition(),
                Column.of(by.heading(), by.type()),
                by.expression(),
                facts,
                database,
                names);
    }

    ReceiptTimes receiptTimes() {
        return new ReceiptTimes(facts, database);
    }
}
