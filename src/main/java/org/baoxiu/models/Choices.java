package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A gateway always knows which way to go: there is an arrow by default, or a pair of yes and no, or at least the conditions that the
 * shipped gateway has. Otherwise a case stops with an error when it gets there.
 */
@Component
@Order(7)
class Choices implements Check {

    private final Shipped shipped;

    Choices(Shipped shipped) {
        this.shipped = shipped;
    }

    private record Way(Element arrow, String condition) {}

    private record Gateway(Element element, List<Way> ways) {

        Set<String> conditions() {
            return ways.stream().map(Way::condition).collect(Collectors.toCollection(TreeSet::new));
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
        Map<String, Gateway> gateways = new TreeMap<>();
        Map<String, List<Way>> ways = new HashMap<>();
        Xml.each(process.model(), element -> {
            switch (element.getLocalName()) {
                case "exclusiveGateway", "inclusiveGateway" ->
                    gateways.put(
                            element.getAttribute("id"),
                            new Gateway(
                                    element,
                                    ways.computeIfAbsent(element.getAttribute("id"), id -> new ArrayList<>())));
                case "sequenceFlow" ->
                    ways.computeIfAbsent(element.getAttribute("sourceRef"), id -> new ArrayList<>())
                            .add(new Way(
                                    element,
                                    String.join("", ShippedParts.texts(element)).replaceAll("\\s+", "")));
                default -> {}
            }
        });
        return gateways;
    }

    private static void check(ProcessModel process, Gateway gateway, @Nullable Gateway asked, Faults faults) {
        Set<String> shipped = asked == null ? null : asked.conditions();
        if (gateway.ways().size() < 2 && shipped == null) {
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
        Set<String> conditions = gateway.conditions();
        boolean complete = gateway.hasDefault()
                || conditions.contains("")
                || conditions.stream().anyMatch(one -> conditions.contains(opposite(one)))
                || shipped != null && conditions.containsAll(shipped);
        if (!complete) {
            faults.add(
                    process.file(),
                    "%s的条件都不成立时，案件会停在这里。请设一条默认连线（Default flow）%s。",
                    Xml.place(gateway.element()),
                    shipped == null ? "" : "，或者恢复条件 " + String.join("、", missing(shipped, conditions)));
        }
    }

    private static Set<String> missing(Set<String> wanted, Set<String> present) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    private static String opposite(String condition) {
        return condition.startsWith("${!") ? "${" + condition.substring(3) : condition.replaceFirst("\\$\\{", "\\${!");
    }
}
