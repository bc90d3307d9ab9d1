package org.baoxiu.search;

import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The table of what slips say. PostgreSQL finds by an index of the {@link Grams}; H2, on which an office has some ten thousand slips,
 * reads the table.
 */
@Component
class SlipTextTable {

    /** So many are looked through sooner than the index sorts all slips that a common word is in. */
    private static final int FIRST = 3_000;

    /** So many that the index finds, in whatever office, are read sooner than year by year. */
    private static final int FEW = 2_000;

    /** Materialized: otherwise PostgreSQL may go through the slips from the newest on and hope to find enough soon. */
    private static final String FOUND =
            "with found as materialized (select slip_number, ended, opened_at from slip_text where grams @> ? and %s) ";

    /** Likewise; those of other offices are no hits, but are read as well. */
    private static final String CANDIDATES =
            "with found as materialized (select slip_number, ended, opened_at, %s as fits from slip_text where grams @> ?) ";

    private static final String NEWEST = "order by ended, opened_at desc, slip_number desc fetch first ? rows only";

    private final JdbcOperations database;
    private final int first;
    private final int few;
    private final boolean grams;

    @Autowired
    SlipTextTable(JdbcOperations database) {
        this(database, FIRST, FEW);
    }

    /** With other limits than those that are fast on a million slips. */
    SlipTextTable(JdbcOperations database, int first, int few) {
        this.database = database;
        this.first = first;
        this.few = few;
        this.grams = "PostgreSQL"
                .equals(database.execute(
                        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
    }

    /** Whether it finds by them. */
    boolean hasGrams() {
        return grams;
    }

    void create() {
        database.execute(
                """
            create table slip_text (
              slip_number varchar(20) primary key references slip (number) on delete cascade,
              office      varchar(40) not null,
              ended       boolean not null,
              opened_at   timestamp(3) not null,
              said        varchar(40000) not null,
              people      varchar(40000) not null
            )""");
        if (grams) {
            database.execute("alter table slip_text add grams integer array not null");
        }
    }

    /** After the slips of a former release are in: it is faster, and denser. What waits to be sorted in would slow down every question. */
    void index() {
        database.execute("create index slip_text_newest on slip_text (ended, opened_at desc, slip_number desc)");
        database.execute(
                "create index slip_text_of_office on slip_text (office, ended, opened_at desc, slip_number desc)");
        if (grams) {
            database.execute("create index slip_text_grams on slip_text using gin (grams) with (fastupdate = off)");
        }
    }

    void add(Collection<SlipText> texts) {
        database.batchUpdate(
                grams
                        ? "insert into slip_text (slip_number, office, ended, opened_at, said, people, grams) values (?, ?, ?, ?, ?, ?, ?)"
                        : "insert into slip_text (slip_number, office, ended, opened_at, said, people) values (?, ?, ?, ?, ?, ?)",
                texts.stream().map(this::row).toList());
    }

    private Object[] row(SlipText text) {
        List<Object> row = new ArrayList<>(List.of(
                text.number(),
                text.office(),
                text.ended(),
                LocalTimes.local(text.openedAt()),
                text.said(),
                text.people()));
        if (grams) {
            row.add(text.grams());
        }
        return row.toArray();
    }

    /** Most steps change nothing of what the slip says. */
    void keep(SlipText text) {
        boolean kept = !database.queryForList(
                        "select 1 from slip_text where slip_number = ? and office = ? and ended = ? and said = ? and people = ?",
                        Integer.class,
                        text.number(),
                        text.office(),
                        text.ended(),
                        text.said(),
                        text.people())
                .isEmpty();
        if (!kept) {
            database.update("delete from slip_text where slip_number = ?", text.number());
            add(List.of(text));
        }
    }

    /**
     * Asks for numbers of slips, open ones first, then the newest.
     *
     * @param parameters in the order of its question marks
     */
    record Question(String sql, Object... parameters) {}

    List<String> newestOpen(OfficeScope scope, int most) {
        List<Object> parameters = new ArrayList<>();
        String open = "select slip_number from slip_text where not ended" + of(scope, parameters) + " ";
        parameters.add(most);
        return answer(new Question(open + NEWEST, parameters.toArray()));
    }

    /**
     * What is in many slips is soon found among the first; what is in few, by the index; of what is in very many, but not in the first, the
     * index finds those of one year after the other.
     */
    List<String> find(Reading reading, boolean people, OfficeScope scope, int most) {
        List<String> newest = answer(amongFirst(reading, people, scope, first, most));
        if (newest.size() == most) {
            return newest;
        }
        if (!grams) {
            return answer(amongAll(reading, people, scope, most));
        }
        List<Candidate> candidates = candidates(few(reading, people, scope));
        return candidates.size() < few
                ? candidates.stream()
                        .filter(Candidate::fits)
                        .map(Candidate::number)
                        .limit(most)
                        .toList()
                : byYears(reading, people, scope, most);
    }

    private record Candidate(String number, boolean fits) {}

    private List<Candidate> candidates(Question question) {
        return database.query(
                question.sql(),
                (row, line) -> new Candidate(row.getString("slip_number"), row.getBoolean("fits")),
                question.parameters());
    }

    List<String> byYears(Reading reading, boolean people, OfficeScope scope, int most) {
        List<String> numbers = new ArrayList<>();
        Iterator<Integer> years = years().iterator();
        while (numbers.size() < most && years.hasNext()) {
            numbers.addAll(answer(ofYear(years.next(), reading, people, scope, most - numbers.size())));
        }
        return numbers;
    }

    /** As of {@link Grams#year}: the open ones, then the years from the newest on. */
    private List<Integer> years() {
        List<Integer> years = new ArrayList<>(List.of(0));
        database.query("select min(opened_at) as first_, max(opened_at) as last_ from slip_text where ended", row -> {
            LocalDateTime first = row.getObject("first_", LocalDateTime.class);
            LocalDateTime last = row.getObject("last_", LocalDateTime.class);
            if (first != null && last != null) {
                IntStream.rangeClosed(-last.getYear(), -first.getYear()).forEach(year -> years.add(-year));
            }
        });
        return years;
    }

    private List<String> answer(Question question) {
        return database.queryForList(question.sql(), String.class, question.parameters());
    }

    /** @param first how many of the first slips in this order are looked through */
    private static Question amongFirst(Reading reading, boolean people, OfficeScope scope, int first, int most) {
        List<Object> parameters = new ArrayList<>();
        String newest = "select * from slip_text where true" + of(scope, parameters) + " " + NEWEST;
        parameters.add(first);
        String matching = matching(reading, people, parameters);
        parameters.add(most);
        return new Question(
                "select slip_number from (" + newest + ") newest where " + matching + " " + NEWEST,
                parameters.toArray());
    }

    private static Question amongAll(Reading reading, boolean people, OfficeScope scope, int most) {
        List<Object> parameters = new ArrayList<>();
        String matching = matching(reading, people, parameters) + of(scope, parameters);
        parameters.add(most);
        return new Question("select slip_number from slip_text where " + matching + " " + NEWEST, parameters.toArray());
    }

    /** All that the index finds, in their order; where there are more, any so many. */
    private Question few(Reading reading, boolean people, OfficeScope scope) {
        List<Object> parameters = new ArrayList<>();
        String matching = matching(reading, people, parameters) + of(scope, parameters);
        parameters.addAll(List.of(Grams.asked(reading.needles()), few, few));
        return new Question(
                CANDIDATES.formatted(matching)
                        + "select slip_number, fits from (select * from found fetch first ? rows only) few "
                        + NEWEST,
                parameters.toArray());
    }

    /** @param year of {@link #years} */
    static Question ofYear(int year, Reading reading, boolean people, OfficeScope scope, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(IntStream.concat(IntStream.of(Grams.year(year)), Arrays.stream(Grams.asked(reading.needles())))
                .toArray());
        String matching = matching(reading, people, parameters) + of(scope, parameters);
        parameters.add(most);
        return new Question(
                FOUND.formatted(matching) + "select slip_number from found " + NEWEST, parameters.toArray());
    }

    private static String of(OfficeScope scope, List<Object> parameters) {
        if (scope.company()) {
            return "";
        }
        parameters.addAll(scope.parameter());
        return " and office in ("
                + String.join(", ", Collections.nCopies(scope.parameter().size(), "?")) + ")";
    }

    private static String matching(Reading reading, boolean people, List<Object> parameters) {
        String one = people ? "(position(? in said) > 0 or position(? in people) > 0)" : "position(? in said) > 0";
        reading.needles().forEach(needle -> parameters.addAll(Collections.nCopies(people ? 2 : 1, needle)));
        return String.join(" and ", Collections.nCopies(reading.needles().size(), one));
    }
}
