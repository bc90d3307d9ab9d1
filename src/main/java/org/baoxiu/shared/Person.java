package org.baoxiu.shared;

import java.util.Set;

/**
 * Who does a step.
 *
 * @param id     the login name, {@link #SYSTEM} for what the process does by itself, or {@link #OWNER} for whoever uses the
 *               pages of the owners: no login name can be written like this
 * @param groups the groups that the person belongs to
 */
public record Person(String id, Set<String> groups) {

    public static final String SYSTEM = "system";
    public static final String OWNER = "业主";
    /** The one group of owners: it has rights, and no members. */
    public static final String OWNERS = "owner";

    public static Person system() {
        return new Person(SYSTEM, Set.of());
    }

    public static Person owner() {
        return new Person(OWNER, Set.of(OWNERS));
    }

    /** Whether it is somebody with a login. */
    public boolean colleague() {
        return !id.equals(SYSTEM) && !id.equals(OWNER);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
