package org.baoxiu.process.form;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Rejection;

/** What may come in together, and nothing else: each field is a variable. */
public interface Inputs {

    List<Field<?>> inputs();

    /** The names of the variables that come in. */
    default Set<String> fields() {
        return inputs().stream().map(Field::name).collect(Collectors.toSet());
    }

    /**
     * Reads what has come in.
     *
     * @param own the variables that the process has beside those of its forms
     * @throws Rejection for any other
     */
    default Submission readOnly(Map<String, Object> variables, Collection<String> own) {
        Set<String> foreign = new HashSet<>(variables.keySet());
        foreign.removeAll(fields());
        foreign.removeAll(own);
        if (!foreign.isEmpty()) {
            throw Rejection.invalid(Submission.refusalOf(foreign));
        }
        return read(variables);
    }

    default Submission read(Map<String, Object> variables) {
        Set<String> names = fields();
        return new Submission(variables.entrySet().stream()
                .filter(variable -> names.contains(variable.getKey()) && variable.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
