package org.baoxiu.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that have ended, the last first, looked for and counted by the database. A case that another one called is a part of that one and
 * no line of its own, so that there are as many repairs here as slips have ended.
 */
@Component
class FinishedCases {

    static final int LINES = 25;

    private static final String REPAIRS = "repairRequest";

    private static final String FROM =
            """
         from ACT_HI_PROCINST p left join slip s on s.number = p.BUSINESS_KEY_ left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
        where p.END_TIME_ >= :from and p.END_TIME_ < :until and p.SUPER_PROCESS_INSTANCE_ID_ is null""";

    private static final String LINE =
            "select p.ID_, p.BUSINESS_KEY_, p.START_TIME_, p.END_TIME_, p.STATE_, d.NAME_, d.KEY_, s.number, s.office, s.place,"
                    + " coalesce(s.item_name, s.fault) as subject, s.technician, s.state";

    private static final String PERSON =
            """
       (s.technician = :person or p.START_USER_ID_ = :person
            or exists (select 1 from history_entry h where h.slip_number = s.number and h.person = :person)
            or exists (select 1 from ACT_HI_TASKINST t where t.ROOT_PROC_INST_ID_ = p.ID_ and t.ASSIGNEE_ = :person))""";

    /**
     * @param total of all pages
     * @param pages at least one
     */
    record Found(long total, int page, int pages, List<Line> lines) {}

    /** @param id of the engine; what it is about and who had it are empty where there is no slip */
    record Line(
            String id,
            String number,
            String process,
            String place,
            String subject,
            String technician,
            String state,
            String started,
            String ended,
            String took) {}

    private record Row(Line line, @Nullable String login) {}

    private final JdbcClient database;
    private final Names names;

    FinishedCases(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    /** A page; behind the last one the last. */
    @Transactional(readOnly = true)
    Found find(FinishedFilter filter, Reader reader) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        long total = database.sql("select count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        int pages = (int) Math.max(1, (total + LINES - 1) / LINES);
        int page = Math.min(filter.page(), pages);
        List<Row> rows = database.sql(LINE + where
                        + " order by p.END_TIME_ desc, p.ID_ offset :offset rows fetch next :most rows only")
                .params(values)
                .param("offset", (page - 1L) * LINES)
                .param("most", LINES)
                .query((row, index) -> row(row, reader))
                .list();
        Map<String, String> known = names.of(rows.stream()
                .map(Row::login)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Found(
                total, page, pages, rows.stream().map(row -> named(row, known)).toList());
    }

    private static String where(FinishedFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(FROM);
        values.put("from", LocalTimes.local(filter.from()));
        values.put("until", LocalTimes.local(filter.until()));
        if (!filter.all()) {
            where.append(" and p.PROC_DEF_KEY_ = :process");
            values.put("process", REPAIRS);
        }
        if (!filter.number().isEmpty()) {
            where.append(" and upper(p.BUSINESS_KEY_) like :number escape '!'");
            values.put("number", part(filter.number().toUpperCase(Locale.ROOT)));
        }
        if (!filter.place().isEmpty()) {
            where.append(" and (s.place_key like :placeKey escape '!' or s.place like :place escape '!')");
            values.put("placeKey", part(filter.placeKey().isEmpty() ? filter.place() : filter.placeKey()));
            values.put("place", part(filter.place()));
        }
        if (!filter.person().isEmpty()) {
            where.append(" and ").append(PERSON);
            values.put("person", filter.person());
        }
        return where.toString();
    }

    private static String part(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    private static Row row(ResultSet row, Reader reader) throws SQLException {
        Instant started = LocalTimes.instant(row, "START_TIME_");
        Instant ended = LocalTimes.instant(row, "END_TIME_");
        String number = row.getString("number");
        return new Row(
                new Line(
                        row.getString("ID_"),
                        Sheet.orEmpty(row.getString("BUSINESS_KEY_")),
                        Sheet.orEmpty(row.getString("NAME_")),
                        number == null ? "" : row.getString("office") + " " + reader.written(row.getString("place")),
                        number == null ? "" : reader.written(row.getString("subject")),
                        "",
                        number == null
                                ? state(row.getString("STATE_"))
                                : SlipState.valueOf(row.getString("state")).label(),
                        Times.minute(started),
                        Times.minute(ended),
                        TimeText.of(Duration.between(started, ended))),
                row.getString("technician"));
    }

    private static Line named(Row row, Map<String, String> known) {
        Line line = row.line();
        String name = row.login() == null ? "" : known.getOrDefault(row.login(), row.login());
        return new Line(
                line.id(),
                line.number(),
                line.process(),
                line.place(),
                line.subject(),
                name,
                line.state(),
                line.started(),
                line.ended(),
                line.took());
    }

    /** Of a case as a whole, as the engine has it. */
    static String state(@Nullable String engineState) {
        return switch (Sheet.orEmpty(engineState)) {
            case "COMPLETED" -> "办完";
            case "ACTIVE" -> "办理中";
            case "SUSPENDED" -> "暂停";
            default -> "被终止";
        };
    }
}
