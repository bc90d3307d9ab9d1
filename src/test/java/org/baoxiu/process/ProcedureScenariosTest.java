package org.baoxiu.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.export.CoverageStateResult;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.junit.jupiter.api.Tag;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;
import org.springframework.util.FileSystemUtils;

/**
 * All {@link Scenarios} of the procedure, one class after the other in one JVM, whichever order and however many JVMs the
 * build uses. Together they touch every flow node and every sequence flow of every process.
 */
@Suite
@SuiteDisplayName("报修处理：全部场景")
@SelectPackages("org.baoxiu.process")
@IncludeClassNamePatterns(".*Scenarios")
@IncludeEngines("junit-jupiter")
@Tag(TestDatabase.TAG)
public class ProcedureScenariosTest {

    /** Where the library writes a report for each class. */
    private static final Path REPORTS = Path.of(CoverageReportUtil.TARGET_DIR_ROOT);

    @BeforeSuite
    static void nothingIsCovered() throws IOException {
        FileSystemUtils.deleteRecursively(REPORTS);
    }

    @AfterSuite
    static void everythingIsCovered() throws IOException {
        List<CoverageStateResult> reports = reports();
        draw(reports);
        Set<String> covered = reports.stream()
                .flatMap(report -> report.getEvents().stream())
                .map(event -> name(event.getModelKey(), event.getDefinitionKey()))
                .collect(toSet());
        assertThat(elements())
                .filteredOn(element -> !covered.contains(element))
                .as("touched by no scenario")
                .isEmpty();
    }

    private static List<CoverageStateResult> reports() throws IOException {
        try (Stream<Path> files = Files.walk(REPORTS)) {
            return files.filter(file -> file.endsWith("report.json"))
                    .map(ProcedureScenariosTest::read)
                    .map(CoverageStateJsonExporter::readCoverageStateResult)
                    .toList();
        }
    }

    private static String read(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page on which each diagram shows what all scenarios together touch. */
    private static void draw(List<CoverageStateResult> reports) {
        String all = CoverageStateJsonExporter.createCoverageStateResult(
                reports.stream().flatMap(report -> report.getSuites().stream()).toList(),
                reports.stream()
                        .flatMap(report -> report.getModels().stream())
                        .distinct()
                        .toList());
        CoverageReportUtil.writeReport(
                all, true, REPORTS.resolve("all").toFile(), "report.html", CoverageReportUtil::generateHtml);
    }

    private static List<String> elements() {
        File[] models = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        assertThat(models).isNotEmpty();
        return Stream.of(models)
                .map(Bpmn::readModelFromFile)
                .flatMap(ProcedureScenariosTest::elements)
                .toList();
    }

    private static Stream<String> elements(BpmnModelInstance model) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        assertThat(processes).hasSize(1);
        String key = processes.iterator().next().getId();
        return Stream.of(FlowNode.class, SequenceFlow.class)
                .flatMap(kind -> model.getModelElementsByType(kind).stream())
                .map(FlowElement::getId)
                .map(id -> name(key, id));
    }

    private static String name(String process, String element) {
        return process + " " + element;
    }
}
