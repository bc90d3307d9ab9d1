package org.baoxiu.monthend.report;

/** A column of a report; a heading of figures without a format of their own names the unit. */
public record Column(String heading, CellType type) {

    static Column of(String heading, CellType type) {
        return new Column(heading, type);
    }
}
