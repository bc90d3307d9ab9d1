package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.baoxiu.words.Literals;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of this release are written in words throughout, and those of former ones go on being read as they are. */
@DisplayName("决策表的写法")
class FormerTablesTest {

    private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

    static List<Path> former() {
        return tables(RELEASES);
    }

    static List<Path> present() {
        return tables(Path.of("processes"));
    }

    private static List<Path> tables(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("former")
    void aTableInCodesIsReadAsItIs(Path table) {
        DmnModelInstance written = Dmn.readModelFromFile(table.toFile());

        assertThat(Dmn.convertToString(CodedTables.of(written))).isEqualTo(Dmn.convertToString(written));
    }

    @Test
    void thereAreSuchTables() {
        assertThat(former()).hasSizeGreaterThan(5);
    }

    /** The engine keeps a model for whoever asks for it. */
    @ParameterizedTest
    @MethodSource("present")
    void whatIsWrittenIsNotTouched(Path table) {
        DmnModelInstance written = Dmn.readModelFromFile(table.toFile());
        String before = Dmn.convertToString(written);

        assertThat(Dmn.convertToString(CodedTables.of(written))).isNotEqualTo(before);
        assertThat(Dmn.convertToString(written)).isEqualTo(before);
    }

    /** Cells and what the Modeler offers for them. */
    @ParameterizedTest
    @MethodSource("present")
    void noCellNeedsACodeToBeKnown(Path file) {
        List<String> codes = new ArrayList<>();
        for (Decision decision : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
            DecisionTable table = (DecisionTable) decision.getExpression();
            List<UnaryOperator<String>> columns = new ArrayList<>();
            for (Input input : table.getInputs()) {
                String reads = input.getInputExpression().getText().getTextContent();
                UnaryOperator<String> said = text -> TableWords.conditionSaid(decision.getId(), reads, text);
                columns.add(said);
                if (input.getInputValues() != null) {
                    codes.addAll(codes(input.getInputValues().getTextContent(), said));
                }
            }
            for (Output output : table.getOutputs()) {
                UnaryOperator<String> said = text -> TableWords.answerSaid(decision.getId(), output.getName(), text);
                columns.add(said);
                if (output.getOutputValues() != null) {
                    codes.addAll(codes(output.getOutputValues().getTextContent(), said));
                }
            }
            for (Rule rule : table.getRules()) {
                List<String> cells = Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                        .map(ModelElementInstance::getTextContent)
                        .toList();
                for (int column = 0; column < cells.size(); column++) {
                    codes.addAll(codes(cells.get(column), columns.get(column)));
                }
            }
        }
        assertThat(codes).isEmpty();
    }

    /** What people say otherwise. */
    private static List<String> codes(String cell, UnaryOperator<String> said) {
        return Literals.in(cell).stream()
                .filter(text -> !text.isEmpty() && !said.apply(text).equals(text))
                .toList();
    }

    /** Whatever the Modeler offers is known to the program. */
    @ParameterizedTest
    @MethodSource("present")
    void everyWordOffered(Path file) {
        for (Decision decision : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)) {
            DecisionTable table = (DecisionTable) decision.getExpression();
            table.getInputs().forEach(input -> {
                if (input.getInputValues() != null) {
                    String reads = input.getInputExpression().getText().getTextContent();
                    assertThat(Literals.in(input.getInputValues().getTextContent()))
                            .allSatisfy(word -> assertThat(
                                            TableWords.conditionInCodes(decision.getId(), reads, Literals.quoted(word)))
                                    .doesNotContain(word));
                }
            });
            table.getOutputs().forEach(output -> {
                if (output.getOutputValues() != null && !output.getName().equals("category")) {
                    assertThat(Literals.in(output.getOutputValues().getTextContent()))
                            .allSatisfy(word -> assertThat(TableWords.answerInCodes(
                                                    decision.getId(), output.getName(), Literals.quoted(word))
                                            .codePoints()
                                            .anyMatch(Character::isIdeographic))
                                    .as(word)
                                    .isFalse());
                }
            });
        }
    }
}
