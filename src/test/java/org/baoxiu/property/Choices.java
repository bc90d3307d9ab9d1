package org.baoxiu.property;

import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What people decide at random. Each number decides one step in all its details; 0 is the usual, and when the numbers are
 * used up, everybody takes the shortest way to the end. So a shorter list with more zeros is a simpler case.
 */
public final class Choices {

    private final Iterator<Integer> left;
    /** Null when the step goes as usual. */
    private SplittableRandom step;

    Choices(List<Integer> steps) {
        this(steps.iterator());
    }

    /** @param steps may go on forever */
    public Choices(Iterator<Integer> steps) {
        this.left = steps;
    }

    public void nextStep() {
        int number = left.hasNext() ? left.next() : 0;
        step = number == 0 ? null : new SplittableRandom(number);
    }

    /** What is likely with so many percent and never the usual. */
    public boolean happens(int percent) {
        return step != null && step.nextInt(100) < percent;
    }

    /** One of the options; the first is the usual. */
    public <T> T oneOf(List<T> options) {
        return options.get(step == null ? 0 : step.nextInt(options.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... options) {
        return oneOf(List.of(options));
    }

    /** The usual with so many percent, otherwise one of the others. */
    @SafeVarargs
    public final <T> T mostly(int percent, T usual, T... others) {
        return happens(100 - percent) ? oneOf(others) : usual;
    }
}
