package org.baoxiu.slip;

import java.util.Set;

/**
 * Who does a step.
 *
 * @param id     the login name, or {@link #SYSTEM} for what the process does by itself
 * @param groups the groups that the person belongs to
 */
public record Person(String id, Set<String> groups) {

  public static final String SYSTEM = "system";

  public static Person system() {
    return new Person(SYSTEM, Set.of());
  }

  public boolean isIn(String group) {
    return groups.contains(group);
  }
}
