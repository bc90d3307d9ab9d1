package org.baoxiu.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a file.
 *
 * @param process     key of the process, or of the one that a form is deployed with; null of a table
 * @param how         changed, added or removed as a whole
 * @param differences empty for a file that was only drawn or written differently, and for one that came or went as a whole
 */
public record FileDifference(
        ModelKind kind, @Nullable String process, String name, Difference.How how, List<Difference> differences) {

    /** Whether there is a drawing of it. */
    public boolean isDrawn() {
        return kind == ModelKind.PROCESS;
    }

    /** Whether a difference is the first that tells of its place in the drawing, so that the drawing leads to it. */
    public boolean isFirst(int at) {
        Difference.Spot spot = differences.get(at).spot();
        return spot != null
                && differences.stream()
                        .limit(at)
                        .map(Difference::spot)
                        .noneMatch(former -> former != null && former.element().equals(spot.element()));
    }

    static FileDifference of(ChangedFile file) {
        if (file.before() == null || file.after() == null) {
            return new FileDifference(
                    file.kind(),
                    file.process(),
                    file.name(),
                    file.before() == null ? Difference.How.ADDED : Difference.How.REMOVED,
                    List.of());
        }
        return new FileDifference(
                file.kind(),
                file.process(),
                file.name(),
                Difference.How.CHANGED,
                between(file, file.before(), file.after()));
    }

    private static List<Difference> between(ChangedFile file, byte[] before, byte[] after) {
        return switch (file.kind()) {
            case TABLE -> tables(tables(file.name(), before), tables(file.name(), after));
            case FORM ->
                both(
                                FormModel.read(file.name(), before, new Faults()),
                                FormModel.read(file.name(), after, new Faults()))
                        .map(forms -> FormDifference.between(forms.was(), forms.is()))
                        .orElse(List.of());
            case PROCESS ->
                both(
                                ProcessModel.read(file.name(), before, new Faults()),
                                ProcessModel.read(file.name(), after, new Faults()))
                        .<List<Difference>>map(diagrams -> ProcessDifference.between(diagrams.was(), diagrams.is()))
                        .orElse(List.of());
        };
    }

    private record Both<T>(T was, T is) {}

    private static <T> Optional<Both<T>> both(Optional<T> was, Optional<T> is) {
        return was.flatMap(one -> is.map(other -> new Both<>(one, other)));
    }

    private static Map<String, TableModel> tables(String name, byte[] content) {
        Map<String, TableModel> tables = new LinkedHashMap<>();
        TableModel.read(name, content, new Faults()).ifPresent(model -> {
            for (Decision decision : TableModel.decisions(model)) {
                tables.put(decision.getId(), new TableModel(decision.getId(), name, null, content, decision));
            }
        });
        return tables;
    }

    private static List<Difference> tables(Map<String, TableModel> was, Map<String, TableModel> is) {
        List<Difference> found = new ArrayList<>();
        new Parts<>(was, is).tell(new Parts.Told<>() {
            @Override
            public void added(TableModel table) {
                found.add(Difference.added(
                        "规则表“" + table.name() + "”", table.rows().size() + " 行"));
            }

            @Override
            public void removed(TableModel table) {
                found.add(Difference.removed(
                        "规则表“" + table.name() + "”", table.rows().size() + " 行"));
            }

            @Override
            public void moved(TableModel former, TableModel table) {}

            @Override
            public void kept(TableModel former, TableModel table) {
                found.addAll(TableDifference.between(former, table));
            }
        });
        return found;
    }
}
