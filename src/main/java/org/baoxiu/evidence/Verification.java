package org.baoxiu.evidence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baoxiu.evidence.ChainCheck.End;
import org.baoxiu.evidence.ChainCheck.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for whatever the application has not done: some slips at a time, each as it is at one moment. */
final class Verification {

    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final Rows rows;
    private final EvidenceKeys keys;
    private final Explanations explanations;
    private final TransactionTemplate oneMoment;

    Verification(JdbcClient database, EvidenceKeys keys, PlatformTransactionManager transactions) {
        this.database = database;
        this.rows = new Rows(database);
        this.keys = keys;
        this.explanations = new Explanations(database, keys);
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param chains   how many slips and months were looked at
     * @param findings that nobody has explained
     */
    record Result(int chains, List<Finding> findings) {}

    Result all() {
        List<String> chains = List.copyOf(chains());
        List<Finding> findings = new ArrayList<>(moment(() -> new SealCheck(database, keys).findings()));
        for (int from = 0; from < chains.size(); from += AT_ONCE) {
            List<String> some = chains.subList(from, Math.min(chains.size(), from + AT_ONCE));
            findings.addAll(moment(() -> of(some)));
        }
        return new Result(chains.size(), explanations.open(findings));
    }

    /** Of one slip or month, or of the seals; those that nobody has explained. */
    List<Finding> of(String chain) {
        return moment(() -> explanations.open(
                chain.equals(SealCheck.SEALS) ? new SealCheck(database, keys).findings() : of(List.of(chain))));
    }

    private List<Finding> moment(Supplier<List<Finding>> look) {
        return Objects.requireNonNull(oneMoment.execute(moment -> look.get()));
    }

    /** Whatever is there or was: a slip without a chain as well as a chain without a slip. */
    private Set<String> chains() {
        Set<String> chains = new TreeSet<>();
        for (String source : List.of(
                "select number from slip",
                "select period from business_month",
                "select chain from evidence_head",
                "select distinct chain from evidence_line",
                "select distinct chain from evidence_seal_head")) {
            chains.addAll(database.sql(source).query(String.class).list());
        }
        return chains;
    }

    private List<Finding> of(List<String> chains) {
        Map<String, List<Line>> lines = database
                .sql("select " + Line.COLUMNS
                        + " from evidence_line where chain in (:chains) order by chain, line_number")
                .param("chains", chains)
                .query((row, index) -> Line.read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::chain));
        Map<String, End> ends = database
                .sql("select chain, line_number, code, salt from evidence_head where chain in (:chains)")
                .param("chains", chains)
                .query((row, index) -> Map.entry(
                        row.getString("chain"),
                        new End(row.getInt("line_number"), row.getBytes("code"), row.getBytes("salt"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, List<Sealed>> seals = seals(chains);
        Map<String, List<Row>> record = new HashMap<>();
        for (Recorded kind : Recorded.values()) {
            rows.ofChains(kind, chains).forEach(row -> record.computeIfAbsent(row.chain(), chain -> new ArrayList<>())
                    .add(row));
        }
        return chains.stream()
                .flatMap(chain -> new ChainCheck(
                                chain,
                                lines.getOrDefault(chain, List.of()),
                                ends.get(chain),
                                seals.getOrDefault(chain, List.of()),
                                record.getOrDefault(chain, List.of()),
                                keys)
                        .findings().stream())
                .toList();
    }

    private Map<String, List<Sealed>> seals(List<String> chains) {
        return database
                .sql(
                        """
            select h.chain, h.seal, s.made_at, h.line_number, h.code from evidence_seal_head h join evidence_seal s on s.number = h.seal
             where h.chain in (:chains) order by h.chain, h.seal""")
                .param("chains", chains)
                .query((row, index) -> Map.entry(
                        row.getString("chain"),
                        new Sealed(
                                row.getInt("seal"),
                                row.getObject("made_at", LocalDateTime.class),
                                row.getInt("line_number"),
                                row.getBytes("code"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
