package org.baoxiu.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Answers the cells of decision tables that are nothing but quoted texts, the names of texts and sums of both, or true or
 * false, and leaves all others to the FEEL engine. That one builds all of its functions anew for every single cell, so that a
 * table of 70 items takes milliseconds, and most cells of a decision table are plain texts.
 */
final class PlainTextFeel implements FeelEngine {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern TEXTS = Pattern.compile("\\s*" + TEXT + "(\\s*,\\s*" + TEXT + ")*\\s*");
    private static final Pattern BETWEEN_TEXTS = Pattern.compile("\"\\s*,\\s*\"");
    private static final Pattern TERM = Pattern.compile(TEXT + "|[A-Za-z]\\w*");
    private static final Pattern SUM = Pattern.compile("\\s*(" + TERM + ")(\\s*\\+\\s*(" + TERM + "))*\\s*");

    private final FeelEngine all;

    PlainTextFeel(FeelEngine all) {
        this.all = all;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        String cell = expression.strip();
        if (cell.equals("true") || cell.equals("false")) {
            return (T) Boolean.valueOf(cell);
        }
        Optional<String> text = SUM.matcher(expression).matches() ? sum(expression, variables) : Optional.empty();
        return text.map(found -> (T) found).orElseGet(() -> all.evaluateSimpleExpression(expression, variables));
    }

    /** Empty if any of the names is not that of a text. */
    private static Optional<String> sum(String expression, VariableContext variables) {
        StringBuilder sum = new StringBuilder();
        for (Matcher terms = TERM.matcher(expression); terms.find(); ) {
            String term = terms.group();
            Optional<String> text = term.startsWith("\"") ? Optional.of(unquoted(term)) : text(term, variables);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            sum.append(text.get());
        }
        return Optional.of(sum.toString());
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        return TEXTS.matcher(expression).matches()
                ? text(inputVariable, variables)
                        .map(input -> Arrays.asList(BETWEEN_TEXTS.split(unquoted(expression)))
                                .contains(input))
                        .orElseGet(() -> all.evaluateSimpleUnaryTests(expression, inputVariable, variables))
                : all.evaluateSimpleUnaryTests(expression, inputVariable, variables);
    }

    private static Optional<String> text(String variable, VariableContext variables) {
        TypedValue value = variables.resolve(variable);
        return value != null && !(value instanceof SerializableValue) && value.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static String unquoted(String quoted) {
        String text = quoted.strip();
        return text.substring(1, text.length() - 1);
    }

    /** Of an engine for decisions that uses it, and reads tables that are written in words. */
    static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(() -> new PlainTextFeel(new ScalaFeelEngineFactory().createInstance()));
        decisions.setTransformer(new TransformsWords());
        return decisions;
    }

    /** Gives it to the process engine. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setDmnEngineConfiguration(configuration());
        }
    }
}
