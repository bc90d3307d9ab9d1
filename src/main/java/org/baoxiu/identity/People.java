package org.baoxiu.identity;

/** Who exists when the application has started on a new database. */
interface People {

  void create();
}
