package org.baoxiu.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between two versions of a decision table: rows, columns, cells, by the words that the Modeler shows. */
final class TableDifference {

    private static final String EMPTY = "（空）";

    private final String table;
    private final List<Difference> found = new ArrayList<>();

    private TableDifference(String table) {
        this.table = "“" + table + "”";
    }

    static List<Difference> between(TableModel was, TableModel is) {
        TableDifference difference = new TableDifference(is.name());
        difference.compare(was, is);
        return difference.found;
    }

    private void compare(TableModel was, TableModel is) {
        changed("的名称", was.name(), is.name());
        changed("的命中策略", was.hitPolicy().name(), is.hitPolicy().name());
        columns(was, is);
        rows(was, is);
    }

    private void changed(String place, String was, String is) {
        if (!was.equals(is)) {
            found.add(Difference.changed(table + place, shown(was), shown(is)));
        }
    }

    private static String shown(String text) {
        return text.isBlank() ? EMPTY : text;
    }

    /** The columns of a row, by what the program knows them by. */
    private record Column(String label, String type, List<String> allowed) {

        private String words() {
            return "类型 " + type + (allowed.isEmpty() ? "" : "，可填 " + String.join("、", allowed));
        }
    }

    private static Map<String, Column> columns(TableModel table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        table.inputs()
                .forEach(input -> columns.put(
                        "条件 " + input.expression(),
                        new Column(
                                input.label().isEmpty() ? input.expression() : input.label(),
                                String.valueOf(input.type()),
                                input.allowed())));
        table.outputs()
                .forEach(output -> columns.put(
                        "结果 " + output.name(),
                        new Column(output.label(), String.valueOf(output.type()), output.allowed())));
        return columns;
    }

    private void columns(TableModel was, TableModel is) {
        new Parts<>(columns(was), columns(is)).tell(new Parts.Told<>() {
            @Override
            public void added(Column column) {
                found.add(Difference.added(table + "的列", "“" + column.label() + "”，" + column.words()));
            }

            @Override
            public void removed(Column column) {
                found.add(Difference.removed(table + "的列", "“" + column.label() + "”"));
            }

            @Override
            public void moved(Column former, Column column) {
                found.add(Difference.moved(table + "的列“" + column.label() + "”", "原来的位置", "换了位置"));
            }

            @Override
            public void kept(Column former, Column column) {
                changed("的列名", former.label(), column.label());
                changed("的列“" + column.label() + "”", former.words(), column.words());
            }
        });
    }

    private static Map<String, TableModel.Row> rows(TableModel table) {
        Map<String, TableModel.Row> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(row.id().isEmpty() ? String.join("\n", row.inputs()) : row.id(), row));
        return rows;
    }

    private void rows(TableModel was, TableModel is) {
        new Parts<>(rows(was), rows(is)).tell(new Parts.Told<>() {
            @Override
            public void added(TableModel.Row row) {
                found.add(Difference.added(table + row.place(), all(is, row)));
            }

            @Override
            public void removed(TableModel.Row row) {
                found.add(Difference.removed(table + "原来的" + row.place(), all(was, row)));
            }

            @Override
            public void moved(TableModel.Row former, TableModel.Row row) {
                found.add(Difference.moved(
                        table + row.place(), "第 " + former.number() + " 行", "第 " + row.number() + " 行"));
            }

            @Override
            public void kept(TableModel.Row former, TableModel.Row row) {
                cells(was, former, is, row);
            }
        });
    }

    private void cells(TableModel was, TableModel.Row former, TableModel is, TableModel.Row row) {
        Map<String, String> before = cells(was, former);
        Map<String, Column> columns = columns(is);
        cells(is, row).forEach((column, cell) -> {
            if (before.containsKey(column) && columns.containsKey(column)) {
                changed(
                        row.place() + "的“"
                                + Objects.requireNonNull(columns.get(column)).label() + "”",
                        Objects.requireNonNull(before.get(column)),
                        cell);
            }
        });
        changed(row.place() + "的注释", former.note(), row.note());
    }

    private static Map<String, String> cells(TableModel table, TableModel.Row row) {
        List<String> texts = new ArrayList<>(row.inputs());
        texts.addAll(row.outputs());
        Map<String, String> cells = new LinkedHashMap<>();
        int at = 0;
        for (String column : columns(table).keySet()) {
            if (at < texts.size()) {
                cells.put(column, texts.get(at++));
            }
        }
        return cells;
    }

    /** A row in one line: what is asked, and the answer. */
    private static String all(TableModel table, TableModel.Row row) {
        List<String> words = new ArrayList<>();
        Map<String, Column> columns = columns(table);
        cells(table, row).forEach((column, cell) -> {
            if (!cell.isBlank() && !cell.equals("-")) {
                words.add(Objects.requireNonNull(columns.get(column)).label() + " " + cell);
            }
        });
        return String.join("，", words);
    }
}
