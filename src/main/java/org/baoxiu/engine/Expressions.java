package org.baoxiu.engine;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What the expressions of a process reach, read by the engine's own parser; nothing is evaluated. */
public final class Expressions {

    /**
     * @param names      read by themselves: variables, or a bean where one is meant
     * @param calls      {@code bean.method} with the number of arguments behind a slash
     * @param properties {@code name.property}
     * @param beyond     whatever goes further, as it is written: chains, functions, brackets
     */
    public record Reach(Set<String> names, Set<String> calls, Set<String> properties, Set<String> beyond) {}

    private Expressions() {}

    public static boolean isOne(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    /** @throws IllegalArgumentException with the parser's reason */
    public static Reach of(String expression) {
        Reach reach = new Reach(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try {
            walk(
                    new Builder(Builder.Feature.METHOD_INVOCATIONS)
                            .build(expression)
                            .getRoot(),
                    reach);
        } catch (TreeBuilderException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return reach;
    }

    private static void walk(Node node, Reach reach) {
        if (node instanceof AstIdentifier name) {
            reach.names().add(name.getName());
        } else if (node instanceof AstMethod call) {
            Node arguments = call.getChild(1);
            if (isOfName(call.getChild(0))) {
                reach.calls().add(written(call.getChild(0)) + "/" + arguments.getCardinality());
            } else {
                reach.beyond().add(written(call));
            }
            below(arguments, reach);
        } else if (node instanceof AstDot dot) {
            (isOfName(dot) ? reach.properties() : reach.beyond()).add(written(dot));
        } else if (node instanceof AstFunction || node instanceof AstBracket) {
            reach.beyond().add(written(node));
        } else {
            below(node, reach);
        }
    }

    private static void below(Node node, Reach reach) {
        for (int child = 0; child < node.getCardinality(); child++) {
            walk(node.getChild(child), reach);
        }
    }

    private static boolean isOfName(Node node) {
        return node instanceof AstDot && node.getChild(0) instanceof AstIdentifier;
    }

    private static String written(Node node) {
        StringBuilder text = new StringBuilder();
        ((AstNode) node).appendStructure(text, null);
        return text.toString().replaceAll("\\s*\\.\\s*", ".");
    }
}
