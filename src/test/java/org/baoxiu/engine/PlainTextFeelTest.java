package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Cells that are plain texts")
@Label("Cells that are plain texts")
class PlainTextFeelTest {

    private static final FeelEngine ALL = new ScalaFeelEngineFactory().createInstance();

    private final FeelEngine plain = new PlainTextFeel(ALL);
    private final FeelEngine plainOnly = new PlainTextFeel(new NoFeel());

    @Property(tries = 300)
    void aTestAnswersAsFeelDoes(@ForAll("tests") String test, @ForAll("inputs") Object input) {
        assertThat(plain.evaluateSimpleUnaryTests(test, "cellInput", input(input)))
                .isEqualTo(ALL.evaluateSimpleUnaryTests(test, "cellInput", input(input)));
    }

    @Property(tries = 300)
    void anExpressionHasTheValueThatFeelGives(
            @ForAll("expressions") String expression, @ForAll("inputs") Object input) {
        Object value = plain.evaluateSimpleExpression(expression, input(input));
        Object expected = ALL.evaluateSimpleExpression(expression, input(input));
        assertThat(value).isEqualTo(expected);
    }

    @Test
    @DisplayName(
            "are answered without FEEL: one text, several texts, the name of a text, a sum of them, true and false")
    void withoutFeel() {
        assertThat(plainOnly.evaluateSimpleUnaryTests("\"arrival\", \"repair\"", "cellInput", input("repair")))
                .isTrue();
        assertThat(plainOnly.evaluateSimpleUnaryTests(" \"arrival\" ", "cellInput", input("repair")))
                .isFalse();
        assertThat((Object) plainOnly.evaluateSimpleExpression("\"director\"", input("repair")))
                .isEqualTo("director");
        assertThat((Object) plainOnly.evaluateSimpleExpression("cellInput", input("repair")))
                .isEqualTo("repair");
        assertThat((Object) plainOnly.evaluateSimpleExpression("\"+ \" + cellInput+\" + b\"", input("repair")))
                .isEqualTo("+ repair + b");
        assertThat((Object) plainOnly.evaluateSimpleExpression(" true", input("repair")))
                .isEqualTo(true);
        assertThat((Object) plainOnly.evaluateSimpleExpression("false", input("repair")))
                .isEqualTo(false);
    }

    @Test
    @DisplayName("and nothing else is")
    void anythingElse() {
        assertThatThrownBy(() -> plainOnly.evaluateSimpleUnaryTests("not(\"arrival\")", "cellInput", input("repair")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plainOnly.evaluateSimpleUnaryTests("\"arrival\"", "cellInput", input(1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plainOnly.evaluateSimpleExpression("\"a\" + cellInput", input(1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> plainOnly.evaluateSimpleExpression("\"a\" + nobody", input("repair")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Provide
    Arbitrary<String> tests() {
        return Arbitraries.of(
                "\"a\"",
                " \"a\" ",
                "\"a\",\"b\"",
                "\"a\" , \"b\", \"紧急\"",
                "\"\"",
                "\"a\\\"b\"",
                "not(\"a\")",
                "> 3",
                "true",
                "\"a, b\"",
                "\"a\", not(\"b\")",
                "null",
                "\" a\"");
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                "\"a\"",
                " \"紧急\" ",
                "\"\"",
                "\"a\" + \"b\"",
                "\"a + \"+cellInput + \"\" +cellInput",
                "cellInput + 1",
                "\"a\" + nobody",
                "cellInput",
                "cellInput + \"\\\"\" + cellInput",
                "\"a\\\"b\"",
                "true",
                "false ",
                "if cellInput = \"a\" then 1 else 2",
                "null");
    }

    @Provide
    Arbitrary<Object> inputs() {
        return Arbitraries.of("a", "b", "", " a", "紧急", "a, b", "a\"b", 4, true)
                .map(Object.class::cast)
                .injectNull(0.1);
    }

    private static VariableContext input(Object value) {
        VariableMap variables = Variables.createVariables().putValue("cellInput", value);
        return variables.asVariableContext();
    }

    private static final class NoFeel implements FeelEngine {
        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            throw new UnsupportedOperationException(expression);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
            throw new UnsupportedOperationException(expression);
        }
    }
}
