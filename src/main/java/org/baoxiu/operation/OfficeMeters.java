package org.baoxiu.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the office as Prometheus reads them, read together for one reading. */
@Component
class OfficeMeters implements MeterBinder {

    private static final Duration ONE_READING = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Clock clock;
    private @Nullable OfficeFigures figures;
    private Instant readAt = Instant.EPOCH;

    OfficeMeters(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SlipState state : SlipState.values()) {
            if (!state.ended()) {
                gauge("baoxiu.slips.open", "Open slips by state", now -> now.open()
                                .getOrDefault(state, 0))
                        .tag("state", state.name())
                        .register(registry);
            }
        }
        gauge("baoxiu.promises.overdue", "Running promises whose time is over", OfficeFigures::overdue)
                .register(registry);
        gauge("baoxiu.messages.waiting", "Messages that wait for their delivery", OfficeFigures::waiting)
                .register(registry);
        gauge("baoxiu.messages.oldest", "How long the oldest of them waits", now -> now.oldest()
                        .toSeconds())
                .baseUnit("seconds")
                .register(registry);
        gauge("baoxiu.messages.undelivered", "Messages that somebody has to see to", OfficeFigures::undelivered)
                .register(registry);
        gauge("baoxiu.months.unsettled", "Frozen months that are not received yet", OfficeFigures::months)
                .register(registry);
        gauge("baoxiu.sessions", "Logins that are still good", OfficeFigures::sessions)
                .register(registry);
    }

    private Gauge.Builder<OfficeMeters> gauge(String name, String says, ToDoubleFunction<OfficeFigures> figure) {
        return Gauge.builder(name, this, office -> figure.applyAsDouble(office.now()))
                .description(says);
    }

    private synchronized OfficeFigures now() {
        Instant now = clock.instant();
        OfficeFigures read = figures;
        if (read == null || Duration.between(readAt, now).abs().compareTo(ONE_READING) >= 0) {
            read = OfficeFigures.read(database, clock);
            figures = read;
            readAt = now;
        }
        return read;
    }
}
