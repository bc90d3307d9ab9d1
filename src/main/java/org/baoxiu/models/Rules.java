package org.baoxiu.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.engine.Cells;
import org.baoxiu.engine.FreeInput;
import org.baoxiu.words.Literals;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks each table for every combination of the values that it and the shipped one name, and of others: a row that never decides, two
 * rows that decide at once where only one may, and a question of the program that nothing answers any more are found.
 */
@Component
@Order(11)
class Rules implements Check {

    /** More combinations than this are not tried one by one. */
    private static final int MOST = 200_000;

    private static final Object OTHER = "（其他）";

    private final Shipped shipped;
    private final Cells cells;

    Rules(Shipped shipped, Cells cells) {
        this.shipped = shipped;
        this.cells = cells;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.decisions().values().stream()
                .filter(decision -> decision.table().isPresent())
                .forEach(decision -> {
                    TableModel contract = shipped.models().decisions().get(decision.key());
                    if (oneRowAnswers(decision, contract, faults) && syntax(decision, faults)) {
                        table(decision, contract, faults);
                    }
                });
    }

    /** The program takes the answer of one row; where several answer it gets none. */
    private static boolean oneRowAnswers(TableModel decision, @Nullable TableModel contract, Faults faults) {
        HitPolicy policy = decision.hitPolicy();
        if (contract == null
                || policy == contract.hitPolicy()
                || policy == HitPolicy.FIRST
                || policy == HitPolicy.UNIQUE) {
            return true;
        }
        faults.add(
                decision.file(),
                "“%s”的命中策略（Hit policy）是 %s，会有几行一起回答，而程序只要一行的回答。请改回 %s。",
                decision.name(),
                policy,
                contract.hitPolicy());
        return false;
    }

    private boolean syntax(TableModel decision, Faults faults) {
        boolean fine = true;
        List<TableModel.Row> written = decision.asWritten().rows();
        for (TableModel.Row row : decision.rows()) {
            for (int column = 0;
                    column < row.inputs().size() && column < decision.inputs().size();
                    column++) {
                String cell = row.inputs().get(column);
                TableModel.Input input = decision.inputs().get(column);
                String problem = problem(cell, input, decision.key());
                if (problem != null) {
                    fine = false;
                    faults.add(
                            decision.file(),
                            "“%s”%s的“%s”是 %s：%s。",
                            decision.name(),
                            row.place(),
                            input.label(),
                            written.get(row.number() - 1).inputs().get(column),
                            problem);
                }
            }
        }
        return fine;
    }

    private @Nullable String problem(String cell, TableModel.Input input, String decision) {
        List<String> bare = Literals.namesIn(cell).stream()
                .filter(name -> !Set.of("true", "false", "not", "null", "or").contains(name))
                .toList();
        if (!bare.isEmpty()) {
            return "文字要加英文引号，例如 \"" + bare.get(0) + "\"";
        }
        if (cell.matches(".*[“”‘’，].*") && Literals.in(cell).isEmpty()) {
            return "引号和逗号要用英文的";
        }
        for (Object value : sample(cell, input)) {
            try {
                cells.matches(cell, value);
            } catch (IllegalArgumentException e) {
                return "写法有错（" + Sentences.reason(e) + "）";
            }
        }
        if (!cell.isBlank()
                && "string".equals(input.type())
                && Literals.in(cell).isEmpty()
                && !cell.equals("-")) {
            return "这一列要填加引号的文字";
        }
        List<String> unknown = TableWords.isClosed(decision, input.expression())
                ? Literals.in(cell).stream().filter(Rules::isChinese).toList()
                : List.of();
        if (!unknown.isEmpty()) {
            return "没有“" + String.join("”、“", unknown) + "”。请从这一列可选的值里选";
        }
        if (!cell.isBlank() && "boolean".equals(input.type()) && !cell.matches("true|false|-")) {
            return "这一列只能填 true、false 或留空";
        }
        return null;
    }

    /** A word of people that is none of the column's; what is no word at all is a code of some release. */
    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static List<Object> sample(String cell, TableModel.Input input) {
        return switch (String.valueOf(input.type())) {
            case "boolean" -> List.of(true);
            case "integer", "long", "double", "number" -> List.of(1);
            default -> List.of("x");
        };
    }

    private void table(TableModel decision, @Nullable TableModel contract, Faults faults) {
        List<TableModel.Input> inputs = decision.inputs();
        List<List<Object>> domains = new ArrayList<>();
        for (int column = 0; column < inputs.size(); column++) {
            domains.add(domain(inputs.get(column), column, decision, contract));
        }
        long combinations = domains.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
        if (combinations > MOST || inputs.isEmpty()) {
            return;
        }
        Matching present = new Matching(decision, inputs);
        Matching former = contract == null || asksOtherwise(decision, contract) ? null : new Matching(contract, inputs);
        Set<Integer> deciding = new TreeSet<>();
        Map<Integer, Integer> hiddenBy = new TreeMap<>();
        Object[] values = new Object[inputs.size()];
        List<Object[]> unanswered = new ArrayList<>();
        Map<String, Object[]> twice = new TreeMap<>();
        walk(domains, 0, values, () -> {
            List<Integer> rows = present.of(values);
            if (rows.isEmpty()) {
                if (former != null && !former.of(values).isEmpty() && !maySayNothing(decision)) {
                    unanswered.add(values.clone());
                }
                return;
            }
            deciding.add(rows.get(0));
            if (decision.hitPolicy() == HitPolicy.FIRST) {
                rows.stream().skip(1).forEach(row -> hiddenBy.putIfAbsent(row, rows.get(0)));
            } else {
                deciding.addAll(rows);
                if (decision.hitPolicy() == HitPolicy.UNIQUE && rows.size() > 1) {
                    twice.putIfAbsent(rows.get(0) + "," + rows.get(1), values.clone());
                }
            }
        });
        report(decision, deciding, hiddenBy, twice, unanswered, faults);
    }

    /** Items come and go as the company wishes, and a message without a row is not sent. */
    private static boolean maySayNothing(TableModel decision) {
        return Set.of("repairCatalogue", "notification").contains(decision.key());
    }

    private static boolean asksOtherwise(TableModel decision, TableModel contract) {
        List<String> asked =
                decision.inputs().stream().map(TableModel.Input::expression).toList();
        return !contract.inputs().stream().map(TableModel.Input::expression).allMatch(asked::contains);
    }

    private void report(
            TableModel decision,
            Set<Integer> deciding,
            Map<Integer, Integer> hiddenBy,
            Map<String, Object[]> twice,
            List<Object[]> unanswered,
            Faults faults) {
        List<TableModel.Row> rows = decision.rows();
        twice.forEach((pair, values) -> {
            String[] both = pair.split(",");
            faults.add(
                    decision.file(),
                    "“%s”%s和%s会同时成立（%s），而这张表只能有一行成立（Unique）。请改其中一行，或者把命中策略（Hit policy）改回 First。",
                    decision.name(),
                    rows.get(Integer.parseInt(both[0])).place(),
                    rows.get(Integer.parseInt(both[1])).place(),
                    words(decision, values));
        });
        for (int row = 0; row < rows.size(); row++) {
            if (!deciding.contains(row)) {
                faults.add(
                        decision.file(),
                        "“%s”%s永远用不到%s。请把它移到前面，或者删去。",
                        decision.name(),
                        rows.get(row).place(),
                        hiddenBy.containsKey(row)
                                ? "，因为上面的" + rows.get(hiddenBy.get(row)).place() + "已经包括了它"
                                : "，没有这样的情况");
            }
        }
        if (!unanswered.isEmpty()) {
            faults.add(
                    decision.file(),
                    "“%s”没有一行回答：%s。程序会问到这种情况，请补上这一行。",
                    decision.name(),
                    unanswered.stream()
                            .limit(3)
                            .map(values -> words(decision, values))
                            .distinct()
                            .collect(Collectors.joining("；")));
        }
    }

    private static String words(TableModel decision, Object[] values) {
        List<String> words = new ArrayList<>();
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null && values[column] != OTHER) {
                TableModel.Input input = decision.inputs().get(column);
                words.add(input.label() + " "
                        + (values[column] instanceof String text
                                ? "\"" + TableWords.conditionSaid(decision.key(), input.expression(), text) + "\""
                                : values[column]));
            }
        }
        return words.isEmpty() ? "其他情况" : String.join("，", words);
    }

    private static void walk(List<List<Object>> domains, int column, Object[] values, Runnable action) {
        if (column == domains.size()) {
            action.run();
            return;
        }
        for (Object value : domains.get(column)) {
            values[column] = value;
            walk(domains, column + 1, values, action);
        }
    }

    /** The values that a column tells apart, and one beside them. */
    private static List<Object> domain(
            TableModel.Input input, int column, TableModel decision, @Nullable TableModel contract) {
        List<String> texts = new ArrayList<>(cellsOf(decision, column));
        if (contract != null) {
            for (int other = 0; other < contract.inputs().size(); other++) {
                if (contract.inputs().get(other).expression().equals(input.expression())) {
                    texts.addAll(cellsOf(contract, other));
                }
            }
        }
        Set<Object> values = new LinkedHashSet<>();
        switch (String.valueOf(input.type())) {
            case "boolean" -> values.addAll(List.of(true, false));
            case "integer", "long", "double", "number" -> {
                values.add(0);
                for (String text : texts) {
                    for (String number : Literals.numbersIn(text)) {
                        BigDecimal bound = new BigDecimal(number);
                        values.addAll(Arrays.asList(
                                number(bound.subtract(BigDecimal.ONE)),
                                number(bound),
                                number(bound.add(BigDecimal.ONE))));
                    }
                }
                values.removeIf(value -> ((Number) value).doubleValue() < 0);
                values.add(null);
            }
            default -> {
                texts.forEach(text -> values.addAll(Literals.in(text)));
                values.addAll(input.allowed());
                if (input.allowed().isEmpty()) {
                    values.add(OTHER);
                }
            }
        }
        if (FreeInput.isFree(input.expression())) {
            // not asked, or not answered
            values.add(null);
        }
        return new ArrayList<>(values);
    }

    private static Number number(BigDecimal value) {
        if (value.stripTrailingZeros().scale() > 0 || value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return value.doubleValue();
        }
        long whole = value.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private static List<String> cellsOf(TableModel decision, int column) {
        return decision.rows().stream()
                .filter(row -> column < row.inputs().size())
                .map(row -> row.inputs().get(column))
                .toList();
    }

    /** The rows of a table that apply, each cell asked once for each value. */
    private final class Matching {

        private final List<TableModel.Row> rows;
        /** For each column of the table that of the values; its own where it has one. */
        private final int[] places;

        /** By row and column what is known of its cell, by values; rows with the same cell share it, and an empty cell has none. */
        private final List<List<@Nullable Map<Object, Boolean>>> known = new ArrayList<>();

        Matching(TableModel decision, List<TableModel.Input> inputs) {
            rows = decision.rows();
            List<String> expressions =
                    inputs.stream().map(TableModel.Input::expression).toList();
            places = decision.inputs().stream()
                    .mapToInt(input -> expressions.indexOf(input.expression()))
                    .toArray();
            Map<String, Map<Object, Boolean>> cells = new HashMap<>();
            for (TableModel.Row row : rows) {
                List<@Nullable Map<Object, Boolean>> ofRow = new ArrayList<>();
                for (String cell : row.inputs()) {
                    ofRow.add(cell.isEmpty() ? null : cells.computeIfAbsent(cell, text -> new HashMap<>()));
                }
                known.add(ofRow);
            }
        }

        List<Integer> of(Object[] values) {
            List<Integer> matching = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                if (applies(rows.get(row).inputs(), known.get(row), values)) {
                    matching.add(row);
                }
            }
            return matching;
        }

        private boolean applies(List<String> row, List<@Nullable Map<Object, Boolean>> ofRow, Object[] values) {
            for (int column = 0; column < places.length && column < row.size(); column++) {
                Map<Object, Boolean> asked = ofRow.get(column);
                if (asked != null && !applies(row.get(column), asked, values[places[column]])) {
                    return false;
                }
            }
            return true;
        }

        private boolean applies(String cell, Map<Object, Boolean> asked, Object value) {
            Boolean matches = asked.get(value);
            if (matches == null) {
                matches = matches(cell, value);
                asked.put(value, matches);
            }
            return matches;
        }

        private boolean matches(String cell, Object value) {
            try {
                return cells.matches(cell, value);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
