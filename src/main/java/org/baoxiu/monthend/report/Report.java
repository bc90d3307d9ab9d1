package org.baoxiu.monthend.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baoxiu.monthend.MonthScope;

/** One topic of the month: what is counted, by which definition, and the lines. Page and workbook show the same. */
public interface Report {

    /** Names it in addresses. */
    String code();

    String title();

    /** What the figures mean, in words for those who read them. */
    String definition();

    List<Column> columns(MonthScope scope);

    /** Hands each line over as it comes from the database; at most {@code limit} of them. */
    void lines(MonthScope scope, int limit, Consumer<List<Object>> line);

    default Optional<Chart> chart() {
        return Optional.empty();
    }

    /** By what the slips behind a line are found; the first cell of each line is then a {@link Key}. */
    default Optional<Dimension> dimension() {
        return Optional.empty();
    }

    /** Whether the lines add up to a total that means something. */
    default boolean summed() {
        return false;
    }
}
