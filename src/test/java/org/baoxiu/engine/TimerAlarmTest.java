package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The alarm looks at the real clock: a waiting thread cannot be woken by moving the engine's. */
@ProcedureTest
class TimerAlarmTest {

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @Autowired
    private Clock clock;

    private final RecordingJobExecutor jobExecutor = new RecordingJobExecutor();
    private TimerAlarm alarm;

    @BeforeEach
    void nobodyRings() {
        alarm = alarmBy(clock);
    }

    @AfterEach
    void itStops() {
        alarm.stop();
        assertThat(alarm.isRunning()).isFalse();
    }

    @Test
    @Tag("4.6.1a")
    void itRingsWhenATimerIsDue() {
        Instant start = office.now();
        alarm.start();

        RepairCase repair = reportedSoThatRegistrationIsDueIn(Duration.ofSeconds(2));

        await().until(() -> jobExecutor.rung.stream().anyMatch(time -> !time.isBefore(registrationDue(repair))));
        // other cases of the same database may have timers of their own in this time
        assertThat((long) jobExecutor.rung.size())
                .as("rings, each for a timer")
                .isLessThanOrEqualTo(management
                        .createJobQuery()
                        .timers()
                        .duedateHigherThan(Date.from(start))
                        .duedateLowerThan(Date.from(office.now()))
                        .count());
    }

    /** A clock that stands still never comes to the moment the timer is due: the alarm has to know of it before. */
    @Test
    @Tag("4.6.1a")
    void itSeesATimerBeforeItIsDue() {
        RepairCase repair = reportedSoThatRegistrationIsDueIn(Duration.ofMinutes(1));
        alarm = alarmBy(Clock.fixed(registrationDue(repair).minusMillis(300), ZoneOffset.UTC));

        alarm.start();

        await().until(() -> !jobExecutor.rung.isEmpty());
    }

    @Test
    void withoutAJobExecutorNothingIsWatched() {
        TimerAlarm idle =
                new TimerAlarm(management, new StaticListableBeanFactory().getBeanProvider(JobExecutor.class), clock);
        idle.start();
        assertThat(idle.isRunning()).isFalse();
    }

    private TimerAlarm alarmBy(Clock time) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("jobExecutor", jobExecutor);
        return new TimerAlarm(management, beans.getBeanProvider(JobExecutor.class), time);
    }

    private RepairCase reportedSoThatRegistrationIsDueIn(Duration time) {
        Instant received = office.now().plus(time).minus(Duration.ofMinutes(3));
        return office.reports(
                "clerk1", Answers.with(Answers.leakingTap(), "channel", "letter", "receivedAt", received.toString()));
    }

    private Instant registrationDue(RepairCase repair) {
        return ((Date) repair.variable("registrationDue")).toInstant();
    }

    private final class RecordingJobExecutor extends JobExecutor {

        private final List<Instant> rung = new CopyOnWriteArrayList<>();

        @Override
        public void jobWasAdded() {
            rung.add(clock.instant());
        }

        @Override
        protected void startExecutingJobs() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void stopExecutingJobs() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void executeJobs(List<String> jobIds, ProcessEngineImpl processEngine) {
            throw new UnsupportedOperationException();
        }
    }
}
