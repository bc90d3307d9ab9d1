package org.baoxiu.process.repair.added;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.engine.FreeInput;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.Field;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.FreeField;
import org.baoxiu.slip.FreeFields;
import org.baoxiu.slip.FreeFields.Answer;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what was filled in by free fields before the step itself reads its form: checked like everything else at the door, kept with the
 * slip, and there for tables and gateways as it was kept. A free field of another form stays unknown and is refused by the step.
 */
@Component
public class FreeAnswers {

    private static final String LOWEST = "-999999999";
    private static final String HIGHEST = "999999999";
    private static final int DECIMALS = 3;
    private static final int LINE = 200;
    private static final int IN_HISTORY = 80;
    private static final String START = "接收报修";

    private final FreeForms forms;
    private final FreeFields fields;
    private final Slips slips;
    private final Persons persons;

    FreeAnswers(FreeForms forms, FreeFields fields, Slips slips, Persons persons) {
        this.forms = forms;
        this.fields = fields;
        this.slips = slips;
        this.persons = persons;
    }

    /** Names that the form of a task may bring in besides those that the program knows. */
    public Set<String> names(DelegateTask task) {
        return names(forms.of(task));
    }

    /** Likewise the form that a process is started with. */
    public Set<String> startNames(DelegateExecution process) {
        return names(forms.ofStart(process.getProcessDefinitionId()));
    }

    private static Set<String> names(Collection<FreeInput> inputs) {
        return inputs.stream().map(FreeInput::key).collect(Collectors.toSet());
    }

    /** What a task of a step that the program knows has brought in, with a line of its own in the history. */
    public void take(DelegateTask task, String slipNumber) {
        List<FreeInput> inputs = forms.of(task);
        if (!inputs.isEmpty()) {
            String said = words(keep(task.getExecution(), inputs, task.getName(), slipNumber));
            if (!said.isEmpty()) {
                Drawn drawn = Drawn.of(task);
                slips.note(slipNumber, persons.current(), drawn.step(), drawn.clause(), task.getName() + "：" + said);
            }
        }
    }

    /** What a task of an added step has brought in, for the line about the step. */
    String taken(DelegateTask task, String slipNumber) {
        return words(keep(task.getExecution(), forms.of(task), task.getName(), slipNumber));
    }

    /** What came in with the report. */
    public void takeStart(DelegateExecution process, String slipNumber) {
        List<FreeInput> inputs = forms.ofStart(process.getProcessDefinitionId());
        String said = words(keep(process, inputs, START, slipNumber));
        if (!said.isEmpty()) {
            slips.note(slipNumber, persons.current(), 1, "4.3.1", "报修时填写：" + said);
        }
    }

    private static String words(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.label() + "："
                        + (answer.words().isEmpty() ? "不填" : Excerpt.line(answer.words(), IN_HISTORY)))
                .collect(Collectors.joining("；"));
    }

    private List<Answer> keep(DelegateExecution process, List<FreeInput> inputs, String step, String slipNumber) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        for (FreeInput input : inputs) {
            Object value = checked(input, process.getVariable(input.key()));
            values.put(input.key(), value);
            answers.add(new Answer(input.key(), input.label(), words(input, value)));
        }
        process.setVariables(values);
        return fields.keep(slipNumber, step, answers, persons.current());
    }

    /** As tables and gateways read it; null for what was not filled in. */
    private static @Nullable Object checked(FreeInput input, @Nullable Object submitted) {
        if (submitted == null || submitted instanceof String text && Texts.isBlank(text)) {
            if (input.required()) {
                throw Rejection.invalid("请填写“" + input.label() + "”。");
            }
            return null;
        }
        return switch (input.type()) {
            case "checkbox" -> {
                Boolean ticked = Field.tick(input.key(), input.label()).parse(submitted);
                if (input.required() && !ticked) {
                    throw Rejection.invalid("请先做到并勾选“" + input.label() + "”，再提交。");
                }
                yield ticked;
            }
            case "number" -> number(input, submitted);
            case "select", "radio" -> {
                String chosen = Field.text(input.key(), input.label(), LINE).parse(submitted);
                if (!input.options().containsKey(chosen)) {
                    throw Rejection.invalid("“" + input.label() + "”没有“" + chosen + "”这一选项，请从列出的选项中选择。");
                }
                yield chosen;
            }
            case "textarea" ->
                Field.text(input.key(), input.label(), FreeField.LONGEST_WORDS).parse(submitted);
            default -> Field.text(input.key(), input.label(), LINE).parse(submitted);
        };
    }

    private static Object number(FreeInput input, Object submitted) {
        BigDecimal number = Field.number(input.key(), input.label(), LOWEST, HIGHEST, DECIMALS)
                .parse(submitted)
                .stripTrailingZeros();
        return number.scale() <= 0 ? (Object) number.intValueExact() : Double.valueOf(number.toPlainString());
    }

    private static String words(FreeInput input, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean ticked) {
            return ticked ? "是" : "否";
        }
        String text =
                value instanceof Double number ? new BigDecimal(number.toString()).toPlainString() : value.toString();
        String label = input.options().getOrDefault(text, text);
        return label.length() > FreeField.LONGEST_WORDS ? label.substring(0, FreeField.LONGEST_WORDS) : label;
    }
}
