package org.baoxiu.models;

import java.time.Instant;
import java.util.List;

/**
 * Open cases that were moved to another version.
 *
 * @param cases  how many they were
 * @param left   how many are still to be moved
 * @param failed how many of these have failed; they stay as they were
 */
public record CaseMove(
        long id,
        String process,
        int fromVersion,
        int toVersion,
        String person,
        String reason,
        Instant started,
        int cases,
        long left,
        long failed) {

    /**
     * Where cases of a former version stand, and whether they can go on from there in the present one.
     *
     * @param step     id
     * @param name     of the step
     * @param obstacle why not, in Chinese; empty if they can
     */
    public record Standing(String step, String name, long cases, String obstacle) {}

    /**
     * What can be moved of a former version.
     *
     * @param movable cases all of whose steps are in the present version
     */
    public record Plan(String definition, int version, int toVersion, List<Standing> steps, long movable) {}
}
