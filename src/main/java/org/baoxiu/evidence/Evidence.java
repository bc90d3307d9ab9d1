package org.baoxiu.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.notification.Night;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each night, and whenever somebody asks, everything is held against its evidence; by night a seal is made as well. */
@Service
public class Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    private static final int LONGEST = 4_000;

    private final JdbcClient database;
    private final Verification verification;
    private final Chains chains;
    private final EvidenceKeys keys;
    private final Seals seals;
    private final Clock clock;

    Evidence(
            JdbcClient database,
            Verification verification,
            Chains chains,
            EvidenceKeys keys,
            Seals seals,
            Clock clock) {
        this.database = database;
        this.verification = verification;
        this.chains = chains;
        this.keys = keys;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * One look at everything.
     *
     * @param chains   how many slips and months
     * @param number   how many findings that nobody has explained
     * @param findings as far as there was room
     */
    public record Check(Instant at, int chains, int number, List<Found> findings) {}

    /** @param of what is asked for to see it alone: a slip, a month or the seals; empty in a look of before explanations were taken */
    public record Found(String of, String text) {

        private static final String BETWEEN = "\t";

        private String written() {
            return of + BETWEEN + text;
        }

        private static Found read(String line) {
            int at = line.indexOf(BETWEEN);
            return new Found(line.substring(0, Math.max(at, 0)), line.substring(at + 1));
        }
    }

    /**
     * One slip or month, or the seals.
     *
     * @param name      as people call it
     * @param lines     how many lines of evidence
     * @param explained how many findings somebody has explained
     * @param state     of all findings, for {@link #explain}
     */
    public record One(String name, int lines, int explained, List<String> findings, String state) {}

    @EventListener(Night.class)
    void nightly() {
        Check check = check(Person.SYSTEM);
        if (check.number() > 0) {
            LOG.warn(
                    "{} findings in the evidence of {} slips and months, which /evidence lists",
                    check.number(),
                    check.chains());
        }
        seals.make();
    }

    /** @param by login name */
    public Check check(String by) {
        Verification.Result result = verification.all();
        List<Found> findings = result.findings().stream()
                .map(finding -> new Found(finding.chain(), finding.text()))
                .toList();
        database.sql("insert into evidence_check (made_at, made_by, chains, findings, text) values (?, ?, ?, ?, ?)")
                .params(LocalTimes.local(clock.instant()), by, result.chains(), findings.size(), text(findings))
                .update();
        return latest().orElseThrow();
    }

    /** As many as there is room for, each of them whole. */
    private static String text(List<Found> findings) {
        StringBuilder text = new StringBuilder();
        for (Found one : findings) {
            String line = one.written();
            if (text.length() + 1 + line.length() > LONGEST) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.toString();
    }

    public Optional<Check> latest() {
        return database.sql(
                        "select made_at, chains, findings, text from evidence_check order by id desc fetch first 1 row only")
                .query((row, index) -> new Check(
                        LocalTimes.instant(row, "made_at"),
                        row.getInt("chains"),
                        row.getInt("findings"),
                        row.getString("text").lines().map(Found::read).toList()))
                .optional();
    }

    /**
     * @param written number of a slip, a month such as 2026-11, or what a finding is {@link Found#of}
     * @throws Rejection if there is and was nothing of that name
     */
    public One of(String written) {
        String chain = Texts.line(written);
        int lines = database.sql("select count(*) from evidence_line where chain = ?")
                .param(chain)
                .query(Integer.class)
                .single();
        List<Finding> findings = verification.of(chain);
        if (lines == 0 && findings.isEmpty() && !chain.equals(SealCheck.SEALS)) {
            throw Rejection.invalid("没有“" + chain + "”的记录和存证，请核对单号；月份写成 2026-11。");
        }
        return new One(
                ChainCheck.name(chain),
                lines,
                new Explanations(database, keys).count(chain),
                findings.stream().map(Finding::text).toList(),
                state(findings));
    }

    private static String state(List<Finding> findings) {
        Canonical all = new Canonical();
        findings.stream()
                .map(finding -> HexFormat.of().formatHex(finding.state()))
                .sorted()
                .forEach(all::add);
        return HexFormat.of().formatHex(all.hash());
    }

    /**
     * Somebody has found out what is behind all findings of one slip or month, or of the seals. They are findings no more, and the explanation stays.
     *
     * @param state  of the findings that the person has seen
     * @param reason without names of owners
     * @param by     login name
     * @throws Rejection if there is no reason, or these are not the findings
     */
    @Transactional
    public void explain(String written, String state, String reason, String by) {
        String chain = Texts.line(written);
        String why = Texts.line(reason);
        if (why.isEmpty()) {
            throw Rejection.invalid("请写明查到的原因：谁、为什么改的。");
        }
        if (why.length() > Explanations.LONGEST_REASON) {
            throw Rejection.invalid("原因最多 " + Explanations.LONGEST_REASON + " 字，请写短一些。");
        }
        List<Finding> findings = verification.of(chain);
        if (findings.isEmpty()) {
            throw Rejection.outOfTurn("“" + chain + "”没有对不上的，不用说明。");
        }
        if (!state(findings).equals(state)) {
            throw Rejection.outOfTurn("“" + chain + "”又有了变化，请看过现在的结果再写。");
        }
        Explanations.add(chains, findings, by, why);
        settle(chain, findings.stream().map(Finding::text).collect(Collectors.toSet()));
    }

    /** In the last look at everything these are over as well. */
    private void settle(String chain, Set<String> explained) {
        latest().ifPresent(check -> {
            List<Found> left = check.findings().stream()
                    .filter(one -> !one.of().equals(chain) && !explained.contains(one.text()))
                    .toList();
            database.sql(
                            "update evidence_check set findings = ?, text = ? where id = (select max(id) from evidence_check)")
                    .params(check.number() - check.findings().size() + left.size(), text(left))
                    .update();
        });
    }

    /** The latest first. */
    public List<Explanation> explanations(int most) {
        return new Explanations(database, keys).latest(most);
    }
}
