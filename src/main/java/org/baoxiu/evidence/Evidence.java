package org.baoxiu.evidence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.notification.Night;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Each night, and whenever somebody asks, everything is held against its evidence; by night a seal is made as well. */
@Service
public class Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
    private static final int LONGEST = 4_000;

    private final JdbcClient database;
    private final Verification verification;
    private final Seals seals;
    private final Clock clock;

    Evidence(JdbcClient database, Verification verification, Seals seals, Clock clock) {
        this.database = database;
        this.verification = verification;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * One look at everything.
     *
     * @param chains   how many slips and months
     * @param number   how many findings
     * @param findings as far as there was room
     */
    public record Check(Instant at, int chains, int number, List<String> findings) {}

    /**
     * One slip or month.
     *
     * @param name  as people call it
     * @param lines how many lines of evidence
     */
    public record One(String name, int lines, List<String> findings) {}

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
        List<String> findings = result.findings().stream().map(Finding::text).toList();
        database.sql("insert into evidence_check (made_at, made_by, chains, findings, text) values (?, ?, ?, ?, ?)")
                .params(
                        LocalTimes.local(clock.instant()),
                        by,
                        result.chains(),
                        findings.size(),
                        Excerpt.of(String.join("\n", findings), LONGEST))
                .update();
        return latest().orElseThrow();
    }

    public Optional<Check> latest() {
        return database.sql(
                        "select made_at, chains, findings, text from evidence_check order by id desc fetch first 1 row only")
                .query((row, index) -> new Check(
                        LocalTimes.instant(row, "made_at"),
                        row.getInt("chains"),
                        row.getInt("findings"),
                        row.getString("text").lines().toList()))
                .optional();
    }

    /**
     * @param written number of a slip, or a month such as 2026-11
     * @throws Rejection if there is and was nothing of that name
     */
    public One of(String written) {
        String chain = Texts.line(written);
        int lines = database.sql("select count(*) from evidence_line where chain = ?")
                .param(chain)
                .query(Integer.class)
                .single();
        List<String> findings =
                verification.of(chain).stream().map(Finding::text).toList();
        if (lines == 0 && findings.isEmpty()) {
            throw Rejection.invalid("没有“" + chain + "”的记录和存证，请核对单号；月份写成 2026-11。");
        }
        return new One(ChainCheck.name(chain), lines, findings);
    }
}
