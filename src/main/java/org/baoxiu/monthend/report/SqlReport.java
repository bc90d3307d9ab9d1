package org.baoxiu.monthend.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.shared.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * A report whose lines are those of one query.
 *
 * @param sql   begins after the facts of the month, which every query has; selects the columns in their order, a rate as its part and its whole; ends with its order
 * @param value what the query compares with, besides what belongs to the month; or null
 */
record SqlReport(
        String code,
        String title,
        String definition,
        List<Column> columns,
        String sql,
        @Nullable String value,
        Optional<Chart> chart,
        Optional<Dimension> dimension,
        boolean summed,
        MonthFacts facts,
        NamedParameterJdbcTemplate database,
        Names names)
        implements Report {

    SqlReport with(Chart chart) {
        return new SqlReport(
                code,
                title,
                definition,
                columns,
                sql,
                value,
                Optional.of(chart),
                dimension,
                summed,
                facts,
                database,
                names);
    }

    SqlReport by(Dimension dimension) {
        return new SqlReport(
                code,
                title,
                definition,
                columns,
                sql,
                value,
                chart,
                Optional.of(dimension),
                summed,
                facts,
                database,
                names);
    }

    SqlReport about(String value) {
        return new SqlReport(
                code, title, definition, columns, sql, value, chart, dimension, summed, facts, database, names);
    }

    SqlReport adding() {
        return new SqlReport(
                code, title, definition, columns, sql, value, chart, dimension, true, facts, database, names);
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return columns;
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        parameters.put("value", value);
        Colleagues colleagues = new Colleagues(names);
        database.query(scope.in(facts.with(scope) + sql) + "\n limit :limit", parameters, row -> {
            line.accept(read(row, colleagues));
        });
    }

    private List<Object> read(ResultSet row, Colleagues colleagues) throws SQLException {
        List<Object> cells = new ArrayList<>(columns.size());
        int next = 1;
        for (Column column : columns) {
            cells.add(column.type().read(row, next, colleagues));
            next += column.type().width();
        }
        if (dimension.isPresent()) {
            cells.set(0, new Key(row.getString(1), (String) cells.get(0)));
        }
        return cells;
    }
}
