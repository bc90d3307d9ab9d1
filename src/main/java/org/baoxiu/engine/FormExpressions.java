package org.baoxiu.engine;

import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;

/** Reads expressions of forms; nothing is evaluated. */
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
}
