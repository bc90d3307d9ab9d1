package org.baoxiu.monthend;

/**
 * The chart of a report.
 *
 * @param value  the number of the column that is drawn, a bar for each line under the name in its first column; 0 for a curve
 *               of the first line across all columns
 */
record Chart(String title, int value) {

  boolean curve() {
    return value == 0;
  }
}
