package org.baoxiu.words;

/** How the cells of a column are written. Whatever is in codes already, as in the tables of former releases, stays as it is. */
interface Style {

    /** The cell as the program reads it. */
    String inCodes(String cell);

    /** A value that the program has, as people say it. */
    default String said(String value) {
        return value;
    }
}
