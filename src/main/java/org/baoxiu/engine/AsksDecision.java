package org.baoxiu.engine;

/** A part of the application that asks a decision by itself: no process refers to it and so tells that it is needed. */
public interface AsksDecision {

    /** The id of the decision. */
    String decision();

    /** The resource name of the file that has it among the application's own models. */
    String file();
}
