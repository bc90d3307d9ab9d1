package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.engine.Expressions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Wherever arrows have conditions there is always a way to go: an arrow by default, or a pair of yes and no, or at least the conditions
 * that the shipped gateway has. Otherwise a case stops with an error when it gets there. The engine asks conditions behind a step or an
 * event too. What the shipped gateway tells apart is still told apart: with a default, a mistyped value would be noticed by nobody.
 */
@Component
@Order(7)
class Choices implements Check {

    private static final Set<String> CHOOSING = Set.of("exclusiveGateway", "inclusiveGateway");

    private static final Set<String> ALL_WAYS = Set.of("parallelGateway", "eventBasedGateway");

    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^{}]*)}");
    /** A name, or a call without calls within. */
    private static final Pattern ONE = Pattern.compile("[A-Za-z_][\\w.]*(\\([^()]*\\))?");

    /** A variable that is compared with a text. */
    private static final Pattern ANSWER = Pattern.compile("\\w+==(?:'[^']*'|\"[^\"]*\")");

    private final Shipped shipped;

    Choices(Shipped shipped) {
        this.shipped = shipped;
    }

    private record Way(Element arrow, String condition) {

        List<String> answers() {
            return ANSWER.matcher(condition)
                    .results()
                    .map(found -> found.group().replace('"', '\''))
                    .toList();
        }

        Set<String> names() {
            try {
                return condition.isEmpty()
                        ? Set.of()
                        : Expressions.of(condition).names();
            } catch (IllegalArgumentException unreadable) {
                return Set.of();
            }
        }
    }

    private record Gateway(Element element, List<Way> ways) {

        Set<String> conditions() {
            return ways.stream().map(Way::condition).collect(Collectors.toCollection(TreeSet::new));
        }

        /** What its conditions look at. */
        Set<String> names() {
            return ways.stream().flatMap(way -> way.names().stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        /** What its conditions tell apart by name. */
        Set<String> answers() {
            return ways.stream().flatMap(way -> way.answers().stream()).collect(Collectors.toCollection(TreeSet::new));
        }

        boolean isByDefault(String answer, Gateway contract) {
            return contract.ways().stream()
                    .anyMatch(way -> isDefault(way) && way.answers().contains(answer));
        }

        boolean isDefault(Way way) {
            return element.getAttribute("default").equals(way.arrow().getAttribute("id"));
        }

        boolean hasDefault() {
            return ways.stream().anyMatch(this::isDefault);
        }
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes().values().forEach(process -> {
            ProcessModel contract = shipped.models().processes().get(process.key());
            Map<String, Gateway> asked = contract == null ? Map.of() : gateways(contract);
            gateways(process).forEach((id, gateway) -> check(process, gateway, asked.get(id), faults));
        });
    }

    private static Map<String, Gateway> gateways(ProcessModel process) {
        Map<String, Element> sources = new HashMap<>();
        Map<String, List<Way>> ways = new HashMap<>();
        Xml.each(process.model(), element -> {
            sources.put(element.getAttribute("id"), element);
            if (element.getLocalName().equals("sequenceFlow")) {
                ways.computeIfAbsent(element.getAttribute("sourceRef"), id -> new ArrayList<>())
                        .add(new Way(element, condition(element)));
            }
        });
        Map<String, Gateway> gateways = new TreeMap<>();
        sources.forEach((id, source) -> {
            List<Way> arrows = ways.getOrDefault(id, List.of());
            if (CHOOSING.contains(source.getLocalName())
                    || arrows.stream().anyMatch(way -> !way.condition().isEmpty())) {
                gateways.put(id, new Gateway(source, arrows));
            }
        });
        return gateways;
    }

    /** Without the spaces that mean nothing. */
    static String condition(Element arrow) {
        return Xml.children(arrow).stream()
                .filter(child -> child.getLocalName().equals("conditionExpression"))
                .map(child -> Xml.own(child).replaceAll("\\s+", " ").replaceAll("(?<!\\w) | (?!\\w)", ""))
                .collect(Collectors.joining());
    }

    private static void check(ProcessModel process, Gateway gateway, @Nullable Gateway asked, Faults faults) {
        Set<String> shipped = asked == null ? null : asked.conditions();
        Set<String> conditions = gateway.conditions();
        if (ALL_WAYS.contains(gateway.element().getLocalName())) {
            faults.add(
                    process.file(),
                    "%s后面的条件不起作用：从这种网关出来的连线，引擎不看条件。请去掉条件，或者换成排他网关（Exclusive gateway）。",
                    Xml.place(gateway.element()));
            return;
        }
        if (conditions.stream().allMatch(String::isEmpty) && gateway.ways().size() < 2 && shipped == null) {
            return;
        }
        if (gateway.ways().size() > 1) {
            gateway.ways().stream()
                    .filter(way -> way.condition().isEmpty() && !gateway.isDefault(way))
                    .forEach(way -> faults.add(
                            process.file(),
                            "%s后面的连线%s没有条件。请写上条件，或者设为默认连线（Default flow）。",
                            Xml.place(gateway.element()),
                            Xml.place(way.arrow())));
        }
        boolean complete = gateway.hasDefault()
                || conditions.contains("")
                || conditions.stream().anyMatch(one -> isDenied(one, conditions))
                || shipped != null && conditions.containsAll(shipped);
        if (!complete) {
            faults.add(
                    process.file(),
                    "%s的条件都不成立时，案件会停在这里。请设一条默认连线（Default flow）%s。",
                    Xml.place(gateway.element()),
                    shipped == null ? "" : "，或者恢复条件 " + String.join("、", missing(shipped, conditions)));
        } else if (asked != null && gateway.hasDefault()) {
            Set<String> lost = missing(asked.answers(), gateway.answers());
            lost.removeIf(answer -> gateway.isByDefault(answer, asked));
            if (!lost.isEmpty()) {
                faults.add(
                        process.file(),
                        "%s的条件里没有 %s 了，这样的案件会不声不响地走默认连线（Default flow）。请恢复这个条件。",
                        Xml.place(gateway.element()),
                        String.join("、", lost));
            }
        }
        if (complete && asked != null) {
            missing(asked.names(), gateway.names())
                    .forEach(name -> faults.add(
                            process.file(),
                            "%s的条件里没有 %s 了，要看它的案件会走错路，到了那里就停住。请恢复这个条件。",
                            Xml.place(gateway.element()),
                            name));
        }
    }

    private static Set<String> missing(Set<String> wanted, Set<String> present) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    /** Whether one of the conditions is that this one is not so; {@code !a && b} does not say so of {@code a && b}. */
    static boolean isDenied(String condition, Set<String> conditions) {
        Matcher whole = WHOLE.matcher(condition);
        if (!whole.matches()) {
            return false;
        }
        String text = whole.group(1);
        return (ONE.matcher(text).matches() || isInBrackets(text)) && conditions.contains("${!" + text + "}")
                || conditions.contains("${!(" + text + ")}") && isInBrackets("(" + text + ")");
    }

    private static boolean isInBrackets(String text) {
        String inside = text.replaceAll("'[^']*'|\"[^\"]*\"", "");
        if (!inside.startsWith("(") || !inside.endsWith(")")) {
            return false;
        }
        inside = inside.substring(1, inside.length() - 1);
        for (String before = ""; !before.equals(inside); ) {
            before = inside;
            inside = inside.replaceAll("\\([^()]*\\)", "");
        }
        return !inside.contains("(") && !inside.contains(")");
    }
}
