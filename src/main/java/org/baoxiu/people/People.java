package org.baoxiu.people;

/** Who exists when the application has started on a new database. */
public interface People {

    void create();
}
