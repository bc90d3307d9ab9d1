package org.baoxiu.nodes;

import java.util.Random;

/**
 * How often and at which moments the faults come: a few times in the build, many times with {@code -Dfaults=long}. The moments are those of
 * the seed, which is printed and may be given ({@code -Dfaults.seed=…}); what a node is doing in them no seed can tell.
 */
final class Faults {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

    private Faults() {}

    static boolean manyTimes() {
        return "long".equals(System.getProperty("faults"));
    }

    static Random moments(String of) {
        say(of + ": -Dfaults.seed=" + SEED);
        return new Random(SEED + of.hashCode());
    }

    /** The counts are read by whoever runs the long form. */
    static void say(String line) {
        System.out.println("[faults] " + line);
    }
}
