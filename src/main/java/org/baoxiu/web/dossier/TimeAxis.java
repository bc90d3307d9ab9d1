package org.baoxiu.web.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An axis on which minutes and weeks have room together: moments stand in their order, and the space between two of them grows
 * with the logarithm of the time that has passed.
 *
 * @param places how far to the right each moment is, in the units of the chart
 */
record TimeAxis(TreeMap<Instant, Integer> places) {

    /** A label needs so much room. */
    private static final int LABEL = 105;

    record Tick(String name, int x) {}

    /** @param moments all that is asked for afterwards; at least one */
    static TimeAxis of(Collection<Instant> moments, int left, int right) {
        TreeMap<Instant, Double> far = new TreeMap<>();
        double sum = 0;
        Instant before = null;
        for (Instant moment : moments.stream().sorted().distinct().toList()) {
            sum += before == null ? 0 : weight(Duration.between(before, moment));
            far.put(moment, sum);
            before = moment;
        }
        double length = sum == 0 ? 1 : sum;
        TreeMap<Instant, Integer> places = new TreeMap<>();
        far.forEach(
                (moment, distance) -> places.put(moment, left + (int) Math.round(distance / length * (right - left))));
        return new TimeAxis(places);
    }

    private static double weight(Duration time) {
        return Math.log1p(time.toSeconds() / 60.0);
    }

    int x(Instant moment) {
        return Objects.requireNonNull(places.get(moment), "no moment of this axis");
    }

    /** Moments with their times, as many as are legible beside each other. */
    List<Tick> ticks(int right) {
        List<Tick> ticks = new ArrayList<>();
        int free = Integer.MIN_VALUE;
        for (var place : places.entrySet()) {
            if (place.getValue() >= free && place.getValue() + LABEL <= right) {
                ticks.add(new Tick(Words.time(place.getKey()), place.getValue()));
                free = place.getValue() + LABEL;
            }
        }
        return ticks;
    }
}
