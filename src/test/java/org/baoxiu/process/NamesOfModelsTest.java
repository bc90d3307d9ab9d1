package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.process.form.Form;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;

/**
 * What the models, tables and forms read is written under that name, and the other way round. Waiting places, messages and forms
 * are compared by {@link FormContractTest}, beans by {@link ReleasedModelsTest}.
 */
@DisplayName("模型与程序的名称一致")
class NamesOfModelsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RELEASES = Path.of("src/test/resources/releases");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("(?<![\\w.])[a-z]\\w*(?!\\w*\\s*:)");
    private static final Pattern ELEMENT =
            Pattern.compile("\"(?:Task|Event|StartEvent|EndEvent|Timer|Gateway|SubProcess|Activity)_\\w+\"");
    private static final Pattern WRITTEN = Pattern.compile("values\\.(?:put|putIfThere|words)\\(\\s*\"(\\w+)\"");

    /** Words of JUEL and FEEL, and what engine and forms know by themselves. */
    private static final Set<String> OF_THE_LANGUAGES = Set.of(
            "true",
            "false",
            "null",
            "not",
            "and",
            "or",
            "empty",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "date",
            "time",
            "now",
            "replace",
            "join",
            "contains",
            "split",
            "string",
            "length",
            "count",
            "list",
            "is",
            "defined",
            "value",
            "label",
            "item",
            "execution",
            "task",
            "initiator");

    /** Read by forms that were in use between the releases. */
    private static final Set<String> OF_FORMER_FORMS = Set.of("noteText");

    @Test
    void whatIsReadIsWrittenUnderThatName() {
        Set<String> named = constants();
        Map<String, Set<String>> missing = new TreeMap<>();
        read().forEach((file, names) -> names.stream()
                .filter(name -> !named.contains(name.replaceFirst("Shown$", "")))
                .forEach(name ->
                        missing.computeIfAbsent(file, any -> new TreeSet<>()).add(name)));
        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsWrittenOfASlipIsRead() {
        Set<String> read = new HashSet<>(OF_FORMER_FORMS);
        Stream.of(
                        files(Path.of("processes"), ""),
                        files(Path.of("forms"), ""),
                        files(RELEASES, ".bpmn"),
                        files(RELEASES, ".dmn"),
                        files(RELEASES, ".form"))
                .flatMap(List::stream)
                .forEach(file -> Pattern.compile("\\w+")
                        .matcher(
                                file.toString().endsWith(".dmn")
                                        ? Dmn.convertToString(CodedTables.of(Dmn.readModelFromFile(file.toFile())))
                                        : text(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(read::add));
        Set<String> written = files(SOURCES.resolve("org/baoxiu/process"), ".java").stream()
                .flatMap(file -> WRITTEN.matcher(text(file)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).hasSizeGreaterThan(70);
        written.removeAll(read);
        assertThat(written).as("variables that nothing reads").isEmpty();
    }

    @Test
    void onlyTheContractsSpellElements() {
        Set<String> contracts = Contract.all().stream()
                .map(contract -> contract.holder().getSimpleName() + ".java")
                .collect(Collectors.toSet());
        Set<String> spelt = files(SOURCES, ".java").stream()
                .filter(file -> !contracts.contains(file.getFileName().toString()))
                .flatMap(file -> ELEMENT.matcher(text(file)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(spelt).isEmpty();
    }

    /** By file, the names of variables in expressions of processes, decision tables and forms. */
    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> read = new TreeMap<>();
        for (Contract contract : Contract.all()) {
            String model = text(Path.of("processes", contract.file() + ".bpmn"));
            read.put(
                    contract.file(),
                    identifiers(EXPRESSION.matcher(model).results().map(found -> found.group(1)))
                            .filter(name -> !ReleasedModelsTest.BEANS.containsBeanDefinition(name))
                            .collect(Collectors.toSet()));
        }
        for (Path table : files(Path.of("processes"), ".dmn")) {
            read.put(
                    table.getFileName().toString(),
                    identifiers(
                                    Dmn.readModelFromFile(table.toFile())
                                            .getModelElementsByType(InputExpression.class)
                                            .stream()
                                            .map(input -> input.getText().getTextContent()))
                            .collect(Collectors.toSet()));
        }
        for (Path form : files(Path.of("forms"), ".form")) {
            List<String> expressions = new ArrayList<>();
            collect(json(form), expressions);
            read.put(
                    form.getFileName().toString(),
                    identifiers(expressions.stream()).collect(Collectors.toSet()));
        }
        return read;
    }

    private static Stream<String> identifiers(Stream<String> expressions) {
        return expressions
                .map(expression -> expression
                        .replace("&#34;", "\"")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&apos;", "'")
                        .replaceAll("\"[^\"]*\"|'[^']*'", "\"\""))
                .flatMap(expression -> IDENTIFIER.matcher(expression).results())
                .map(MatchResult::group)
                .filter(name -> !OF_THE_LANGUAGES.contains(name));
    }

    private static void collect(JsonNode component, List<String> expressions) {
        component.fields().forEachRemaining(property -> {
            JsonNode value = property.getValue();
            if (property.getKey().equals("valuesKey")) {
                expressions.add(value.asText());
            } else if (value.isTextual() && value.asText().startsWith("=")) {
                expressions.add(value.asText().substring(1));
            } else if (value.isTextual()) {
                TEXT.matcher(value.asText())
                        .results()
                        .map(found -> found.group(1))
                        .forEach(expressions::add);
            } else if (!property.getKey().equals("components")) {
                collect(value, expressions);
            }
        });
        component.path("components").forEach(child -> collect(child, expressions));
    }

    /** The texts that stand in the classes, the fields of the forms, and what lines of an option list consist of. */
    private static Set<String> constants() {
        Set<String> constants = new HashSet<>();
        for (JavaClass type : Contract.CLASSES) {
            try (InputStream bytes =
                    type.getSource().orElseThrow().getUri().toURL().openStream()) {
                new ClassReader(bytes).accept(new Constants(constants), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Contract.all().stream()
                .flatMap(contract -> contract.forms().stream())
                .map(Form::fields)
                .forEach(constants::addAll);
        return constants;
    }

    private static final class Constants extends ClassVisitor {

        private final Set<String> found;

        Constants(Set<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String type, String signature, Object value) {
            add(value);
            return null;
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String type, String signature) {
            add(name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    add(value);
                }
            };
        }

        private void add(Object value) {
            if (value instanceof String text) {
                found.add(text);
            }
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
