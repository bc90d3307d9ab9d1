package org.baoxiu.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the job executor at the moment the next timer is due; by itself it would find the timer at its next poll only. The
 * database is asked, so that a timer of another node wakes this one too. Polling goes on and finds what this alarm misses.
 */
@Component
@ConditionalOnProperty(name = "baoxiu.timer-alarm", matchIfMissing = true)
class TimerAlarm implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TimerAlarm.class);
    /** A timer that is set for sooner than this may have to wait for the poll. */
    private static final long LOOK_AHEAD_MILLIS = 500;

    private final ManagementService management;
    private final ObjectProvider<JobExecutor> jobExecutor;
    private final Clock clock;
    private final Object stopped = new Object();
    private @Nullable Thread thread;

    TimerAlarm(ManagementService management, ObjectProvider<JobExecutor> jobExecutor, Clock clock) {
        this.management = management;
        this.jobExecutor = jobExecutor;
        this.clock = clock;
    }

    @Override
    public void start() {
        JobExecutor executor = jobExecutor.getIfAvailable();
        synchronized (stopped) {
            if (executor != null && thread == null) {
                thread = new Thread(() -> watch(executor), "timer-alarm");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void watch(JobExecutor executor) {
        Instant rung = clock.instant();
        boolean goOn = true;
        while (goOn) {
            Optional<Instant> next = nextDue(rung);
            goOn = rests(next.map(due -> due.toEpochMilli() - clock.millis()).orElse(LOOK_AHEAD_MILLIS));
            if (goOn && next.isPresent()) {
                executor.jobWasAdded();
                rung = next.get();
            }
        }
    }

    /** Of the timers in sight; all that wait would have to be sorted. */
    private Optional<Instant> nextDue(Instant after) {
        Instant horizon = clock.instant().plusMillis(LOOK_AHEAD_MILLIS);
        try {
            return management
                    .createJobQuery()
                    .timers()
                    .active()
                    .duedateHigherThan(Date.from(after))
                    .duedateLowerThan(Date.from(horizon))
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1)
                    .stream()
                    .findFirst()
                    .map(Job::getDuedate)
                    .map(Date::toInstant);
        } catch (RuntimeException e) {
            LOG.warn("Cannot see which timer is due next; timers fire when the job executor polls", e);
            return Optional.empty();
        }
    }

    /** Not by an interrupt: that would close the file of an H2 database. */
    private boolean rests(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        synchronized (stopped) {
            long left = millis;
            while (thread != null && left > 0) {
                try {
                    stopped.wait(left);
                } catch (InterruptedException e) {
                    return false;
                }
                left = (until - System.nanoTime() + 999_999) / 1_000_000;
            }
            return thread != null;
        }
    }

    @Override
    public void stop() {
        Thread watching;
        synchronized (stopped) {
            watching = thread;
            thread = null;
            stopped.notifyAll();
        }
        try {
            if (watching != null) {
                watching.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (stopped) {
            return thread != null;
        }
    }
}
