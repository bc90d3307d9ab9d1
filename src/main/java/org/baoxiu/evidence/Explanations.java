package org.baoxiu.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody has found out about findings: who, when and why, each a line of a chain of their own, which is verified and sealed like any other. It
 * holds for what was found then; whatever is changed after it is found again.
 */
final class Explanations {

    /** Also what people read. */
    static final String CHAIN = "查明记录";

    static final int LONGEST_REASON = 200;
    private static final int LONGEST_FINDING = 200;

    private final JdbcClient database;
    private final EvidenceKeys keys;

    Explanations(JdbcClient database, EvidenceKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    static void add(Chains chains, List<Finding> findings, String by, String reason) {
        chains.add(new TreeMap<>(Map.of(
                CHAIN,
                findings.stream()
                        .map(finding -> new Draft(
                                finding, String.join("\n", by, reason, Excerpt.of(finding.text(), LONGEST_FINDING))))
                        .toList())));
    }

    /** Those that nobody has explained. A line that is not what was written explains nothing. */
    List<Finding> open(List<Finding> findings) {
        if (findings.isEmpty()) {
            return findings;
        }
        Set<String> explained = new HashSet<>();
        byte[] former = Line.NOTHING;
        for (Line line : database.sql(
                        "select " + Line.COLUMNS + " from evidence_line where chain = ? order by line_number")
                .param(CHAIN)
                .query((row, index) -> Line.read(row))
                .list()) {
            byte[] state = line.plain();
            if (state != null && line.follows(former, keys).orElse(false)) {
                explained.add(HexFormat.of().formatHex(state));
            }
            former = line.code();
        }
        return findings.stream()
                .filter(finding -> !explained.contains(HexFormat.of().formatHex(finding.state())))
                .toList();
    }

    /** How many there are of one slip or month, or of the seals. */
    int count(String chain) {
        return database.sql("select count(*) from evidence_line where chain = ? and row_key = ?")
                .params(CHAIN, chain)
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    List<Explanation> latest(int most) {
        return database.sql(
                        "select written_at, note from evidence_line where chain = ? and kind = ? order by line_number desc fetch first "
                                + most + " rows only")
                .params(CHAIN, LineKind.EXPLAINED.name())
                .query((row, index) -> explanation(LocalTimes.instant(row, "written_at"), row.getString("note")))
                .list();
    }

    /** Whatever somebody has made of the note: that it is not what was written is a finding. */
    private static Explanation explanation(Instant at, @Nullable String note) {
        String[] parts = Arrays.copyOf(Objects.requireNonNullElse(note, "").split("\n", 3), 3);
        return new Explanation(
                at, parts[0], Objects.requireNonNullElse(parts[1], ""), Objects.requireNonNullElse(parts[2], ""));
    }
}
