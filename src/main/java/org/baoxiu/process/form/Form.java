package org.baoxiu.process.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of the folder {@code forms/}: what a person may submit with it, and nothing else.
 *
 * @param id     the form's id, which is its file's name without the ending
 * @param inputs its fields, each of which is a variable
 */
public record Form(String id, List<Field<?>> inputs) {

    public static Form of(String id, Field<?>... inputs) {
        return new Form(id, List.of(inputs));
    }

    public Form with(Field<?>... more) {
        return new Form(id, Stream.concat(inputs.stream(), Stream.of(more)).toList());
    }

    /** The names of the variables that the form submits. */
    public Set<String> fields() {
        return inputs.stream().map(Field::name).collect(Collectors.toSet());
    }

    public Submission read(Map<String, Object> variables) {
        Set<String> names = fields();
        return new Submission(variables.entrySet().stream()
                .filter(variable -> names.contains(variable.getKey()) && variable.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
