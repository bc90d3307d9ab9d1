package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.baoxiu.words.Literals;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * Decision tables as the program reads them: the words of people are codes, amounts are fen, sentences are expressions. Whoever reads a table
 * for what it means reads it by this; whoever shows one shows what is written.
 */
public final class CodedTables {

    private CodedTables() {}

    /** A copy. */
    public static DmnModelInstance of(DmnModelInstance written) {
        DmnModelInstance coded = written.clone();
        inPlace(coded);
        return coded;
    }

    static void inPlace(DmnModelInstance model) {
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            if (decision.getId() != null) {
                decision.getChildElementsByType(DecisionTable.class).forEach(table -> table(decision.getId(), table));
            }
        }
    }

    private static void table(String decision, DecisionTable table) {
        List<UnaryOperator<String>> conditions = new ArrayList<>();
        List<UnaryOperator<String>> answers = new ArrayList<>();
        table.getInputs().forEach(input -> conditions.add(condition(decision, input)));
        table.getOutputs().forEach(output -> answers.add(answer(decision, output)));
        for (Rule rule : table.getRules()) {
            each(rule.getInputEntries().stream().map(entry -> entry.getText()).toList(), conditions);
            each(rule.getOutputEntries().stream().map(entry -> entry.getText()).toList(), answers);
        }
    }

    private static UnaryOperator<String> condition(String decision, Input input) {
        if (input.getInputExpression() == null || input.getInputExpression().getText() == null) {
            return UnaryOperator.identity();
        }
        String reads = input.getInputExpression().getText().getTextContent().strip();
        UnaryOperator<String> coded = cell -> TableWords.conditionInCodes(decision, reads, cell);
        if (input.getInputValues() != null) {
            write(input.getInputValues().getText(), coded);
        }
        return coded;
    }

    private static UnaryOperator<String> answer(String decision, Output output) {
        String name = output.getName();
        if (name == null) {
            return UnaryOperator.identity();
        }
        UnaryOperator<String> coded = cell -> TableWords.answerInCodes(decision, name, cell);
        if (output.getOutputValues() != null) {
            write(
                    output.getOutputValues().getText(),
                    values -> Literals.each(values, value -> coded.apply(Literals.quoted(value))));
        }
        if (output.getTypeRef() != null) {
            output.setTypeRef(TableWords.typeInCodes(decision, name, output.getTypeRef()));
        }
        output.setName(TableWords.nameInCodes(decision, name));
        return coded;
    }

    private static void each(List<Text> cells, List<UnaryOperator<String>> columns) {
        for (int column = 0; column < cells.size() && column < columns.size(); column++) {
            write(cells.get(column), columns.get(column));
        }
    }

    private static void write(@Nullable Text text, UnaryOperator<String> coded) {
        if (text != null) {
            String written = text.getTextContent();
            String read = coded.apply(written);
            if (!read.equals(written)) {
                text.setTextContent(read);
            }
        }
    }
}
