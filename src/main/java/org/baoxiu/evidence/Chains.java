package org.baoxiu.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds lines to chains: one locked row a slip with the last code and the salt, however long its chain is, one insert for all lines. Who adds to
 * different slips does not wait for each other.
 */
final class Chains {

    private static final String ADD =
            "insert into evidence_line (" + Line.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int SALT = 16;

    private final JdbcTemplate database;
    private final EvidenceKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Chains(JdbcTemplate database, EvidenceKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** The end of a chain. */
    private record Head(int number, byte[] code, byte[] salt, boolean known) {}

    /** In the present transaction, and at its end: nobody else adds to these chains until it is over. */
    void add(SortedMap<String, List<Draft>> drafts) {
        Map<String, Head> heads = heads(drafts.keySet());
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> begun = new ArrayList<>();
        List<Object[]> moved = new ArrayList<>();
        LocalDateTime now = LocalTimes.local(clock.instant()).truncatedTo(ChronoUnit.MILLIS);
        drafts.forEach((chain, added) -> {
            Head head = heads.computeIfAbsent(chain, first -> new Head(0, Line.NOTHING, salt(), false));
            boolean known = head.known();
            for (Draft draft : added) {
                byte[] salt = draft.kind() == LineKind.FORGOTTEN ? salt() : head.salt();
                Line line = Line.after(head.code(), line(chain, head.number() + 1, draft, salt, now), keys);
                lines.add(line.values().toArray());
                head = new Head(line.number(), line.code(), salt, known);
            }
            (known ? moved : begun).add(new Object[] {head.number(), head.code(), head.salt(), chain});
        });
        database.batchUpdate(ADD, lines);
        if (!begun.isEmpty()) {
            database.batchUpdate(
                    "insert into evidence_head (line_number, code, salt, chain) values (?, ?, ?, ?)", begun);
        }
        if (!moved.isEmpty()) {
            database.batchUpdate("update evidence_head set line_number = ?, code = ?, salt = ? where chain = ?", moved);
        }
    }

    private Map<String, Head> heads(Collection<String> chains) {
        return JdbcClient.create(database)
                .sql(
                        "select chain, line_number, code, salt from evidence_head where chain in (:chains) order by chain for update")
                .param("chains", chains)
                .query((row, index) -> Map.entry(
                        row.getString("chain"),
                        new Head(row.getInt("line_number"), row.getBytes("code"), row.getBytes("salt"), true)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static Line line(String chain, int number, Draft draft, byte[] salt, LocalDateTime now) {
        Row row = draft.row();
        return new Line(
                chain,
                number,
                draft.kind().name(),
                row == null ? null : row.kind().name(),
                draft.key(),
                now,
                Recorded.FORMAT,
                draft.plain(),
                row == null ? null : row.words(Recorded.FORMAT, salt),
                draft.note(),
                "",
                Line.NOTHING);
    }

    /** What there is of some slips and months begins its chains, as it is found now. */
    void found(List<String> chains) {
        Rows rows = new Rows(JdbcClient.create(database));
        SortedMap<String, List<Draft>> drafts = new TreeMap<>();
        for (Recorded kind : Recorded.values()) {
            rows.ofChains(kind, chains).forEach(row -> drafts.computeIfAbsent(row.chain(), chain -> new ArrayList<>())
                    .add(new Draft(LineKind.FOUND, row, null)));
        }
        if (!drafts.isEmpty()) {
            add(drafts);
        }
    }
}
