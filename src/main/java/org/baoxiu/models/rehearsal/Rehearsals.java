package org.baoxiu.models.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.GoingLive;
import org.baoxiu.models.WholeSet;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Drafts are rehearsed aside: a thread of this node looks after the process, one at a time in the office, while result and progress are in the
 * database for whichever node is asked.
 */
@Service
public class Rehearsals implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final long HEARTBEAT_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 10;

    private final GoingLive live;
    private final RehearsalRecords records;
    private final ThisProgram program;
    private final RehearsalProperties limits;
    private final IdentityService identity;
    private final ScheduledThreadPoolExecutor aside = new ScheduledThreadPoolExecutor(3, run -> {
        Thread thread = new Thread(run, "rehearsal");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile @Nullable RehearsalProcess running;

    Rehearsals(
            GoingLive live,
            RehearsalRecords records,
            ThisProgram program,
            RehearsalProperties limits,
            IdentityService identity) {
        this.live = live;
        this.records = records;
        this.program = program;
        this.limits = limits;
        this.identity = identity;
        // a limit that is not reached keeps nothing waiting at the end
        aside.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins one.
     *
     * @throws Rejection if the draft could not go live, changes nothing, or another one runs
     */
    public long begin(long draft, String person) {
        WholeSet set = live.whole(draft);
        long id = records.begin(draft, set, person);
        aside.execute(() -> run(id, set));
        return id;
    }

    private void run(long id, WholeSet set) {
        ScheduledFuture<?> heartbeat =
                aside.scheduleAtFixedRate(() -> seen(id), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        String failure;
        try {
            failure = rehearse(id, set);
        } catch (RuntimeException e) {
            LOG.warn("The rehearsal {} has failed", id, e);
            failure = "演练没有做成。请再演练一次；还是这样，请系统管理员看日志。";
        } finally {
            heartbeat.cancel(false);
        }
        records.finish(id, failure);
    }

    private void seen(long id) {
        try {
            records.seen(id);
        } catch (RuntimeException e) {
            LOG.debug("The rehearsal {} is not heard of", id, e);
        }
    }

    /** @return what has come between; null if all cases were gone through */
    private @Nullable String rehearse(long id, WholeSet set) {
        AtomicBoolean late = new AtomicBoolean();
        AtomicInteger over = new AtomicInteger();
        try (RehearsalProcess process = RehearsalProcess.start(program, limits.memory())) {
            running = process;
            ScheduledFuture<?> limit = aside.schedule(
                    () -> {
                        late.set(true);
                        process.kill();
                    },
                    limits.timeLimit().toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return process.rehearse(
                                new Order(
                                        staffed(),
                                        set.deployments(),
                                        NamedCases.all().names()),
                                run -> records.add(id, over.getAndIncrement(), run))
                        .map(refused -> "演练时没有通过检查：" + refused)
                        .orElse(null);
            } catch (RehearsalProcess.Ended ended) {
                LOG.warn("The rehearsal {} has not been gone through", id, ended);
                return why(ended, late.get());
            } finally {
                limit.cancel(false);
            }
        } finally {
            running = null;
        }
    }

    /** In which groups of the office somebody is; those of a single place are none that a diagram names. */
    private Map<String, Boolean> staffed() {
        return identity.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(group -> !OfficeGroups.isAtOffice(group)
                        && OfficeGroups.office(group).isEmpty())
                .collect(Collectors.toMap(
                        Function.identity(),
                        group -> identity.createUserQuery().memberOfGroup(group).count() > 0));
    }

    private String why(RehearsalProcess.Ended ended, boolean late) {
        if (stopping.get()) {
            return "演练到一半，系统停了。请重新演练。";
        }
        if (late) {
            return "超过 " + limits.timeLimit().toSeconds() + " 秒还没有演练完，已经停掉。请再演练一次；还是这样，请系统管理员看服务器忙不忙。";
        }
        return ended.outOfMemory()
                ? "演练的内存不够（" + limits.memory().toMegabytes() + " MB），已经停掉。请系统管理员调大设置 baoxiu.rehearsal.memory。"
                : "演练的程序意外停了，没有演练完。请再演练一次；还是这样，请系统管理员看日志。";
    }

    public Optional<Rehearsal> one(long id) {
        return records.one(id);
    }

    /** Those of a draft, the newest first. */
    public List<Rehearsal> of(long draft) {
        return records.of(draft);
    }

    /** How many cases are gone through. */
    public int all() {
        return NamedCases.all().cases().size();
    }

    /** The way of a case over the diagram of one process. */
    public Optional<Drawing> drawing(long id, int place, String process) {
        return records.drawing(id, place, process);
    }

    /** What runs is said to have stopped, as long as there is a database to say it in. */
    @Override
    public void destroy() throws InterruptedException {
        stopping.set(true);
        RehearsalProcess process = running;
        if (process != null) {
            process.kill();
        }
        aside.shutdown();
        aside.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
