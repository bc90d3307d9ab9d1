package org.baoxiu.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baoxiu.evidence.SealCheck.Part;
import org.baoxiu.notification.Messages;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Seals how far the chains have come: only what has grown since the last time, whatever the number of slips. */
@Service
public class Seals {

    /** Who writes meanwhile is in the next one: there is no moment at which anybody has to wait. */
    private static final String GROWN =
            """
      select h.chain, h.line_number, h.code from evidence_head h
       where not exists (select 1 from evidence_seal_head s where s.chain = h.chain and s.line_number = h.line_number and s.code = h.code)""";

    private final JdbcTemplate database;
    private final EvidenceKeys keys;
    private final EvidenceProperties settings;
    private final Messages messages;
    private final Clock clock;

    Seals(JdbcTemplate database, EvidenceKeys keys, EvidenceProperties settings, Messages messages, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
    }

    /** Of two who seal at once the second is refused by the number. */
    @Transactional
    public Seal make() {
        JdbcClient client = JdbcClient.create(database);
        List<Part> grown = client.sql(GROWN)
                .query((row, index) ->
                        new Part(row.getString("chain"), row.getInt("line_number"), row.getBytes("code")))
                .list();
        Optional<Seal> last = latest();
        Seal seal = Seal.after(
                last.map(Seal::code).orElse(Line.NOTHING),
                last.map(Seal::number).orElse(0) + 1,
                clock.instant(),
                grown.size(),
                client.sql("select count(*) from evidence_head")
                        .query(Integer.class)
                        .single(),
                Part.digest(grown),
                keys);
        client.sql("insert into evidence_seal (" + Seal.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seal.number(),
                        LocalTimes.local(seal.madeAt()),
                        seal.moved(),
                        seal.chains(),
                        seal.digest(),
                        seal.keyId(),
                        seal.code())
                .update();
        database.batchUpdate(
                "insert into evidence_seal_head (seal, chain, line_number, code) values (?, ?, ?, ?)",
                grown.stream()
                        .map(part -> new Object[] {seal.number(), part.chain(), part.number(), part.code()})
                        .toList());
        messages.tellByMail(
                settings.sendTo(),
                "seal-" + seal.number(),
                "存证封存第 " + seal.number() + " 号",
                seal.line() + "。\n请保存这封邮件：以后“存证”页面上这一号的校验码要和这里一样。");
        return seal;
    }

    public Optional<Seal> latest() {
        return latest(1).stream().findFirst();
    }

    /** The latest first. */
    public List<Seal> latest(int most) {
        return JdbcClient.create(database)
                .sql("select " + Seal.COLUMNS + " from evidence_seal order by number desc fetch first " + most
                        + " rows only")
                .query((row, index) -> Seal.read(row))
                .list();
    }
}
