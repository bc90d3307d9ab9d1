package org.baoxiu.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the seals are those that were made, one after the other. */
final class SealCheck {

    /** What findings in the seals are called by, as those in a slip are by its number. */
    static final String SEALS = "封存";

    private final JdbcClient database;
    private final EvidenceKeys keys;

    SealCheck(JdbcClient database, EvidenceKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The end of a chain in a seal. */
    record Part(String chain, int number, byte[] code) {

        static byte[] digest(List<Part> parts) {
            Canonical text = new Canonical();
            parts.stream()
                    .sorted((one, other) -> one.chain.compareTo(other.chain))
                    .forEach(part -> text.add(part.chain).add(part.number).add(part.code));
            return text.hash();
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        byte[] former = Line.NOTHING;
        int expected = 1;
        for (Seal seal : database.sql("select " + Seal.COLUMNS + " from evidence_seal order by number")
                .query((row, index) -> Seal.read(row))
                .list()) {
            if (seal.number() > expected) {
                say(findings, expected, "不见了", new Canonical().add("lost"));
            } else if (!keys.knows(seal.keyId())) {
                say(findings, seal.number(), "用的是另一把密钥，核对不了", new Canonical().add("key"));
            } else {
                byte[] digest = Part.digest(parts(seal.number()));
                if (!seal.follows(former, keys).orElse(false) || !Arrays.equals(digest, seal.digest())) {
                    say(findings, seal.number(), "被改动", seal.whole().add(digest));
                }
            }
            former = seal.code();
            expected = seal.number() + 1;
        }
        return findings;
    }

    private static void say(List<Finding> findings, int number, String what, Canonical state) {
        findings.add(Finding.of(SEALS, null, "第 " + number + " 号封存" + what, state.add(number)));
    }

    private List<Part> parts(int seal) {
        return database.sql("select chain, line_number, code from evidence_seal_head where seal = ?")
                .param(seal)
                .query((row, index) ->
                        new Part(row.getString("chain"), row.getInt("line_number"), row.getBytes("code")))
                .list();
    }
}
