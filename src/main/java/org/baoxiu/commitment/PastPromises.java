package org.baoxiu.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.baoxiu.calendar.ServiceCalendar;
import org.springframework.stereotype.Service;

/** The promises of a span of time, and what another limit would have made of each. */
@Service
public class PastPromises {

    private static final int AT_ONCE = 2_000;

    private final CommitmentRepository commitments;
    private final ServiceCalendar calendar;
    private final Clock clock;

    PastPromises(CommitmentRepository commitments, ServiceCalendar calendar, Clock clock) {
        this.commitments = commitments;
        this.calendar = calendar;
        this.clock = clock;
    }

    public long count(Instant from, Instant until) {
        return commitments.countBegun(from, until);
    }

    /** All that began in it, but for those that are owed no more; as many at once as the memory bears. */
    public void each(Instant from, Instant until, Consumer<List<Commitment>> reader) {
        long after = 0;
        for (List<Commitment> some = commitments.begun(from, until, after, AT_ONCE);
                !some.isEmpty();
                some = commitments.begun(from, until, after, AT_ONCE)) {
            reader.accept(some);
            after = some.get(some.size() - 1).id();
        }
    }

    public boolean missed(Commitment promise) {
        return promise.missedBy(clock.instant());
    }

    public boolean missed(Commitment promise, Limit other) {
        return promise.missedBy(clock.instant(), other, calendar);
    }
}
