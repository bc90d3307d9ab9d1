package org.baoxiu.models;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run of a replay. Each question is decided once, however many slips have asked it. */
final class ReplayRun implements ReplayedTables {

    private static final int ANSWERS = 50_000;

    private final Instant from;
    private final Instant until;
    private final Map<String, Function<Map<String, Object>, Optional<Map<String, Object>>>> tables;
    private final Map<String, List<TableModel.Input>> columns;
    private final PastDecisions decisions;
    private final Notes notes;
    private final Map<String, Map<Map<String, Object>, Optional<Map<String, Object>>>> answers = new HashMap<>();
    private final Map<String, Long> missing = new HashMap<>();

    /** Where a run writes down what it finds, outside of the memory. */
    interface Notes {
        void changed(Replay.Change change);

        void figure(String sentence);

        void looked(long more);
    }

    ReplayRun(
            Instant from,
            Instant until,
            Map<String, Function<Map<String, Object>, Optional<Map<String, Object>>>> tables,
            Map<String, List<TableModel.Input>> columns,
            PastDecisions decisions,
            Notes notes) {
        this.from = from;
        this.until = until;
        this.tables = tables;
        this.columns = columns;
        this.decisions = decisions;
        this.notes = notes;
    }

    @Override
    public Instant from() {
        return from;
    }

    @Override
    public Instant until() {
        return until;
    }

    @Override
    public boolean changes(String decision) {
        return tables.containsKey(decision);
    }

    @Override
    public void taken(String decision, Consumer<List<Taken>> reader) {
        decisions.each(decision, from, until, some -> {
            for (TableModel.Input column : columns.getOrDefault(decision, List.of())) {
                long without = some.stream()
                        .filter(one -> !one.inputs().containsKey(column.expression()))
                        .count();
                if (without > 0) {
                    missing.merge(column.label() + "（" + column.expression() + "）", without, Long::sum);
                }
            }
            reader.accept(some);
        });
    }

    @Override
    public Optional<Map<String, Object>> decide(String decision, Map<String, Object> inputs) {
        Map<Map<String, Object>, Optional<Map<String, Object>>> known =
                answers.computeIfAbsent(decision, table -> new HashMap<>());
        Map<String, Object> asked = new HashMap<>();
        for (TableModel.Input column : columns.getOrDefault(decision, List.of())) {
            asked.put(column.expression(), inputs.get(column.expression()));
        }
        Optional<Map<String, Object>> answer = known.get(asked);
        if (answer == null) {
            answer = Optional.ofNullable(tables.get(decision)).flatMap(table -> table.apply(asked));
            if (known.size() >= ANSWERS) {
                known.clear();
            }
            known.put(Collections.unmodifiableMap(asked), answer);
        }
        return answer;
    }

    @Override
    public void changed(String slip, String what, String was, String becomes) {
        notes.changed(new Replay.Change(slip, what, was, becomes));
    }

    @Override
    public void figure(String sentence) {
        notes.figure(sentence);
    }

    @Override
    public void looked(long more) {
        notes.looked(more);
    }

    /** What older decisions have not written down, in words. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        missing.forEach((column, times) -> lacking.add("有 " + times + " 次判断当时没有记录“" + column + "”，重算时按没有填写算。"));
        return lacking;
    }
}
