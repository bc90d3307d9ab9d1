package org.baoxiu.web.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The times at which something happened, numbered from 0. What follows within a second is the same moment: somebody has done something,
 * and the system went on by itself.
 */
final class Moments {

    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final TreeMap<Instant, Integer> numbers = new TreeMap<>();

    Moments(Collection<Instant> times) {
        times.stream().sorted().forEach(time -> {
            if (numbers.isEmpty() || !time.isBefore(numbers.lastKey().plus(TOGETHER))) {
                numbers.put(time, numbers.size());
            }
        });
    }

    /** @param time one of those that it was made of */
    int number(Instant time) {
        return Objects.requireNonNull(numbers.floorEntry(time), "no time of these moments")
                .getValue();
    }

    List<Instant> all() {
        return List.copyOf(numbers.keySet());
    }
}
