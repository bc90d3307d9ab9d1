package org.baoxiu.engine;

/** Where the program keeps what is filled in by fields that it does not know ({@link FreeInput}). */
public interface FreeFieldPlaces {

    enum Form {
        START,
        /** Of a step that the program knows. */
        TASK,
        /** Of a step that a process owner has added. */
        ADDED_TASK
    }

    boolean keeps(String process, Form form);
}
