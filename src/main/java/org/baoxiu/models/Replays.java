package org.baoxiu.models;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.baoxiu.engine.DraftDecisions;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;

/**
 * Tries the tables of a draft on what the office has decided in a period, aside: one thread of this node, one at a time in the office, while
 * progress and result are in the database for whichever node is asked. A node that dies leaves a replay that nobody hears of any more.
 */
@Service
public class Replays implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int LONGEST_NAMES = 1_000;
    private static final int LONGEST_WORDS = 100;
    private static final int SHOWN = 500;
    private static final int KEPT = 20;

    private final ModelDrafts drafts;
    private final ActiveModels active;
    private final PastDecisions decisions;
    private final DraftDecisions tables;
    private final List<ReplayCount> counts;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final ExecutorService aside = Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "replay");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    Replays(
            ModelDrafts drafts,
            ActiveModels active,
            PastDecisions decisions,
            DraftDecisions tables,
            List<ReplayCount> counts,
            JdbcClient database,
            JdbcTemplate batches,
            Clock clock) {
        this.drafts = drafts;
        this.active = active;
        this.decisions = decisions;
        this.tables = tables;
        this.counts = counts;
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @param until the last day, no later than today
     * @throws Rejection if the draft changes no table, the days are none, or another one runs
     */
    public long begin(long draft, LocalDate from, LocalDate until, String person) {
        if (until.isBefore(from)) {
            throw Rejection.invalid("“到”不能早于“从”，请改正日期。");
        }
        Map<String, TableModel> changed = changed(draft);
        if (changed.isEmpty()) {
            throw Rejection.invalid("这份草稿没有改规则表，没有可以重算的。流程图和表单不影响以前的判断。");
        }
        if (runs()) {
            throw Rejection.invalid("正在重算另一份，请等它算完再开始。");
        }
        Instant now = clock.instant();
        KeyHolder key = new GeneratedKeyHolder();
        String names = String.join(
                "、", changed.values().stream().map(TableModel::name).distinct().toList());
        database.sql(
                        "insert into model_replay (draft, files, person, from_day, until_day, started_at, seen_at, done, of_all) values (?, ?, ?, ?, ?, ?, ?, 0, 0)")
                .params(
                        draft,
                        names.length() > LONGEST_NAMES ? names.substring(0, LONGEST_NAMES) : names,
                        person,
                        Date.valueOf(from),
                        Date.valueOf(until),
                        LocalTimes.local(now),
                        LocalTimes.local(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        aside.execute(() -> run(id, from, until, changed));
        return id;
    }

    private boolean runs() {
        return database.sql("select count(*) from model_replay where finished_at is null and seen_at > ?")
                        .param(LocalTimes.local(clock.instant().minus(SILENCE)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The decisions that would be others, by their ids. */
    private Map<String, TableModel> changed(long draft) {
        ModelSet before = active.now();
        Map<String, TableModel> changed = new HashMap<>();
        Arriving.at(before, GoingLive.arrivals(new Models(drafts.files(draft)), "草稿", true))
                .decisions()
                .forEach((key, table) -> {
                    TableModel now = before.decisions().get(key);
                    if (now == null || !Arrays.equals(now.content(), table.content())) {
                        changed.put(key, table);
                    }
                });
        return changed;
    }

    /** To be waited for by tests, and by a benchmark. */
    void run(long id, LocalDate from, LocalDate until, Map<String, TableModel> changed) {
        String failure = null;
        Written notes = new Written(id);
        try {
            Map<String, Function<Map<String, Object>, Optional<Map<String, Object>>>> read = new HashMap<>();
            Map<String, List<TableModel.Input>> columns = new HashMap<>();
            changed.forEach((key, table) -> {
                read.put(key, tables.of(table.content(), key));
                columns.put(key, table.inputs());
            });
            ReplayRun run = new ReplayRun(start(from), start(until.plusDays(1)), read, columns, decisions, notes);
            Map<ReplayCount, Long> things = new HashMap<>();
            counts.forEach(count -> things.put(count, count.things(run)));
            database.sql("update model_replay set of_all = ? where id = ?")
                    .params(things.values().stream().mapToLong(Long::longValue).sum(), id)
                    .update();
            counts.stream().filter(count -> things.getOrDefault(count, 0L) > 0).forEach(count -> count.count(run));
            if (things.values().stream().allMatch(all -> all == 0)) {
                run.figure("这段时间没有记录下来的判断可以重算。");
            }
            run.lacking().forEach(run::figure);
            unrecorded(run, changed);
        } catch (RuntimeException e) {
            LOG.warn("The replay {} has failed", id, e);
            failure = e instanceof Rejection ? e.getMessage() : "重算没有完成，请检查草稿能不能通过检查，再试一次。";
        }
        notes.write();
        Instant now = clock.instant();
        database.sql("update model_replay set finished_at = ?, seen_at = ?, failure = ? where id = ?")
                .params(LocalTimes.local(now), LocalTimes.local(now), failure, id)
                .update();
        forgetOld();
    }

    private void unrecorded(ReplayRun run, Map<String, TableModel> changed) {
        if (changed.containsKey("repairClassification")) {
            long without = decisions.slipsWithout("repairClassification", run.from(), run.until());
            if (without > 0) {
                run.figure("另有 " + without + " 件是开始逐次记录判断以前界定的，缺少当时的输入，没有重算。");
            }
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    private void forgetOld() {
        List<Long> old = database.sql("select id from model_replay order by id desc offset ? rows")
                .param(KEPT)
                .query(Long.class)
                .list();
        for (String table : List.of("model_replay_slip", "model_replay_figure")) {
            old.forEach(id -> database.sql("delete from " + table + " where replay = ?")
                    .param(id)
                    .update());
        }
        old.forEach(id ->
                database.sql("delete from model_replay where id = ?").param(id).update());
    }

    public Optional<Replay> one(long id) {
        return database.sql("select * from model_replay where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Those of a draft, the newest first. */
    public List<Replay> of(long draft) {
        return database.sql("select * from model_replay where draft = ? order by id desc")
                .param(draft)
                .query(this::read)
                .list();
    }

    private Replay read(ResultSet row, int line) throws SQLException {
        long id = row.getLong("id");
        return new Replay(
                id,
                row.getLong("draft"),
                row.getString("files"),
                row.getString("person"),
                row.getDate("from_day").toLocalDate(),
                row.getDate("until_day").toLocalDate(),
                LocalTimes.instant(row, "started_at"),
                LocalTimes.instant(row, "seen_at"),
                row.getLong("done"),
                row.getLong("of_all"),
                LocalTimes.instantOrNull(row, "finished_at"),
                row.getString("failure"),
                database.sql("select words from model_replay_figure where replay = ? order by place")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    /** Whether nobody has heard of it for so long that it has died with its node. */
    public boolean isLost(Replay replay) {
        return replay.running() && replay.seen().isBefore(clock.instant().minus(SILENCE));
    }

    /** The slips that would have gone another way, at most {@value #SHOWN}. */
    public List<Replay.Change> changes(long id) {
        return database.sql("select * from model_replay_slip where replay = ? order by id limit ?")
                .params(id, SHOWN)
                .query((row, line) -> new Replay.Change(
                        row.getString("slip_number"),
                        row.getString("what"),
                        row.getString("was"),
                        row.getString("becomes")))
                .list();
    }

    @Override
    public void destroy() {
        aside.shutdownNow();
    }

    /** Writes many lines at once: each of them alone would take longer than the decision. */
    private final class Written implements ReplayRun.Notes {

        private static final int MANY = 1_000;

        private final long id;
        private final List<Object[]> lines = new ArrayList<>();
        private int figures;
        private long done;

        Written(long id) {
            this.id = id;
        }

        @Override
        public void changed(Replay.Change change) {
            lines.add(new Object[] {id, change.slip(), change.what(), cut(change.was()), cut(change.becomes())});
            if (lines.size() >= MANY) {
                write();
            }
        }

        private static String cut(String words) {
            return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        }

        void write() {
            batches.batchUpdate(
                    "insert into model_replay_slip (replay, slip_number, what, was, becomes) values (?, ?, ?, ?, ?)",
                    lines);
            lines.clear();
        }

        @Override
        public void figure(String sentence) {
            database.sql("insert into model_replay_figure (replay, place, words) values (?, ?, ?)")
                    .params(id, figures++, sentence)
                    .update();
        }

        @Override
        public void looked(long more) {
            done += more;
            database.sql("update model_replay set done = ?, seen_at = ? where id = ?")
                    .params(done, LocalTimes.local(clock.instant()), id)
                    .update();
        }
    }
}
