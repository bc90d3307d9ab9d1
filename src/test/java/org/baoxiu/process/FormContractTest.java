package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.handover.DutyRosterProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TypedNumber;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models, the forms and the contract classes say the same: which forms, which fields, with which names and limits. */
@DisplayName("表单、模型与程序约定一致")
class FormContractTest {

    /** An option that a form offers under a condition only. */
    private static final Pattern OPTION = Pattern.compile("\\bvalue: \"([^\"]+)\"");

    /** Whether the time of the promise has passed is known when the form is read. */
    private static final String HEADING = "{{if promiseDue != \"\" and date and time(promiseDue) < now()"
            + " then replace(slipHeading, promiseText, promiseText + \"（已过）\") else slipHeading}}";

    private static final List<String> TYPED = List.of(
            "0930",
            "930",
            "9点半",
            "9:30",
            "9：30",
            "９：３０",
            "9.30",
            "9。30",
            "14.30",
            "9.45",
            "9点",
            "9点5分",
            "9点05",
            "9时30分",
            "下午3点一刻",
            "下午 3:05",
            "晚上8.30",
            "09:30",
            "09:30:00",
            "2026/12/1",
            "2026-12-01",
            "2026年12月1日",
            "２０２６／１２／１",
            "12月1日",
            "12月1号",
            "12-1",
            "12.1",
            "20261201",
            "明天",
            "2026-11",
            "2026年11月",
            "11月",
            "2026/12/1 9点半",
            "12-1 0930",
            "12—1 930",
            "12月1日9点半",
            "12月1日 9.30",
            "明天上午9点",
            "明天下午3点半",
            "2026-12-01　9:30",
            "2026-01-31T09:30+08:00",
            "2026-01-31T01:30:00.123Z",
            "2026-01-31T09:30",
            " 9:30 ",
            "",
            "9",
            "25:00",
            "9:75",
            "2530",
            "9点5",
            "24:00",
            "13月1日",
            "9点多",
            "尽快",
            "12-1 ",
            "abc",
            "-0001-01-01T00:00Z",
            "+999999999-12-31T23:59Z",
            "9:30 pm",
            "12-1-9:30",
            "晚饭后");

    /** A form with the contract that declares it. */
    record Declared(Contract contract, Form form) {

        List<JsonNode> inputs() {
            List<JsonNode> found = new ArrayList<>();
            collect(json(form.id()), found);
            return found;
        }

        private static void collect(JsonNode component, List<JsonNode> found) {
            if (component.hasNonNull("key")) {
                found.add(component);
            }
            component.path("components").forEach(child -> collect(child, found));
        }

        Field<?> field(JsonNode input) {
            String key = input.path("key").asText();
            return form.inputs().stream()
                    .filter(declared -> declared.name().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(key + " of " + this + " is not in the contract"));
        }

        @Override
        public String toString() {
            return form.id();
        }
    }

    static Stream<Declared> forms() {
        return contracts().flatMap(contract -> contract.forms().stream().map(form -> new Declared(contract, form)));
    }

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    private static JsonNode json(String form) {
        try {
            return new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // processes

    @Test
    void everyProcessHasAContract() {
        assertThat(namesIn("processes", ".bpmn"))
                .containsExactlyInAnyOrderElementsOf(
                        contracts().map(Contract::file).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theModelHasTheKeyOfTheContract(Contract contract) {
        assertThat(contract.model().getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(contract.key());
    }

    /** A case stops at a catching event, or at a user task: that is known by its form already, which has its name. */
    @ParameterizedTest
    @MethodSource("contracts")
    void everyPlaceWhereACaseWaitsIsNamed(Contract contract) {
        BpmnModelInstance model = contract.model();
        List<String> events = ids(model.getModelElementsByType(IntermediateCatchEvent.class));
        Set<String> waiting = new HashSet<>(ids(model.getModelElementsByType(UserTask.class)));
        waiting.addAll(events);
        assertThat(contract.elements())
                .doesNotHaveDuplicates()
                .containsAll(events)
                .isSubsetOf(waiting);
    }

    private static List<String> ids(Collection<? extends FlowNode> nodes) {
        return nodes.stream().map(FlowNode::getId).toList();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyMessageHasAConstant(Contract contract) {
        assertThat(contract.messages())
                .containsExactlyInAnyOrderElementsOf(contract.model().getModelElementsByType(Message.class).stream()
                        .map(Message::getName)
                        .toList());
    }

    // which form belongs where

    @Test
    void everyFormFileIsDeclaredOnce() {
        assertThat(forms().map(declared -> declared.form.id()).toList())
                .containsExactlyInAnyOrderElementsOf(namesIn("forms", ".form"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHasTheIdOfItsFile(Declared declared) {
        assertThat(json(declared.form.id()).path("id").asText()).isEqualTo(declared.form.id());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyDeclaredFormIsUsedOnceAndEveryPersonsStepHasAForm(Contract contract) {
        assertThat(formByElement(contract).values())
                .containsExactlyInAnyOrderElementsOf(
                        contract.forms().stream().map(Form::id).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aTaskHasTheFormOfItsName(Contract contract) {
        formByElement(contract).forEach((element, form) -> {
            if (element.startsWith("Task_")) {
                assertThat(form)
                        .as("form of %s", element)
                        .isEqualTo(element.substring("Task_".length())
                                .replaceAll("(?<=.)(?=[A-Z])", "-")
                                .toLowerCase());
            }
        });
    }

    /** Every user task, and every start event of the process itself that no message triggers. */
    private static Map<String, String> formByElement(Contract contract) {
        Map<String, String> forms = new LinkedHashMap<>();
        BpmnModelInstance model = contract.model();
        model.getModelElementsByType(UserTask.class).forEach(task -> forms.put(task.getId(), formRef(task)));
        model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process process
                        && process.isCamundaStartableInTasklist()
                        && start.getEventDefinitions().stream().noneMatch(MessageEventDefinition.class::isInstance))
                .forEach(start -> forms.put(start.getId(), formRef(start)));
        return forms;
    }

    private static String formRef(FlowNode node) {
        String ref = node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
        assertThat(ref).as("form of %s", node.getId()).isNotNull();
        assertThat(node.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRefBinding"))
                .as("running cases keep the form of %s that they began with", node.getId())
                .isEqualTo("deployment");
        return ref;
    }

    // what is in a form

    @ParameterizedTest
    @MethodSource("forms")
    void aFormAsksForWhatTheServerTakes(Declared declared) {
        assertThat(declared.inputs())
                .extracting(input -> input.path("key").asText())
                .containsExactlyInAnyOrderElementsOf(declared.form.fields());
    }

    /** One text, which the application puts together: what is new about a slip is shown by all forms without touching them. */
    @ParameterizedTest
    @MethodSource("forms")
    void whatIsDoneOnASlipBeginsWithTheHeadingOfTheSlip(Declared declared) {
        String first =
                json(declared.form.id()).path("components").path(0).path("text").asText();
        boolean onASlip =
                Set.of(RepairRequestProcess.KEY, RepairAccidentProcess.KEY).contains(declared.contract.key())
                        && !declared.form.equals(ReceiveForms.REPORT_REPAIR);
        assertThat(first.equals(HEADING))
                .as("%s begins with %s", declared, first)
                .isEqualTo(onASlip);
    }

    /** A person who is told off by the server looks for the name in the message on the screen. */
    @ParameterizedTest
    @MethodSource("forms")
    void messagesOfTheServerNameTheFieldAsTheFormDoes(Declared declared) {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode input : declared.inputs()) {
            Field<?> field = declared.field(input);
            List<String> shown = Stream.of("label", "dateLabel", "timeLabel")
                    .map(label -> input.path(label).asText())
                    .filter(label -> !label.isBlank())
                    .toList();
            all.assertThat(shown)
                    .as("labels of %s in %s", field.name(), declared)
                    .anyMatch(label -> label.contains(field.label())
                            || rowOf(field.name(), label).equals(field.label()));
        }
        all.assertAll();
    }

    /** In a row for material only the first field shows the number of the row; none repeats it beside it. */
    private static String rowOf(String key, String label) {
        if (!key.matches("material\\d(Name|Quantity|Price)")) {
            return label;
        }
        String row = "材料 " + key.charAt("material".length());
        return label.equals(row) ? row + " 名称" : row + " " + label.replace("（件、米等）", "");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatTheFormLetsThroughInLengthTheServerTakes(Declared declared) {
        for (JsonNode input : declared.inputs()) {
            if (List.of("textfield", "textarea").contains(input.path("type").asText())) {
                int longest = input.path("validate").path("maxLength").asInt();
                assertThat(longest)
                        .as("maxLength of %s in %s", input.path("key").asText(), declared)
                        .isPositive();
                if (input.path("key").asText().equals("reporterPhone")) {
                    accepts(declared, input, "（０７５５）8888 6666 转 801");
                } else if (!isTyped(input) && !isNumber(input)) {
                    accepts(declared, input, "1".repeat(longest));
                }
            }
        }
    }

    /** A date or a time is typed into a text field: form-js empties what its own field cannot read and sends the form without it. */
    @ParameterizedTest
    @MethodSource("forms")
    void datesAndTimesAreTypedAsPeopleWriteThem(Declared declared) {
        for (JsonNode input : declared.inputs()) {
            assertThat(input.path("type").asText())
                    .as("%s in %s", input.path("key").asText(), declared)
                    .isNotEqualTo("datetime");
            if (isTyped(input)) {
                Pattern shape =
                        Pattern.compile(input.path("validate").path("pattern").asText());
                for (String text : TYPED) {
                    assertThat(shape.matcher(text).find())
                            .as("%s in %s: %s", input.path("key").asText(), declared, text)
                            .isEqualTo(takes(declared.field(input), text));
                }
            }
        }
    }

    private static boolean isTyped(JsonNode input) {
        return input.path("validate").path("pattern").asText().contains("月")
                || input.path("validate").path("pattern").asText().contains("点");
    }

    private static boolean takes(Field<?> field, String text) {
        try {
            field.parse(text);
            return true;
        } catch (Rejection e) {
            return false;
        }
    }

    /** A number is typed into a text field: that of form-js reads 1,200 as 1.2 and drops what it does not know. */
    @ParameterizedTest
    @MethodSource("forms")
    @Tag("found:D1")
    void numbersAreTypedAsPeopleWriteThem(Declared declared) {
        for (JsonNode input : declared.inputs()) {
            assertThat(input.path("type").asText())
                    .as("%s in %s", input.path("key").asText(), declared)
                    .isNotEqualTo("number");
            assertThat(isNumber(input))
                    .as(
                            "%s in %s: what the script reads, the pattern is for",
                            input.path("key").asText(), declared)
                    .isEqualTo(input.path("id").asText().startsWith("Amount_"));
            if (isNumber(input)) {
                Pattern shape =
                        Pattern.compile(input.path("validate").path("pattern").asText());
                for (String text : List.of(
                        "45.5",
                        "45",
                        "045.50",
                        "1,200",
                        "1，200.5",
                        "12,345,678",
                        "４５．５",
                        "４５。５",
                        "45。5",
                        " 45 ",
                        "45元",
                        "45.5 元")) {
                    assertThat(shape.matcher(text).find())
                            .as("%s in %s: %s", input.path("key").asText(), declared, text)
                            .isTrue();
                    assertThat(TypedNumber.of(text)).as(text).isPresent();
                }
                for (String text : List.of(
                        "", "1e3", "1,2", "12,00", "1,2000", "-5", "45.5.5", "四十五", "45块5", "0x1F", "NaN", "1 200", "½",
                        "45.1234")) {
                    assertThat(shape.matcher(text).find())
                            .as("%s in %s: %s", input.path("key").asText(), declared, text)
                            .isFalse();
                    assertThatThrownBy(() -> declared.field(input).parse(text))
                            .as(text)
                            .isInstanceOf(Rejection.class)
                            .hasMessageContaining("数字");
                }
                accepts(declared, input, 45);
                accepts(declared, input, "４５。５");
            }
        }
    }

    private static boolean isNumber(JsonNode input) {
        return input.path("validate").path("pattern").asText().contains("元");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theOptionsOfTheFormTheServerTakes(Declared declared) {
        for (JsonNode input : declared.inputs()) {
            input.path("values")
                    .forEach(option ->
                            accepts(declared, input, option.path("value").asText()));
            if (input.has("valuesExpression")) {
                List<String> options = OPTION.matcher(
                                input.path("valuesExpression").asText())
                        .results()
                        .map(option -> option.group(1))
                        .toList();
                assertThat(options)
                        .as("options of %s in %s", input.path("key").asText(), declared)
                        .hasSizeGreaterThan(1);
                options.forEach(option -> accepts(declared, input, option));
            } else if (input.path("type").asText().matches("select|radio") && !input.has("values")) {
                assertThat(Map.of(
                                        RepairRequestProcess.KEY,
                                        Set.of(
                                                RepairRequestProcess.Options.CATALOGUE,
                                                RepairRequestProcess.Options.OFFICES,
                                                RepairRequestProcess.Options.TECHNICIANS),
                                        ContractorOrderProcess.KEY,
                                        Set.of(ContractorOrderProcess.Options.CONTRACTORS),
                                        DutyRosterProcess.KEY,
                                        Set.of(RepairRequestProcess.Options.OFFICES),
                                        SlipCorrectionProcess.KEY,
                                        Set.of(
                                                RepairRequestProcess.Options.CATALOGUE,
                                                RepairRequestProcess.Options.OFFICES),
                                        OwnerContactProcess.KEY,
                                        Set.of(OwnerContactProcess.Found.OPTIONS))
                                .getOrDefault(declared.contract.key(), Set.of())
                                .contains(input.path("valuesKey").asText()))
                        .as("options of %s in %s", input.path("key").asText(), declared)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void tickBoxesComeInTheWayTheServerTakesThem(Declared declared) {
        for (JsonNode input : declared.inputs()) {
            switch (input.path("type").asText()) {
                case "checkbox" -> accepts(declared, input, true);
                default -> assertThat(input.path("type").asText()).isIn("textfield", "textarea", "select", "radio");
            }
        }
    }

    private static void accepts(Declared declared, JsonNode input, Object value) {
        Field<?> field = declared.field(input);
        assertThatCode(() -> field.parse(value))
                .as("%s in %s: %s", field.name(), declared, value)
                .doesNotThrowAnyException();
    }
}
