package org.baoxiu.shared;

import java.util.function.Supplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Tries a whole transaction again that found a colleague, a timer or a twin of itself at work on the same slip: nobody who
 * reports or urges has to know of that.
 */
@Component
public class Attempts {

    private static final int MOST = 6;
    private static final int SHORTEST_WAIT_MILLIS = 50;
    private static final int LONGEST_WAIT_MILLIS = 1000;

    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(MOST)
            .exponentialBackoff(SHORTEST_WAIT_MILLIS, 2, LONGEST_WAIT_MILLIS, true)
            .retryOn(Attempts::passes)
            .build();

    /** @param transaction the whole of one, so that nothing is left of an attempt that failed */
    public <T> T of(Supplier<T> transaction) {
        return retry.execute(attempt -> transaction.get());
    }

    private static boolean passes(Throwable error) {
        return error instanceof TransientDataAccessException
                || error instanceof Rejection refused && refused.kind() == Rejection.Kind.BUSY;
    }
}
