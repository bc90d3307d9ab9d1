package org.baoxiu.process.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What may come in together, and nothing else: each field is a variable. */
public interface Inputs {

    List<Field<?>> inputs();

    /** The names of the variables that come in. */
    default Set<String> fields() {
        return inputs().stream().map(Field::name).collect(Collectors.toSet());
    }

    default Submission read(Map<String, Object> variables) {
        Set<String> names = fields();
        return new Submission(variables.entrySet().stream()
                .filter(variable -> names.contains(variable.getKey()) && variable.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
