package org.baoxiu.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.springframework.core.NestedExceptionUtils;

/** What the engine itself says against a model, without its wrapping. */
final class EngineReasons {

    private EngineReasons() {}

    /** By file, line and element. */
    static String of(ParseException error) {
        String reasons = error.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream()
                        .map(problem -> report.getResourceName() + " 第 " + problem.getLine() + " 行"
                                + elements(problem.getElementIds()) + "：" + problem.getMessage()))
                .collect(Collectors.joining("；"));
        return reasons.isEmpty() ? of((Throwable) error) : reasons;
    }

    private static String elements(List<String> ids) {
        return ids == null || ids.isEmpty() ? "" : "（" + String.join("、", ids) + "）";
    }

    static String of(Throwable error) {
        String reason = NestedExceptionUtils.getMostSpecificCause(error).getMessage();
        return reason == null ? error.toString() : reason.strip();
    }
}
