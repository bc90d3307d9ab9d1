package org.baoxiu.monthend.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Adds the lines of a report up as they pass. */
public final class Totals {

    private final List<Column> columns;
    private final List<Object> sums = new ArrayList<>();

    public Totals(List<Column> columns) {
        this.columns = columns;
        columns.forEach(column -> sums.add(
                switch (column.type()) {
                    case COUNT -> 0L;
                    case YUAN -> BigDecimal.ZERO.setScale(2);
                    case HOURS -> BigDecimal.ZERO.setScale(1);
                    case RATE -> new Rate(0, 0);
                    default -> "";
                }));
        sums.set(0, "合计");
    }

    public void add(List<Object> line) {
        for (int i = 1; i < columns.size(); i++) {
            Object sum = sums.get(i);
            if (line.get(i) == null) {
                continue;
            }
            if (sum instanceof Long count) {
                sums.set(i, count + (Long) line.get(i));
            } else if (sum instanceof BigDecimal amount) {
                sums.set(i, amount.add((BigDecimal) line.get(i)));
            } else if (sum instanceof Rate rate) {
                sums.set(i, rate.plus((Rate) line.get(i)));
            }
        }
    }

    /** A line under the lines, in the same columns. */
    public List<Object> line() {
        return List.copyOf(sums);
    }
}
