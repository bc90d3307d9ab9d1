package org.baoxiu.engine;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the expressions of forms, which only the browser evaluates when somebody fills one in. */
@Component
public class FormExpressions {

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

    /** @throws IllegalArgumentException with the parser's reason, if it is no FEEL */
    public void read(String expression) {
        ParseResult result = feel.parseExpression(expression);
        if (result.isFailure()) {
            throw new IllegalArgumentException(result.failure().message());
        }
    }

    /**
     * What it is for somebody who sees these values in the form.
     *
     * @param values plain values, lists and maps
     * @return null also for what has no value
     */
    public @Nullable Object value(String expression, Map<String, Object> values) {
        EvaluationResult result = feel.evaluateExpression(expression, values);
        return result.isSuccess() ? result.result() : null;
    }
}
