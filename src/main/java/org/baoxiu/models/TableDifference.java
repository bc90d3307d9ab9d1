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
    private final Texts was;
    private final Texts is;
    private final List<Difference> found = new ArrayList<>();
    /** Cells that mean the same and are written otherwise, such as words in the place of codes. */
    private int rewritten;

    /** What a table means, and how it is written. */
    private record Texts(TableModel read, TableModel written) {

        Texts(TableModel read) {
            this(read, read.asWritten());
        }

        TableModel.Row written(TableModel.Row row) {
            return written.rows().get(row.number() - 1);
        }
    }

    private TableDifference(TableModel was, TableModel is) {
        this.table = "“" + is.name() + "”";
        this.was = new Texts(was);
        this.is = new Texts(is);
    }

    static List<Difference> between(TableModel was, TableModel is) {
        TableDifference difference = new TableDifference(was, is);
        difference.compare();
        return difference.found;
    }

    private void compare() {
        changed("的名称", was.read().name(), is.read().name());
        changed("的命中策略", was.read().hitPolicy().name(), is.read().hitPolicy().name());
        columns();
        rows();
        if (rewritten > 0) {
            changed("的写法", "原来的写法", rewritten + " 格换了写法，意思没有变");
        }
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

    private static Map<String, Column> columns(Texts table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        table.written()
                .inputs()
                .forEach(input -> columns.put(
                        "条件 " + input.expression(),
                        new Column(
                                input.label().isEmpty() ? input.expression() : input.label(),
                                String.valueOf(input.type()),
                                input.allowed())));
        List<TableModel.Output> known = table.read().outputs();
        for (int at = 0; at < known.size(); at++) {
            TableModel.Output output = table.written().outputs().get(at);
            columns.put(
                    "结果 " + known.get(at).name(),
                    new Column(output.label(), String.valueOf(output.type()), output.allowed()));
        }
        return columns;
    }

    private void columns() {
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

    private static Map<String, TableModel.Row> rows(Texts table) {
        Map<String, TableModel.Row> rows = new LinkedHashMap<>();
        table.read()
                .rows()
                .forEach(row -> rows.put(row.id().isEmpty() ? String.join("\n", row.inputs()) : row.id(), row));
        return rows;
    }

    private void rows() {
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
                cells(former, row);
            }
        });
    }

    private void cells(TableModel.Row former, TableModel.Row row) {
        Map<String, String> before = cells(was, former);
        Map<String, String> shownBefore = cells(was, was.written(former));
        Map<String, String> shown = cells(is, is.written(row));
        Map<String, Column> columns = columns(is);
        cells(is, row).forEach((column, cell) -> {
            String then = before.get(column);
            String writtenThen = shownBefore.getOrDefault(column, "");
            String written = shown.getOrDefault(column, "");
            if (then != null && !then.equals(cell)) {
                changed(
                        row.place() + "的“"
                                + Objects.requireNonNull(columns.get(column)).label() + "”",
                        writtenThen,
                        written);
            } else if (then != null && !writtenThen.equals(written)) {
                rewritten++;
            }
        });
        changed(row.place() + "的注释", former.note(), row.note());
    }

    /** By column, of a row as it is read or as it is written. */
    private static Map<String, String> cells(Texts table, TableModel.Row row) {
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
    private static String all(Texts table, TableModel.Row row) {
        List<String> words = new ArrayList<>();
        Map<String, Column> columns = columns(table);
        cells(table, table.written(row)).forEach((column, cell) -> {
            if (!cell.isBlank() && !cell.equals("-")) {
                words.add(Objects.requireNonNull(columns.get(column)).label() + " " + cell);
            }
        });
        return String.join("，", words);
    }
}
