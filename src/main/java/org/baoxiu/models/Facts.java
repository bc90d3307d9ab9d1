package org.baoxiu.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baoxiu.shared.Groups;
import org.baoxiu.words.Literals;

/** What there is when a row is asked: as the shipped table uses it in the same situation. */
final class Facts {

    static final Set<String> FEEL = Set.of("if", "then", "else", "null", "and", "or", "true", "false", "not");

    private static final String NOTIFICATION = "notification";
    /** Whoever reports and pays; the other texts are for the office and know more. */
    private static final Set<String> OUTSIDE = Set.of("owner", "reporter");

    /** Roles that the table of recipients is told by name. */
    static final Map<String, Object> ROLES = Map.of(
            "told",
            Groups.DIRECTOR,
            "candidates",
            Groups.CUSTOMER_SERVICE,
            "former",
            "technician",
            "helper",
            "technician");

    /** What every message to the office about a slip can say: see {@code SlipFacts}. */
    private static final List<String> OF_EVERY_SLIP = List.of(
            "slipNumber",
            "place",
            "office",
            "fault",
            "repairClass",
            "deadline",
            "urgent",
            "about",
            "technician",
            "actor",
            "reason",
            "task");

    private final Map<String, Set<String>> bySituation = new TreeMap<>();

    Facts(TableModel contract) {
        if (contract.key().equals(NOTIFICATION)) {
            contract.rows().forEach(row -> situations(row).forEach(situation -> {
                Set<String> names = bySituation.computeIfAbsent(situation, key -> new TreeSet<>());
                names.addAll(names(row));
                if (!outside(row) && usesSlip(row)) {
                    names.addAll(OF_EVERY_SLIP);
                }
                if (outside(row)) {
                    names.addAll(List.of("slipNumber", "place"));
                }
            }));
        }
    }

    private static boolean usesSlip(TableModel.Row row) {
        return names(row).contains("slipNumber");
    }

    private static boolean outside(TableModel.Row row) {
        return !row.inputs().get(1).isBlank()
                && OUTSIDE.containsAll(Literals.in(row.inputs().get(1)));
    }

    private static Set<String> names(TableModel.Row row) {
        Set<String> names = new TreeSet<>();
        row.outputs().forEach(cell -> Literals.namesIn(cell).stream()
                .filter(name -> !FEEL.contains(name))
                .forEach(names::add));
        return names;
    }

    private static List<String> situations(TableModel.Row row) {
        return Literals.in(row.inputs().get(0)).stream()
                .map(event -> event + (outside(row) ? " outside" : ""))
                .toList();
    }

    Map<String, Object> of(TableModel decision, TableModel.Row row) {
        Map<String, Object> facts = new HashMap<>();
        if (decision.key().equals("notificationRecipients")) {
            facts.putAll(ROLES);
        } else if (decision.key().equals(NOTIFICATION) && row.inputs().size() > 1) {
            Set<String> common = null;
            for (String situation : situations(row)) {
                Set<String> names = bySituation.getOrDefault(situation, Set.of());
                if (common == null) {
                    common = new TreeSet<>(names);
                } else {
                    common.retainAll(names);
                }
            }
            if (common != null) {
                common.forEach(name -> facts.put(name, "示例"));
            }
        }
        return facts;
    }
}
