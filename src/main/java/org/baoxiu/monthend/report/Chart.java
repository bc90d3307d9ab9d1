package org.baoxiu.monthend.report;

/**
 * The chart of a report.
 *
 * @param value  the number of the column that is drawn, a bar for each line under the name in its first column; 0 for a curve
 *               of the first line across all columns
 */
public record Chart(String title, int value) {

    public boolean curve() {
        return value == 0;
    }
}
