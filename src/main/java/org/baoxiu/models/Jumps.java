package org.baoxiu.models;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.engine.Arrival;
import org.baoxiu.shared.DurationText;
import org.springframework.stereotype.Component;

/**
 * Prices and limits that differ by more than half from what is active, such as 4500 in a column of yuan: most of them are slips of
 * the pen. Whoever means it says so in the name of the deployment. What was active once was meant once.
 */
@Component
class Jumps {

    /** In the name of a deployment. */
    static final String WORD = "已确认";

    static final String BY_NAME = "确实要这样改的，在部署名称里写上“" + WORD + "”再部署一次。";

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final ActiveModels active;

    Jumps(ActiveModels active) {
        this.active = active;
    }

    static boolean confirmed(Arrival arrival) {
        return arrival.confirmed() || arrival.name() != null && arrival.name().contains(WORD);
    }

    /** @param how what somebody does who means it, a sentence */
    void of(ModelSet before, Map<String, TableModel> arriving, String how, Faults faults) {
        arriving.forEach((key, decision) -> {
            TableModel former = before.decisions().get(key);
            if (former != null) {
                Faults found = new Faults();
                compare(former, decision, how, found);
                if (!found.none() && !active.wasActive(key, decision.content())) {
                    faults.addAll(found);
                }
            }
        });
    }

    private static void compare(TableModel former, TableModel decision, String how, Faults faults) {
        TableModel formerly = former.asWritten();
        TableModel written = decision.asWritten();
        Map<List<String>, TableModel.Row> rows = new HashMap<>();
        former.rows().forEach(row -> rows.putIfAbsent(row.inputs(), row));
        for (TableModel.Row row : decision.rows()) {
            TableModel.Row was = rows.get(row.inputs());
            if (was == null) {
                continue;
            }
            for (int column = 0; column < decision.outputs().size(); column++) {
                TableModel.Output output = decision.outputs().get(column);
                int before = names(former).indexOf(output.name());
                if (before >= 0
                        && column < row.outputs().size()
                        && before < was.outputs().size()
                        && jumps(was.outputs().get(before), row.outputs().get(column))) {
                    faults.add(
                            decision.file(),
                            "“%s”%s的“%s”原来是 %s，现在是 %s，相差一半以上。请再看一遍单位（元、小时等）；%s",
                            decision.name(),
                            row.place(),
                            output.label(),
                            said(former, formerly, was, before),
                            said(decision, written, row, column),
                            how);
                }
            }
        }
    }

    private static List<String> names(TableModel decision) {
        return decision.outputs().stream().map(TableModel.Output::name).toList();
    }

    /** As it is written, with the unit where there are two. */
    private static String said(TableModel read, TableModel written, TableModel.Row row, int column) {
        String cell = written.rows().get(row.number() - 1).outputs().get(column);
        return written.outputs()
                        .get(column)
                        .name()
                        .equals(read.outputs().get(column).name())
                ? cell
                : cell + " 元";
    }

    private static boolean jumps(String was, String is) {
        Optional<BigDecimal> before = figure(was);
        Optional<BigDecimal> after = figure(is);
        return before.isPresent()
                && after.isPresent()
                && before.get().signum() > 0
                && differs(before.get(), after.get());
    }

    private static boolean differs(BigDecimal before, BigDecimal after) {
        return after.subtract(before)
                        .abs()
                        .divide(before, 6, RoundingMode.HALF_UP)
                        .compareTo(HALF)
                > 0;
    }

    /** A number, or the seconds of a duration. */
    private static Optional<BigDecimal> figure(String cell) {
        String text = cell.strip();
        try {
            return Optional.of(
                    text.startsWith("\"")
                            ? BigDecimal.valueOf(
                                    DurationText.parse(text.replace("\"", "")).toSeconds())
                            : new BigDecimal(text));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
