package org.baoxiu.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.words.Literals;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * A decision, in the codes of the program whatever it is written in: see {@link #asWritten()}.
 *
 * @param deployment id of the deployment that has made it active; null if none has
 * @param decision   as it is written
 */
record TableModel(
        String key,
        String file,
        @Nullable String deployment,
        byte[] content,
        Decision decision,
        List<Input> inputs,
        List<Output> outputs,
        List<Row> rows) {

    TableModel(String key, String file, @Nullable String deployment, byte[] content, Decision decision) {
        this(key, file, deployment, content, decision, coded(decision));
    }

    private TableModel(
            String key, String file, @Nullable String deployment, byte[] content, Decision decision, Decision read) {
        this(key, file, deployment, content, decision, inputs(read), outputs(read), rows(read));
    }

    private static Decision coded(Decision decision) {
        return CodedTables.of((DmnModelInstance) decision.getModelInstance())
                .getModelElementsByType(Decision.class)
                .stream()
                .filter(one -> Objects.equals(one.getId(), decision.getId()))
                .findFirst()
                .orElse(decision);
    }

    /** The same, row by row and column by column, with what the person has written. */
    TableModel asWritten() {
        return new TableModel(key, file, deployment, content, decision, decision);
    }

    /**
     * @param id     of the rule, which it keeps when it is changed or moved in the Modeler; may be empty
     * @param number from 1
     */
    record Row(String id, int number, List<String> inputs, List<String> outputs, String note) {

        /** As a person finds it: by number and note. */
        String place() {
            return "第 " + number + " 行" + (note.isBlank() ? "" : "（" + note + "）");
        }
    }

    record Input(String label, String expression, String type, List<String> allowed) {}

    record Output(String label, String name, String type, List<String> allowed) {}

    static Optional<DmnModelInstance> read(String file, byte[] content, Faults faults) {
        if (new String(content, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
            faults.add(file, "文件里不能有 DOCTYPE。请用 Modeler 另存后再部署。");
            return Optional.empty();
        }
        try {
            return Optional.of(Dmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (ModelException e) {
            faults.add(file, "决策表读不懂：%s。请用 Modeler 打开检查、另存后再部署。", Sentences.reason(e));
            return Optional.empty();
        }
    }

    static List<Decision> decisions(DmnModelInstance model) {
        return List.copyOf(model.getModelElementsByType(Decision.class));
    }

    Optional<DecisionTable> table() {
        return table(decision);
    }

    private static Optional<DecisionTable> table(Decision decision) {
        return decision.getChildElementsByType(DecisionTable.class).stream().findFirst();
    }

    /** As the person sees it in the Modeler. */
    String name() {
        return decision.getName() == null ? key : decision.getName();
    }

    HitPolicy hitPolicy() {
        return table().map(DecisionTable::getHitPolicy).orElse(HitPolicy.UNIQUE);
    }

    private static List<Input> inputs(Decision decision) {
        return table(decision).stream()
                .flatMap(table -> table.getInputs().stream())
                .map(input -> new Input(
                        input.getLabel() == null ? "" : input.getLabel(),
                        input.getInputExpression() == null
                                        || input.getInputExpression().getText() == null
                                ? ""
                                : input.getInputExpression()
                                        .getText()
                                        .getTextContent()
                                        .strip(),
                        input.getInputExpression() == null
                                ? "string"
                                : input.getInputExpression().getTypeRef(),
                        input.getInputValues() == null
                                ? List.of()
                                : Literals.in(input.getInputValues().getTextContent())))
                .toList();
    }

    private static List<Output> outputs(Decision decision) {
        return table(decision).stream()
                .flatMap(table -> table.getOutputs().stream())
                .map(output -> new Output(
                        output.getLabel() == null ? output.getName() : output.getLabel(),
                        output.getName(),
                        output.getTypeRef(),
                        output.getOutputValues() == null
                                ? List.of()
                                : Literals.in(output.getOutputValues().getTextContent())))
                .toList();
    }

    private static List<Row> rows(Decision decision) {
        List<Rule> rules =
                table(decision).map(table -> List.copyOf(table.getRules())).orElse(List.of());
        return IntStream.range(0, rules.size())
                .mapToObj(index -> new Row(
                        rules.get(index).getId() == null ? "" : rules.get(index).getId(),
                        index + 1,
                        rules.get(index).getInputEntries().stream()
                                .map(cell -> text(cell.getText()))
                                .toList(),
                        rules.get(index).getOutputEntries().stream()
                                .map(cell -> text(cell.getText()))
                                .toList(),
                        rules.get(index).getDescription() == null
                                ? ""
                                : rules.get(index)
                                        .getDescription()
                                        .getTextContent()
                                        .strip()))
                .toList();
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
