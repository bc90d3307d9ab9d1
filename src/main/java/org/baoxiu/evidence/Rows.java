package org.baoxiu.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.baoxiu.evidence.Recorded.Column;
import org.baoxiu.evidence.Recorded.Source;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record as it is. */
final class Rows {

    private final JdbcClient database;

    Rows(JdbcClient database) {
        this.database = database;
    }

    List<Row> of(Recorded kind, Collection<String> keys) {
        return read(kind, kind.source().key(), keys.stream().map(kind::key).toList());
    }

    /** All of some slips or months. */
    List<Row> ofChains(Recorded kind, Collection<String> chains) {
        return read(kind, kind.source().chain(), chains);
    }

    private List<Row> read(Recorded kind, String by, Collection<?> values) {
        Source source = kind.source();
        Map<String, List<Map<String, String>>> parts = parts(kind, by, values);
        String columns = kind.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        List<Row> rows = database.sql("select " + source.key() + " as row_key, " + source.chain() + " as row_chain, "
                        + source.when() + " as row_when" + (columns.isEmpty() ? "" : ", " + columns) + " from "
                        + source.table() + " where " + by + " in (:values)")
                .param("values", values)
                .query((row, index) -> new Row(
                        kind,
                        row.getString("row_key"),
                        row.getString("row_chain"),
                        row.getObject("row_when", LocalDateTime.class),
                        values(kind.columns(), row),
                        parts.getOrDefault(row.getString("row_key"), List.of())))
                .list();
        return kind.onlyPart()
                ? rows.stream().filter(row -> !row.parts().isEmpty()).toList()
                : rows;
    }

    private Map<String, List<Map<String, String>>> parts(Recorded kind, String by, Collection<?> values) {
        Map<String, List<Map<String, String>>> parts = new HashMap<>();
        kind.part().ifPresent(part -> {
            String columns = part.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            database.sql("select " + part.owner() + " as row_owner, " + columns + " from " + part.table() + " where "
                            + part.owner() + " in (select " + kind.source().key() + " from "
                            + kind.source().table() + " where " + by + " in (:values))")
                    .param("values", values)
                    .query(row -> {
                        parts.computeIfAbsent(row.getString("row_owner"), owner -> new ArrayList<>())
                                .add(values(part.columns(), row));
                    });
        });
        return parts;
    }

    private static Map<String, String> values(List<Column> columns, ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (Column column : columns) {
            Object value = row.getObject(column.name());
            if (value != null) {
                values.put(column.name(), Objects.requireNonNull(Canonical.value(value)));
            }
        }
        return values;
    }
}
