package org.baoxiu.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The clauses that the models cite: elements of a process in their documentation, rules of a decision in their annotation. */
final class ModelCitations {

    /**
     * An element that cites a clause.
     *
     * @param model   file name
     * @param element id, with its name where it has one
     */
    record Citation(String clause, String model, String element) {}

    private ModelCitations() {}

    static List<Citation> all() {
        return Stream.concat(
                        files(".bpmn").stream().flatMap(ModelCitations::ofProcess),
                        files(".dmn").stream().flatMap(ModelCitations::ofDecision))
                .toList();
    }

    private static Stream<Citation> ofProcess(Path file) {
        return Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(Documentation.class).stream()
                .flatMap(documentation -> citations(
                        file, documentation.getTextContent(), (BaseElement) documentation.getParentElement()));
    }

    private static Stream<Citation> ofDecision(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Description.class).stream()
                .flatMap(description ->
                        citations(file, description.getTextContent(), (DmnElement) description.getParentElement()));
    }

    private static Stream<Citation> citations(Path file, String text, ModelElementInstance element) {
        String label = element.getAttributeValue("id")
                + Optional.ofNullable(element.getAttributeValue("name"))
                        .map(name -> " " + name)
                        .orElse("");
        return Clause.citedIn(text).stream()
                .map(clause -> new Citation(clause, file.getFileName().toString(), label));
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
