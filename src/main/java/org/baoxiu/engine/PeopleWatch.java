package org.baoxiu.engine;

import java.util.Set;

/** Hears of changes of people and groups by whatever way, in the same transaction and when it has been written. */
public interface PeopleWatch {

    /**
     * Somebody is new, is called otherwise, or has come into a group or left it. Told once, however many they are.
     *
     * @param left login names of those who were deleted, or are no longer in a group
     */
    void changed(Set<String> left);

    /**
     * Somebody has another password than before.
     *
     * @param persons their login names
     */
    default void passwordsChanged(Set<String> persons) {}
}
