package org.baoxiu.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Answers single cells of decision tables as the engine would answer them in a case. */
@Component
public class Cells {

    private static final String INPUT = "cellInput";

    private final FeelEngine engine = new PlainTextFeel(new ScalaFeelEngineFactory().createInstance());

    /** @throws IllegalArgumentException with the engine's reason */
    public Object value(String cell, Map<String, Object> variables) {
        try {
            return engine.evaluateSimpleExpression(
                    cell, Variables.fromMap(variables).asVariableContext());
        } catch (FeelException e) {
            throw reason(e);
        }
    }

    /** @throws IllegalArgumentException with the engine's reason */
    public boolean matches(String cell, Object inputOrNull) {
        if (cell.isBlank() || cell.strip().equals("-")) {
            return true;
        }
        try {
            return engine.evaluateSimpleUnaryTests(
                    cell,
                    INPUT,
                    Variables.createVariables().putValue(INPUT, inputOrNull).asVariableContext());
        } catch (FeelException e) {
            throw reason(e);
        }
    }

    private static IllegalArgumentException reason(FeelException error) {
        return new IllegalArgumentException(
                NestedExceptionUtils.getMostSpecificCause(error).getMessage(), error);
    }
}
