package org.baoxiu.workflow.engine;

/** Hears of changes of people and groups by whatever way, in the same transaction and when it has been written. */
public interface PeopleWatch {

  /** Somebody was deleted, or is no longer in a group. */
  void left(String person);

  /** Somebody is new, is called otherwise, or has come into a group. */
  void changed();
}
