package org.baoxiu.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** Whether the engine's jobs are done and its clocks punctual, as Prometheus reads it. */
@Component
class JobMeters implements MeterBinder {

    private final ManagementService management;
    private final Clock clock;

    JobMeters(ManagementService management, Clock clock) {
        this.management = management;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("baoxiu.jobs.failed", "Jobs that nobody tries again by itself", jobs -> jobs.query()
                        .noRetriesLeft()
                        .count())
                .register(registry);
        gauge("baoxiu.jobs.due", "Jobs that could be done now", jobs -> jobs.query()
                        .executable()
                        .count())
                .register(registry);
        gauge("baoxiu.timers.late", "How late the oldest timer is that is due and has not fired", JobMeters::late)
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<JobMeters> gauge(String name, String says, ToDoubleFunction<JobMeters> figure) {
        return Gauge.builder(name, this, figure).description(says);
    }

    private JobQuery query() {
        return management.createJobQuery();
    }

    private double late() {
        return query().timers().executable().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(Job::getDuedate)
                .mapToDouble(due -> Math.max(0, clock.millis() - due.getTime()) / 1000.0)
                .findFirst()
                .orElse(0);
    }
}
