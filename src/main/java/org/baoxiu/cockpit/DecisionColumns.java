package org.baoxiu.cockpit;

import java.util.HashMap;
import java.util.Map;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision table and its columns are called, in the version that was asked. */
@Component
class DecisionColumns {

    private final RepositoryService repository;
    private final FieldLabels labels;

    DecisionColumns(RepositoryService repository, FieldLabels labels) {
        this.repository = repository;
        this.labels = labels;
    }

    /** Headings of one version of a table. */
    final class Columns {

        private final String key;
        private final String name;
        private final Map<String, String> inputs = new HashMap<>();
        private final Map<String, String> outputs = new HashMap<>();
        /** The names of answers as the table has them, by those that the program knows. */
        private final Map<String, String> written = new HashMap<>();

        private Columns(String key, @Nullable DecisionDefinition table) {
            this.key = key;
            name = table == null || table.getName() == null ? key : table.getName();
            if (table != null
                    && repository.getDmnModelInstance(table.getId()).getModelElementById(key)
                            instanceof Decision decision
                    && decision.getExpression() instanceof DecisionTable rules) {
                rules.getInputs().forEach(this::input);
                rules.getOutputs().forEach(this::output);
            }
        }

        /** It is recorded by what it reads, or by its id where it reads nothing. */
        private void input(Input input) {
            if (input.getLabel() != null) {
                inputs.put(input.getId(), input.getLabel());
                if (input.getInputExpression() != null
                        && input.getInputExpression().getText() != null) {
                    inputs.put(
                            input.getInputExpression()
                                    .getText()
                                    .getTextContent()
                                    .strip(),
                            input.getLabel());
                }
            }
        }

        private void output(Output output) {
            String known = TableWords.nameInCodes(key, output.getName());
            written.put(known, output.getName());
            if (output.getLabel() != null) {
                outputs.put(known, output.getLabel());
            }
        }

        String table() {
            return name;
        }

        /** A value that was there without a column of its own is called as the field of the forms. */
        String input(String name) {
            return inputs.getOrDefault(name, labels.of(name));
        }

        String output(String name) {
            return outputs.getOrDefault(name, labels.of(name));
        }

        /** What was asked, as people say it. */
        String asked(String input, String value) {
            return TableWords.conditionSaid(key, input, value);
        }

        /** What was answered, as people say it and in the unit of that version. */
        String answered(String output, String value) {
            return TableWords.answerSaid(key, written.getOrDefault(output, output), value);
        }
    }

    /** Of a version that is not there any more, only what the forms tell. */
    Columns of(String decision, int version) {
        return new Columns(
                decision,
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .decisionDefinitionVersion(version)
                        .singleResult());
    }
}
