package org.baoxiu.lists;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;

/** By what a list is sorted; what is alike comes in the order of the numbers. */
public enum SlipOrder {
    /** The most urgent first: what runs by its due time, then what is paused, then what has no promise. */
    PROMISE("case s.promise when 'NONE' then 2 when 'PAUSED' then 1 else 0 end", "s.due_at"),
    RECEIVED("s.received_at"),
    CLOSED("s.closed_at"),
    NUMBER("s.number"),
    OFFICE("s.office"),
    PLACE("coalesce(s.place_key, s.place)"),
    STATE(ordinals("s.state", SlipState.values())),
    CLASS(ordinals("s.repair_class", RepairClass.values()));

    private final String[] expressions;

    SlipOrder(String... expressions) {
        this.expressions = expressions;
    }

    String sql(boolean descending) {
        String direction = descending ? " desc" : "";
        return Arrays.stream(expressions).map(one -> one + direction).collect(Collectors.joining(", ")) + ", s.number"
                + direction;
    }

    /** What is sorted by as columns, where a query sorts what another one has found. */
    String columns() {
        return IntStream.range(0, expressions.length)
                .mapToObj(index -> expressions[index] + " as by" + index)
                .collect(Collectors.joining(", "));
    }

    /** By the {@link #columns} that the other query has found. */
    String byColumns(boolean descending) {
        String direction = descending ? " desc" : "";
        return IntStream.range(0, expressions.length)
                .mapToObj(index -> "by" + index + direction + ", ")
                .collect(Collectors.joining("", "", "number" + direction));
    }

    /** The order of the procedure instead of that of the letters. */
    private static String ordinals(String column, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> " when '" + value.name() + "' then " + value.ordinal())
                .collect(Collectors.joining("", "case " + column, " else -1 end"));
    }
}
