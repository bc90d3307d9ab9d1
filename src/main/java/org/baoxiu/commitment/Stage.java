package org.baoxiu.commitment;

/** Why somebody is told of a clock: it will be missed soon, it is missed, or it still is. */
public enum Stage {
    WARNING,
    MISSED,
    AGAIN
}
