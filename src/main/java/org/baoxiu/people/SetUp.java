package org.baoxiu.people;

/** What a room above this one creates once groups and rights are there; running again changes nothing. */
public interface SetUp {

    void create();
}
