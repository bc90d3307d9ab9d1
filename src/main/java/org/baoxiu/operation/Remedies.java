package org.baoxiu.operation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.engine.FailedWork;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.people.ActsAs;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does about what has failed. Each is written down with its person and, where it changes a case, with its reason. */
@Service
public class Remedies {

    public static final int LONGEST_REASON = 200;
    private static final int LONGEST = 500;

    private final FailedWork work;
    private final RefusedDecisions decisions;
    private final Installation installation;
    private final Backups backups;
    private final Checks checks;
    private final Slips slips;
    private final ActsAs actsAs;
    private final Persons persons;
    private final JdbcClient database;
    private final Clock clock;

    Remedies(
            FailedWork work,
            RefusedDecisions decisions,
            Installation installation,
            Backups backups,
            Checks checks,
            Slips slips,
            ActsAs actsAs,
            Persons persons,
            JdbcClient database,
            Clock clock) {
        this.work = work;
        this.decisions = decisions;
        this.installation = installation;
        this.backups = backups;
        this.checks = checks;
        this.slips = slips;
        this.actsAs = actsAs;
        this.persons = persons;
        this.database = database;
        this.clock = clock;
    }

    /** @param reason or null, as {@code slip} */
    public record Done(Instant at, String by, String what, @Nullable String reason, @Nullable String slip) {}

    /** Newest first. */
    public List<Done> latest(int most) {
        return database.sql(
                        "select done_at, done_by, what, reason, slip_number from remedy order by id desc fetch first ? rows only")
                .param(most)
                .query((row, index) -> new Done(
                        LocalTimes.instant(row, "done_at"),
                        row.getString("done_by"),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getString("slip_number")))
                .list();
    }

    /** @param by login name, as everywhere here */
    @Transactional
    public void tryAgain(String step, String by) {
        FailedWork.Failed failed = failed(step);
        actsAs.person(by, () -> {
            work.tryAgain(step);
            return step;
        });
        done(by, "再试一次：" + named(failed), null, failed.about());
    }

    /** The slip's history says so too: whoever reads it later sees why a step is missing. */
    @Transactional
    public void skip(String step, String typedReason, String by) {
        String reason = Texts.line(typedReason);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Rejection.invalid("请写明为什么可以跳过，最多 " + LONGEST_REASON + " 个字：以后的人要看得懂。");
        }
        FailedWork.Failed failed = failed(step);
        actsAs.person(by, () -> {
            work.skip(step);
            return step;
        });
        done(by, "跳过：" + named(failed), reason, failed.about());
        Optional.ofNullable(failed.about())
                .filter(slips::exists)
                .ifPresent(number -> slips.note(
                        number,
                        new Person(by, Set.copyOf(persons.groupsOf(by))),
                        0,
                        "3.3",
                        "系统管理员跳过没办成的“" + failed.step() + "”：" + reason));
    }

    private FailedWork.Failed failed(String step) {
        return work.of(step).orElseThrow(() -> Rejection.outOfTurn("这一步已经办好，或者有人正在处理，不用再办。"));
    }

    private static String named(FailedWork.Failed failed) {
        return failed.process() + "“" + failed.step() + "”（" + failed.why() + "）";
    }

    @Transactional
    public void mended(String decision, String by) {
        decisions.forget(decision);
        done(by, "规则表 " + decision + " 已改好", null, null);
    }

    /** This is the real installation from now on. */
    @Transactional
    public void confirm(String by) {
        if (work.anyDue()) {
            throw Rejection.busy("还有到期的后台步骤在补办，请等一两分钟再确认：确认以前补办的，都不会重复通知。");
        }
        installation.confirm(by);
        done(by, "确认恢复出来的副本是正式系统", null, null);
    }

    public boolean restoredCopy() {
        return !installation.allowed();
    }

    /** @return where it is */
    public Path backUp(String by) {
        Path file = backups.make();
        done(by, "备份到 " + file, null, null);
        return file;
    }

    public boolean canBackUp() {
        return backups.possible();
    }

    /** When and where, in words; empty if there is none yet. */
    public Optional<String> latestBackup() {
        return backups.latest().map(made -> Times.minuteAndYear(made.at()) + "，" + made.place());
    }

    /** @return what does not agree */
    public List<String> check(String by) {
        List<String> findings = checks.check(by).findings();
        done(by, "检查记录是否对得上：" + (findings.isEmpty() ? "都对得上" : findings.size() + " 处对不上"), null, null);
        return findings;
    }

    /** When, and what was found; empty if nobody has looked yet. */
    public Optional<Looked> latestCheck() {
        return checks.latest().map(check -> new Looked(Times.minuteAndYear(check.at()), check.findings()));
    }

    public record Looked(String at, List<String> findings) {}

    private void done(String by, String what, @Nullable String reason, @Nullable String about) {
        String slip = Optional.ofNullable(about).filter(slips::exists).orElse(null);
        database.sql("insert into remedy (done_at, done_by, what, reason, slip_number) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(LocalTimes.local(clock.instant()), by, Excerpt.of(what, LONGEST), reason, slip))
                .update();
    }
}
