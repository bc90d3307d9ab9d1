package org.baoxiu.evidence;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baoxiu.evidence.Recorded.Column;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody with a password of the database may do to the record, at random, each as one transaction that the caller takes back. */
final class Manipulations {

    /** With these a row would belong elsewhere or the database refuses it. */
    private static final Set<String> REFERENCES = Set.of("split_from", "joined_to", "bill");

    private static final List<Recorded> OF_SLIPS = List.of(
            Recorded.SLIP,
            Recorded.HISTORY,
            Recorded.PROMISE,
            Recorded.QUOTE,
            Recorded.BILL,
            Recorded.PAYMENT,
            Recorded.CALL_BACK);
    private static final List<Recorded> LISTS = List.of(Recorded.HISTORY, Recorded.PAYMENT, Recorded.CALL_BACK);
    private static final List<String> TABLES_OF_OLD_COPY =
            List.of("evidence_line", "evidence_head", "history_entry", "commitment_pause", "commitment");

    private final JdbcTemplate database;
    private final List<String> slips;
    private final Random random;
    private final Map<String, Map<String, List<Map<String, Object>>>> oldCopies = new TreeMap<>();

    Manipulations(JdbcTemplate database, List<String> slips, Random random) {
        this.database = database;
        this.slips = slips;
        this.random = random;
    }

    /**
     * What was done.
     *
     * @param slip  where it has to be found
     * @param named what the finding has to say
     */
    record Done(String what, String slip, List<String> named) {}

    /** Keeps a slip as it is now, with its evidence, to put it back later. */
    void keepOldCopy(String slip) {
        Map<String, List<Map<String, Object>>> copy = new TreeMap<>();
        copy.put("slip", database.queryForList("select * from slip where number = ?", slip));
        TABLES_OF_OLD_COPY.forEach(table ->
                copy.put(table, database.queryForList("select * from " + table + " where " + ofSlip(table), slip)));
        oldCopies.put(slip, copy);
    }

    private static String ofSlip(String table) {
        return switch (table) {
            case "evidence_line", "evidence_head" -> "chain = ?";
            case "commitment_pause" -> "commitment in (select id from commitment where slip_number = ?)";
            default -> "slip_number = ?";
        };
    }

    /** @throws org.springframework.dao.DataAccessException if the database does not let it happen */
    Done any() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> edit(oneOf(OF_SLIPS));
            case 4 -> editPart(oneOf(List.of(Recorded.PROMISE, Recorded.QUOTE, Recorded.BILL)));
            case 5 -> delete(oneOf(LISTS));
            case 6 -> insert(oneOf(LISTS));
            case 7 -> exchange();
            case 8 -> copyOfSlip();
            case 9 -> oldCopy();
            case 10 -> editLine();
            default -> deleteLine();
        };
    }

    private <T> T oneOf(List<T> some) {
        if (some.isEmpty()) {
            throw new EmptyResultDataAccessException("nothing to choose from", 1);
        }
        return some.get(random.nextInt(some.size()));
    }

    /** Key and slip of some row. */
    private Map<String, Object> row(Recorded kind) {
        String slip = oneOf(slips);
        return oneOf(database.queryForList(
                "select " + kind.source().key() + " as row_key, "
                        + kind.source().chain() + " as slip from "
                        + kind.source().table() + " where " + kind.source().chain() + " = ? order by 1",
                slip));
    }

    private Done edit(Recorded kind) {
        Map<String, Object> row = row(kind);
        Column column = oneOf(kind.columns().stream()
                .filter(one -> !REFERENCES.contains(one.name()))
                .toList());
        change(kind.source().table(), column.name(), kind.source().key() + " = ?", row.get("row_key"));
        return new Done(
                "edit " + kind + "." + column.name(),
                row.get("slip").toString(),
                List.of(kind.label(), column.words() ? "文字" : "时间、人员、金额等", "被改动"));
    }

    private Done editPart(Recorded kind) {
        Recorded.Part part = kind.part().orElseThrow();
        Map<String, Object> row = oneOf(database.queryForList(
                "select distinct o.id as row_key, o.slip_number as slip from " + part.table() + " p join "
                        + kind.source().table() + " o on o.id = p." + part.owner() + " where o.slip_number in ("
                        + slips.stream().map(slip -> "'" + slip + "'").collect(Collectors.joining(","))
                        + ") order by 1"));
        if (random.nextBoolean()) {
            database.update("delete from " + part.table() + " where " + part.owner() + " = ?", row.get("row_key"));
        } else {
            Column column = oneOf(part.columns());
            change(part.table(), column.name(), part.owner() + " = ?", row.get("row_key"));
        }
        return new Done("part of " + kind, row.get("slip").toString(), List.of(kind.label(), "被改动"));
    }

    private void change(String table, String column, String where, Object key) {
        Object other = database.query(
                "select " + column + " from " + table + " where " + where,
                rows -> {
                    rows.next();
                    return other(rows.getObject(1), rows.getMetaData().getColumnType(1));
                },
                key);
        database.update("update " + table + " set " + column + " = ? where " + where, other, key);
    }

    private static Object other(Object value, int type) {
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> !Boolean.TRUE.equals(value);
            case Types.TIMESTAMP ->
                value == null
                        ? LocalDateTime.of(2026, 1, 1, 0, 0)
                        : ((java.sql.Timestamp) value).toLocalDateTime().plusSeconds(1);
            case Types.DATE ->
                value == null
                        ? LocalDate.of(2026, 1, 1)
                        : ((java.sql.Date) value).toLocalDate().plusDays(1);
            case Types.VARCHAR -> "x".equals(value) ? "y" : "x";
            default -> value == null ? BigDecimal.ONE : new BigDecimal(value.toString()).add(BigDecimal.ONE);
        };
    }

    private Done delete(Recorded kind) {
        Map<String, Object> row = row(kind);
        database.update("delete from " + kind.source().table() + " where id = ?", row.get("row_key"));
        return new Done("delete " + kind, row.get("slip").toString(), List.of(kind.label(), "被删掉了"));
    }

    private Done insert(Recorded kind) {
        Map<String, Object> row = row(kind);
        String slip = oneOf(slips);
        String columns = kind.columns().stream()
                .map(Column::name)
                .filter(name -> !REFERENCES.contains(name))
                .collect(Collectors.joining(", "));
        database.update(
                "insert into " + kind.source().table() + " (slip_number, " + columns
                        + ") select cast(? as varchar(20)), " + columns + " from "
                        + kind.source().table() + " where id = ?",
                slip,
                row.get("row_key"));
        return new Done("insert " + kind, slip, List.of(kind.label(), "不是系统写的"));
    }

    private Done exchange() {
        Map<String, Object> one = row(Recorded.HISTORY);
        Map<String, Object> other = row(Recorded.HISTORY);
        String first = text(one);
        String second = text(other);
        if (first.equals(second)) {
            return edit(Recorded.HISTORY);
        }
        database.update("update history_entry set text = ? where id = ?", second, one.get("row_key"));
        database.update("update history_entry set text = ? where id = ?", first, other.get("row_key"));
        return new Done("exchange", one.get("slip").toString(), List.of("过程记录", "文字", "被改动"));
    }

    private String text(Map<String, Object> row) {
        return database.queryForObject("select text from history_entry where id = ?", String.class, row.get("row_key"));
    }

    /** Under another number; with the evidence, or without any. */
    private Done copyOfSlip() {
        String slip = oneOf(slips);
        String copy = "WX20990101-%06d".formatted(random.nextInt(1_000_000));
        insertAgain("slip", "number = ?", slip, Map.of("number", copy), Set.of("case_id"));
        insertAgain("history_entry", "slip_number = ?", slip, Map.of("slip_number", copy), Set.of("id"));
        boolean withEvidence = random.nextBoolean();
        if (withEvidence) {
            insertAgain("evidence_line", "chain = ?", slip, Map.of("chain", copy), Set.of());
            insertAgain("evidence_head", "chain = ?", slip, Map.of("chain", copy), Set.of());
        }
        return new Done(
                "copy " + (withEvidence ? "with" : "without") + " evidence",
                copy,
                List.of(withEvidence ? "存证第 1 行被改动" : "整张不是系统写的"));
    }

    private void insertAgain(String table, String where, String slip, Map<String, Object> other, Set<String> without) {
        database.queryForList("select * from " + table + " where " + where, slip)
                .forEach(row -> {
                    Map<String, Object> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    changed.putAll(row);
                    changed.putAll(other);
                    changed.keySet().removeAll(without);
                    insertRow(table, changed);
                });
    }

    private void insertRow(String table, Map<String, Object> row) {
        List<String> columns = new ArrayList<>(row.keySet());
        database.update(
                "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                        + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")",
                columns.stream().map(row::get).toArray());
    }

    /** The slip, its record and its evidence are put back as they were, all of it in agreement. */
    private Done oldCopy() {
        String slip = oneOf(List.copyOf(oldCopies.keySet()));
        Map<String, List<Map<String, Object>>> copy = oldCopies.get(slip);
        List<String> tables = TABLES_OF_OLD_COPY;
        tables.forEach(table -> database.update("delete from " + table + " where " + ofSlip(table), slip));
        for (int i = tables.size() - 1; i >= 0; i--) {
            String table = tables.get(i);
            copy.get(table).forEach(row -> insertRow(table, row));
        }
        Map<String, Object> row = copy.get("slip").get(0);
        List<String> columns = new ArrayList<>(row.keySet());
        List<Object> values = new ArrayList<>(columns.stream().map(row::get).toList());
        values.add(slip);
        database.update(
                "update slip set "
                        + columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
                        + " where number = ?",
                values.toArray());
        return new Done("old copy", slip, List.of("被换成了旧的样子"));
    }

    private Done editLine() {
        String slip = oneOf(slips);
        int line = line(slip);
        String column =
                oneOf(List.of("record", "row_key", "kind", "note", "key_id", "plain_hash", "code", "written_at"));
        Object value =
                switch (column) {
                    case "plain_hash", "code" -> new byte[] {(byte) random.nextInt(), 1};
                    case "written_at" -> LocalDateTime.of(2026, 1, 1, 0, 0);
                    default -> "x";
                };
        database.update(
                "update evidence_line set " + column + " = ? where chain = ? and line_number = ?", value, slip, line);
        return new Done("edit line " + column, slip, List.of("存证"));
    }

    private Done deleteLine() {
        String slip = oneOf(slips);
        int line = line(slip);
        if (random.nextBoolean()) {
            database.update("delete from evidence_line where chain = ? and line_number = ?", slip, line);
            return new Done("delete line", slip, List.of("存证第", "行不见了"));
        }
        database.update("delete from evidence_line where chain = ?", slip);
        database.update("delete from evidence_head where chain = ?", slip);
        return new Done("delete evidence", slip, List.of("存证被整个删掉了"));
    }

    private int line(String slip) {
        return random.nextInt(database.queryForObject(
                        "select count(*) from evidence_line where chain = ?", Integer.class, slip))
                + 1;
    }
}
