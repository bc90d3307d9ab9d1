package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * Cases that a former release began go on with the models of that release and with the program of today: whatever those
 * models call is still there, as what today's models call is. The models of each release lie below {@code src/test/resources/releases}.
 */
@DisplayName("旧版本的流程照常办得下去")
class ReleasedModelsTest {

    private static final Path RELEASES = Path.of("src", "test", "resources", "releases");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Pattern CALL = Pattern.compile("[$#]\\{\\s*(\\w+)\\.(\\w+)\\(([^)]*)\\)\\s*}");
    static final DefaultListableBeanFactory BEANS = beans();

    /** A file of a release, or of today. */
    record Released(Path file) {

        String name() {
            return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
        }

        BpmnModelInstance model() {
            return Bpmn.readModelFromFile(file.toFile());
        }

        /** What stands for the same process today. */
        Contract contract() {
            return Contract.all().stream()
                    .filter(contract -> contract.key().equals(key()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the process " + key() + " is gone"));
        }

        private String key() {
            return model().getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    static Stream<Released> processes() throws IOException {
        return files(".bpmn");
    }

    /** With those of today. */
    static Stream<Released> allProcesses() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return Stream.concat(
                    processes(),
                    files
                            .filter(file -> file.toString().endsWith(".bpmn"))
                            .sorted()
                            .map(Released::new)
                            .toList()
                            .stream());
        }
    }

    static Stream<Released> forms() throws IOException {
        return files(".form");
    }

    private static Stream<Released> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RELEASES)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().map(Released::new).toList().stream();
        }
    }

    /** The beans of the application by name and type; none of them is made. */
    private static DefaultListableBeanFactory beans() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.addExcludeFilter(new AssignableTypeFilter(BaoxiuApplication.class));
        scanner.addExcludeFilter(
                (reader, readers) -> reader.getClassMetadata().getClassName().contains("Test")
                        || reader.getResource().getDescription().contains("test-classes"));
        scanner.scan(BaoxiuApplication.class.getPackageName());
        beans.getBean(ConfigurationClassPostProcessor.class).postProcessBeanDefinitionRegistry(beans);
        return beans;
    }

    @ParameterizedTest
    @MethodSource("allProcesses")
    void everyBeanIsThereAndOfTheKindThatItIsCalledAs(Released released) {
        SoftAssertions all = new SoftAssertions();
        each(released.model().getDocument().getRootElement(), element -> {
            String delegate = element.getAttribute(BpmnModelConstants.CAMUNDA_NS, "delegateExpression");
            String listener = element.getAttribute("delegateExpression");
            String expression = delegate == null ? listener : delegate;
            if (expression != null) {
                Matcher bean = BEAN.matcher(expression);
                all.assertThat(bean.matches()).as("%s names a bean", expression).isTrue();
                all.assertThat(BEANS.containsBeanDefinition(bean.group(1)))
                        .as("the bean %s is there", bean.group(1))
                        .isTrue();
                if (BEANS.containsBeanDefinition(bean.group(1))) {
                    all.assertThat(BEANS.getType(bean.group(1)))
                            .as(bean.group(1))
                            .isAssignableTo(
                                    switch (element.getLocalName()) {
                                        case "taskListener" -> TaskListener.class;
                                        case "executionListener" -> ExecutionListener.class;
                                        default -> JavaDelegate.class;
                                    });
                }
            }
        });
        all.assertAll();
    }

    /** What no model calls any more, nor one that a running case may still have, is called by nobody. */
    @Test
    void everyBeanForTheModelsIsCalledByOne() throws IOException {
        Set<String> called = new TreeSet<>();
        allProcesses().forEach(model -> {
            BEAN.matcher(text(model)).results().map(bean -> bean.group(1)).forEach(called::add);
            CALL.matcher(text(model)).results().map(bean -> bean.group(1)).forEach(called::add);
        });
        Set<String> beans = new TreeSet<>();
        for (Class<?> type : List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)) {
            beans.addAll(List.of(BEANS.getBeanNamesForType(type, true, false)));
        }
        assertThat(beans).hasSizeGreaterThan(60);
        beans.removeAll(called);
        assertThat(beans).as("beans that no model calls").isEmpty();
    }

    private static String text(Released model) {
        try {
            return Files.readString(model.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("allProcesses")
    void everyMethodThatAnExpressionCallsIsThere(Released released) throws IOException {
        CALL.matcher(Files.readString(released.file())).results().forEach(call -> {
            assertThat(BEANS.containsBeanDefinition(call.group(1)))
                    .as("the bean %s is there", call.group(1))
                    .isTrue();
            assertThat(BEANS.getType(call.group(1)).getMethods())
                    .as(call.group())
                    .anyMatch(method -> method.getName().equals(call.group(2))
                            && method.getParameterCount() == call.group(3).split(",").length);
        });
    }

    private static void each(DomElement element, Consumer<DomElement> action) {
        action.accept(element);
        element.getChildElements().forEach(child -> each(child, action));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void thePlacesWhereCasesWaitAreStillKnownByTheirIds(Released released) {
        Set<String> today = new TreeSet<>();
        released.contract().model().getModelElementsByType(FlowNode.class).forEach(node -> today.add(node.getId()));
        BpmnModelInstance then = released.model();
        assertThat(released.contract().elements()).containsAll(ids(then, UserTask.class, IntermediateCatchEvent.class));
        assertThat(today)
                .as("cases can be moved to today's model")
                .containsAll(ids(
                        then,
                        UserTask.class,
                        IntermediateCatchEvent.class,
                        BoundaryEvent.class,
                        SubProcess.class,
                        CallActivity.class))
                .containsAll(ids(then.getModelElementsByType(StartEvent.class).stream()
                        .filter(start -> !start.getEventDefinitions().isEmpty())));
    }

    @SafeVarargs
    private static List<String> ids(BpmnModelInstance model, Class<? extends FlowNode>... types) {
        return ids(Arrays.stream(types).flatMap(type -> model.getModelElementsByType(type).stream()));
    }

    private static List<String> ids(Stream<? extends FlowNode> nodes) {
        return nodes.map(FlowNode::getId).toList();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyMessageAndEscalationHasItsName(Released released) {
        BpmnModelInstance then = released.model();
        assertThat(released.contract().messages())
                .containsAll(then.getModelElementsByType(Message.class).stream()
                        .map(Message::getName)
                        .toList());
        // thrown by a process that is called in its latest version, caught by the one that called it
        assertThat(released.contract().model().getModelElementsByType(Escalation.class))
                .extracting(Escalation::getEscalationCode)
                .containsAll(then.getModelElementsByType(Escalation.class).stream()
                        .map(Escalation::getEscalationCode)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyDecisionAndProcessThatIsCalledInItsLatestVersionIsThere(Released released) throws IOException {
        Set<String> callable = new TreeSet<>();
        Contract.all().forEach(contract -> callable.add(contract.key()));
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            files.filter(file -> file.toString().endsWith(".dmn")).forEach(file -> Dmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(Decision.class)
                    .forEach(decision -> callable.add(decision.getId())));
        }
        each(released.model().getDocument().getRootElement(), element -> {
            String decision = element.getAttribute(BpmnModelConstants.CAMUNDA_NS, "decisionRef");
            String process = element.getAttribute("calledElement");
            Stream.of(decision, process).filter(Objects::nonNull).forEach(called -> assertThat(callable)
                    .contains(called));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatAFormSubmitsIsStillTaken(Released released) throws IOException {
        List<JsonNode> inputs = new ArrayList<>();
        collect(new ObjectMapper().readTree(released.file().toFile()), inputs);
        Form form = Contract.all().stream()
                .flatMap(contract -> contract.forms().stream())
                .filter(declared -> declared.id().equals(released.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing takes what the form " + released + " submits"));
        for (JsonNode input : inputs) {
            String key = input.path("key").asText();
            Field<?> field = form.inputs().stream()
                    .filter(declared -> declared.name().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " of " + released + " is a stranger"));
            for (Object value : samples(input)) {
                assertThatCode(() -> field.parse(value))
                        .as("%s of %s: %s", key, released, value)
                        .doesNotThrowAnyException();
            }
            if (input.has("valuesKey")) {
                assertThat(List.of(RepairRequestProcess.Options.CATALOGUE, RepairRequestProcess.Options.TECHNICIANS))
                        .contains(input.path("valuesKey").asText());
            }
        }
    }

    /** What the form lets through, as it submits it. */
    private static List<Object> samples(JsonNode input) {
        List<Object> samples = new ArrayList<>();
        input.path("values").forEach(option -> samples.add(option.path("value").asText()));
        Pattern.compile("\\bvalue: \"([^\"]+)\"")
                .matcher(input.path("valuesExpression").asText())
                .results()
                .forEach(option -> samples.add(option.group(1)));
        switch (input.path("type").asText()) {
            case "checkbox" -> samples.addAll(List.of(true, false));
            case "number" ->
                samples.addAll(List.of(
                        input.path("validate").path("min").asDouble(),
                        input.path("validate").path("max").asInt()));
            case "datetime" ->
                samples.add(
                        switch (input.path("subtype").asText()) {
                            case "date" -> "2026-01-31";
                            case "time" -> "09:30";
                            default ->
                                Map.of(
                                                "utc_offset",
                                                "2026-01-31T09:30+08:00",
                                                "utc_normalized",
                                                "2026-01-31T01:30Z",
                                                "no_timezone",
                                                "2026-01-31T09:30")
                                        .get(input.path("timeSerializingFormat").asText());
                        });
            case "textfield", "textarea" ->
                samples.add(
                        input.path("key").asText().equals("reporterPhone")
                                ? "(0755)8888 6666"
                                : "1"
                                        .repeat(input.path("validate")
                                                .path("maxLength")
                                                .asInt()));
            default -> assertThat(input.path("type").asText()).isIn("select", "radio");
        }
        return samples;
    }

    private static void collect(JsonNode component, List<JsonNode> found) {
        if (component.hasNonNull("key")) {
            found.add(component);
        }
        component.path("components").forEach(child -> collect(child, found));
    }
}
