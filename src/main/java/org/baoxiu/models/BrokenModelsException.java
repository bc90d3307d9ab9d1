package org.baoxiu.models;

import java.util.List;

/** The models cannot be deployed; each problem is one sentence that names file and element. */
class BrokenModelsException extends RuntimeException {

    private final transient List<String> problems;

    BrokenModelsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
