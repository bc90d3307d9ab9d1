package org.baoxiu.models.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.models.DraftFindings;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.DrawnPath;
import org.baoxiu.models.WholeSet;
import org.baoxiu.models.rehearsal.CaseRun.Stop;
import org.baoxiu.models.rehearsal.CaseRun.Visit;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of rehearsals, in the database: any node shows it, and whose turn it is holds for all. */
@Component
class RehearsalRecords implements DraftFindings {

    /** So long after it was heard of last a rehearsal has died with its node. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final int TURN = 1;
    private static final int KEPT = 20;
    private static final int LONGEST_NAMES = 1_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_PATH = 200_000;
    private static final String BUSY = "正在演练另一份草稿，一次只能演练一份。请等它演练完再开始。";
    private static final String LOST = "演练到一半停了，可能是系统重启了。请重新演练。";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RehearsalRecords(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Rejection while another one has the turn */
    long begin(long draft, WholeSet set, String person) {
        try {
            return Objects.requireNonNull(transaction.execute(beginning -> {
                LocalDateTime now = now();
                database.sql(
                                "update model_rehearsal set turn = null, finished_at = seen_at, failure = ? where turn = ? and seen_at < ?")
                        .params(LOST, TURN, LocalTimes.local(clock.instant().minus(SILENCE)))
                        .update();
                KeyHolder key = new GeneratedKeyHolder();
                database.sql(
                                "insert into model_rehearsal (draft, files, fingerprint, person, started_at, seen_at, turn) values (?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                draft,
                                Excerpt.of(String.join("、", set.changed()), LONGEST_NAMES),
                                set.fingerprint(),
                                person,
                                now,
                                now,
                                TURN)
                        .update(key, "id");
                long id = Objects.requireNonNull(key.getKeyAs(Long.class));
                set.diagrams().forEach((process, content) -> database.sql(
                                "insert into model_rehearsal_diagram (rehearsal, process, content) values (?, ?, ?)")
                        .params(id, process, content)
                        .update());
                return id;
            }));
        } catch (DuplicateKeyException another) {
            throw Rejection.invalid(BUSY);
        }
    }

    private LocalDateTime now() {
        return LocalTimes.local(clock.instant());
    }

    /** It is alive. */
    void seen(long id) {
        database.sql("update model_rehearsal set seen_at = ? where id = ? and turn is not null")
                .params(now(), id)
                .update();
    }

    void add(long id, int place, CaseRun run) {
        Stop stop = run.stop();
        String path = run.path().stream()
                .map(visit -> visit.process() + " " + visit.element())
                .collect(Collectors.joining("\n"));
        database.sql(
                        "insert into model_rehearsal_case (rehearsal, place, name, path, process, element, form, reason) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        place,
                        run.name(),
                        path.length() > LONGEST_PATH ? path.substring(0, path.lastIndexOf('\n', LONGEST_PATH)) : path,
                        stop == null ? null : stop.process(),
                        stop == null ? null : stop.element(),
                        stop == null ? null : stop.form(),
                        stop == null ? null : Excerpt.of(stop.reason(), LONGEST_REASON))
                .update();
    }

    /** Gives the turn back, and forgets the oldest. */
    void finish(long id, @Nullable String failure) {
        database.sql(
                        "update model_rehearsal set finished_at = ?, seen_at = ?, failure = ?, turn = null where id = ? and turn is not null")
                .params(now(), now(), failure == null ? null : Excerpt.of(failure, LONGEST_REASON), id)
                .update();
        database.sql(
                        "delete from model_rehearsal where id in (select id from model_rehearsal order by id desc offset ? rows)")
                .param(KEPT)
                .update();
    }

    Optional<Rehearsal> one(long id) {
        return database.sql("select * from model_rehearsal where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Those of a draft, the newest first. */
    List<Rehearsal> of(long draft) {
        return database.sql("select * from model_rehearsal where draft = ? order by id desc")
                .param(draft)
                .query(this::read)
                .list();
    }

    private Rehearsal read(ResultSet row, int line) throws SQLException {
        long id = row.getLong("id");
        Instant finished = LocalTimes.instantOrNull(row, "finished_at");
        boolean lost = finished == null
                && LocalTimes.instant(row, "seen_at").isBefore(clock.instant().minus(SILENCE));
        return new Rehearsal(
                id,
                row.getLong("draft"),
                row.getString("files"),
                row.getString("fingerprint"),
                row.getString("person"),
                LocalTimes.instant(row, "started_at"),
                finished,
                lost ? LOST : row.getString("failure"),
                lost,
                cases(id));
    }

    private List<Rehearsal.Case> cases(long id) {
        return database.sql("select * from model_rehearsal_case where rehearsal = ? order by place")
                .param(id)
                .query((row, line) -> {
                    String process = row.getString("process");
                    String element = row.getString("element");
                    List<Visit> path = path(row.getString("path"));
                    return new Rehearsal.Case(
                            row.getInt("place"),
                            row.getString("name"),
                            path.size(),
                            path.stream().map(Visit::process).distinct().toList(),
                            process,
                            process == null || element == null ? null : name(id, process, element),
                            Objects.requireNonNullElse(row.getString("form"), ""),
                            row.getString("reason"));
                })
                .list();
    }

    private String name(long id, String process, String element) {
        byte[] content = diagram(id, process);
        return content == null ? element : DrawnPath.name(process, content, element);
    }

    private static List<Visit> path(String written) {
        List<Visit> path = new ArrayList<>();
        written.lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            path.add(new Visit(parts[0], parts[1]));
        });
        return path;
    }

    private byte @Nullable [] diagram(long id, String process) {
        return database.sql("select content from model_rehearsal_diagram where rehearsal = ? and process = ?")
                .params(id, process)
                .query((row, line) -> row.getBytes("content"))
                .optional()
                .orElse(null);
    }

    /** The way of a case over the diagram of one process; empty if it did not come there. */
    Optional<Drawing> drawing(long id, int place, String process) {
        byte[] content = diagram(id, process);
        return content == null
                ? Optional.empty()
                : database.sql(
                                "select path, process, element from model_rehearsal_case where rehearsal = ? and place = ?")
                        .params(id, place)
                        .query((row, line) -> DrawnPath.of(
                                process,
                                content,
                                path(row.getString("path")).stream()
                                        .<@Nullable String>map(
                                                visit -> visit.process().equals(process) ? visit.element() : null)
                                        .toList(),
                                process.equals(row.getString("process")) ? row.getString("element") : null))
                        .optional()
                        .flatMap(drawing -> drawing);
    }

    /** Of the last rehearsal of the same set. */
    @Override
    public List<String> of(long draft, String set) {
        return of(draft).stream()
                .filter(one -> one.fingerprint().equals(set) && !one.running())
                .limit(1)
                .flatMap(one -> one.failure() == null
                        ? one.cases().stream().filter(Rehearsal.Case::stopped).map(RehearsalRecords::sentence)
                        : Optional.of("演练没有做完：" + one.failure()).stream())
                .toList();
    }

    private static String sentence(Rehearsal.Case one) {
        return "演练“" + one.name() + "”停在“" + one.element() + "”：" + one.reason();
    }
}
