package org.baoxiu.engine;

import org.jspecify.annotations.Nullable;

/** Hears that what somebody has sent by a form was not taken, after all that it had begun is rolled back: in a transaction of its own, with all rights. */
public interface SubmissionWatch {

    /**
     * What was sent.
     *
     * @param definition of the process, its id
     * @param deployment that the definition came with
     * @param step       name of the task, or of the process that was to begin
     * @param form       id of the form; null if there is none
     * @param about      number of the slip, or what else the case is called by; null where it has no name
     */
    record Submission(
            String definition, String deployment, String step, @Nullable String form, @Nullable String about) {}

    /**
     * Not told of what two people have done at once, of what this person may not do, and of a database that cannot be reached. What it throws
     * is only logged: whoever has sent the form is refused for the first reason and no other.
     *
     * @param why   the sentence that the person reads, or what the engine says of itself; it may quote what was sent
     * @param error whether no rule has refused it, and something has failed
     */
    void refused(Submission submission, String why, boolean error);
}
