package org.baoxiu.models;

/** Counts what a draft would have changed, as far as one part of the procedure is concerned. */
public interface ReplayCount {

    /** How many things there are to look at; zero if the draft does not concern it. */
    long things(ReplayedTables tables);

    /** Asked if there is anything to look at. */
    void count(ReplayedTables tables);
}
