package org.baoxiu.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.engine.Cells;
import org.baoxiu.words.Literals;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every answer in a table is what the program expects in its column, and the FEEL engine can make it of what there is in such a case. */
@Component
@Order(10)
class Answers implements Check {

    private final Shipped shipped;
    private final Cells cells;
    private final IdentityService identity;

    Answers(Shipped shipped, Cells cells, IdentityService identity) {
        this.shipped = shipped;
        this.cells = cells;
        this.identity = identity;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.decisions().values().forEach(decision -> {
            Map<String, Kind> kinds = Kind.of(decision.key());
            columns(decision, kinds, FreeParts.readable(models, decision.key()), faults);
            TableModel contract = shipped.models().decisions().get(decision.key());
            if (contract != null && !kinds.isEmpty()) {
                cells(decision, contract, kinds, faults);
            }
        });
    }

    private void columns(TableModel decision, Map<String, Kind> kinds, Map<String, String> free, Faults faults) {
        List<String> present =
                decision.outputs().stream().map(TableModel.Output::name).toList();
        TableModel contract = shipped.models().decisions().get(decision.key());
        kinds.keySet().stream()
                .filter(name -> !present.contains(name) && !Kind.optional(decision.key(), name))
                .map(name -> contract == null ? name : written(contract, name))
                .forEach(name -> faults.add(
                        decision.file(), "“%s”缺少输出列“%s”，程序要用到它。请把列名（Output name）改回“%s”。", decision.name(), name, name));
        if (contract != null) {
            types(decision, contract, faults);
            Set<String> known = new TreeSet<>();
            contract.inputs().forEach(input -> known.add(input.expression()));
            decision.inputs().stream()
                    .filter(input -> !known.contains(input.expression()) && !free.containsKey(input.expression()))
                    .forEach(input -> faults.add(
                            decision.file(),
                            "“%s”的输入列“%s”读取“%s”，程序不提供这一项。可以用的是：%s。",
                            decision.name(),
                            input.label(),
                            input.expression(),
                            String.join("、", known)));
            decision.inputs().stream()
                    .filter(input -> free.containsKey(input.expression()))
                    .filter(input -> !FreeParts.COLUMNS
                            .getOrDefault(free.getOrDefault(input.expression(), ""), Set.of())
                            .contains(String.valueOf(input.type())))
                    .forEach(input -> faults.add(
                            decision.file(),
                            "“%s”的输入列“%s”读取 %s，表单里它是 %s，这一列的类型（Type）应是 %s。请改正。",
                            decision.name(),
                            input.label(),
                            input.expression(),
                            free.getOrDefault(input.expression(), ""),
                            String.join(
                                    " 或 ",
                                    FreeParts.COLUMNS.getOrDefault(
                                            free.getOrDefault(input.expression(), ""), Set.of("string")))));
        }
    }

    /** The name of a column as the table has it. */
    private static String written(TableModel table, String name) {
        int at = table.outputs().stream().map(TableModel.Output::name).toList().indexOf(name);
        return at < 0 ? name : table.asWritten().outputs().get(at).name();
    }

    /** The engine makes every answer of a column what the type says, or the case stops. */
    private static void types(TableModel decision, TableModel contract, Faults faults) {
        List<TableModel.Output> written = decision.asWritten().outputs();
        List<TableModel.Output> shipped = contract.asWritten().outputs();
        for (int column = 0; column < written.size(); column++) {
            TableModel.Output output = decision.outputs().get(column);
            TableModel.Output own = written.get(column);
            for (int other = 0; other < shipped.size(); other++) {
                TableModel.Output wanted = contract.outputs().get(other);
                if (wanted.name().equals(output.name()) && !wanted.type().equals(output.type())) {
                    faults.add(
                            decision.file(),
                            "“%s”的输出列“%s”（%s）的类型（Type）应是 %s，现在是%s。请改回来。",
                            decision.name(),
                            own.label(),
                            own.name(),
                            shipped.get(other).name().equals(own.name())
                                    ? shipped.get(other).type()
                                    : wanted.type(),
                            own.type() == null ? "空的" : " " + own.type());
                }
            }
        }
    }

    private void cells(TableModel decision, TableModel contract, Map<String, Kind> kinds, Faults faults) {
        Facts facts = new Facts(contract);
        Map<String, Set<String>> words = words(contract, kinds);
        TableModel written = decision.asWritten();
        decision.outputs().forEach(output -> offered(decision, output, kinds, words, faults));
        for (TableModel.Row row : decision.rows()) {
            List<String> own = written.rows().get(row.number() - 1).outputs();
            Map<String, Object> there = facts.of(decision, row);
            for (int column = 0;
                    column < decision.outputs().size() && column < row.outputs().size();
                    column++) {
                TableModel.Output output = decision.outputs().get(column);
                Kind kind = kinds.get(output.name());
                if (kind != null) {
                    cell(
                            decision,
                            row,
                            written.outputs().get(column),
                            own.get(column),
                            row.outputs().get(column),
                            kind,
                            words.getOrDefault(output.name(), Set.of()),
                            there,
                            faults);
                }
            }
        }
    }

    /** What the Modeler offers in a column is what somebody will choose next. */
    private static void offered(
            TableModel decision,
            TableModel.Output output,
            Map<String, Kind> kinds,
            Map<String, Set<String>> words,
            Faults faults) {
        Kind kind = kinds.get(output.name());
        Set<String> known = words.getOrDefault(output.name(), Set.of());
        if (kind == Kind.CODE || kind == Kind.CODES) {
            output.allowed().stream()
                    .filter(value -> !kind.fits(value, known))
                    .forEach(value -> faults.add(
                            decision.file(),
                            "“%s”的“%s”可选的值里有“%s”，程序不认识。可以有的是：%s。",
                            decision.name(),
                            output.label(),
                            value,
                            said(decision, output, known)));
        }
    }

    private void cell(
            TableModel decision,
            TableModel.Row row,
            TableModel.Output output,
            String written,
            String cell,
            Kind kind,
            Set<String> words,
            Map<String, Object> facts,
            Faults faults) {
        String place = "“" + decision.name() + "”" + row.place() + "的“" + output.label() + "”";
        String right = kind.right(output.name());
        List<String> unknown = Literals.namesIn(cell).stream()
                .filter(name -> !facts.containsKey(name) && !Facts.FEEL.contains(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            faults.add(
                    decision.file(),
                    "%s是 %s：这里没有“%s”这一项%s。应是%s。",
                    place,
                    written,
                    unknown.stream().map(name -> name(name, written)).collect(Collectors.joining("、")),
                    facts.isEmpty() ? "，或者文字忘了加引号" : "；" + offered(facts, written),
                    right);
            return;
        }
        try {
            Object value = cells.value(cell, facts);
            if (!kind.fits(value, words)) {
                faults.add(
                        decision.file(),
                        "%s是 %s，不对。应是%s%s。",
                        place,
                        written.isBlank() ? "空的" : written,
                        right,
                        kind == Kind.CODE || kind == Kind.CODES
                                ? "：" + said(decision, output, words)
                                : kind == Kind.SENTENCE && !facts.isEmpty() ? "；" + offered(facts, written) : "");
            }
        } catch (IllegalArgumentException e) {
            faults.add(decision.file(), "%s是 %s，写法有错。应是%s。（%s）", place, written, right, Sentences.reason(e));
        }
    }

    /** The data of a message, as they are written in a sentence or in an expression. */
    private static String offered(Map<String, Object> facts, String written) {
        return "可以用的有 "
                + new TreeSet<>(facts.keySet())
                        .stream().map(name -> name(name, written)).collect(Collectors.joining("、"));
    }

    private static String name(String name, String written) {
        return written.contains("{") ? "{" + TableWords.nameInTexts(name) + "}" : name;
    }

    private static String said(TableModel decision, TableModel.Output output, Set<String> codes) {
        return codes.stream()
                .map(code -> TableWords.answerSaid(decision.key(), output.name(), code))
                .collect(Collectors.joining("、"));
    }

    /** By columns; a word that no shipped table uses there is one that the program does not know. */
    private Map<String, Set<String>> words(TableModel contract, Map<String, Kind> kinds) {
        Map<String, Set<String>> words = new HashMap<>();
        for (int column = 0; column < contract.outputs().size(); column++) {
            String name = contract.outputs().get(column).name();
            Set<String> known = new TreeSet<>();
            contract.outputs().get(column).allowed().forEach(text -> known.addAll(Kind.parts(text)));
            for (TableModel.Row row : contract.rows()) {
                Literals.in(row.outputs().get(column)).forEach(text -> known.addAll(Kind.parts(text)));
            }
            if (kinds.get(name) == Kind.CODES && Set.of("told", "recipients").contains(name)) {
                known.addAll(shipped.groups());
                identity.createGroupQuery().list().stream().map(Group::getId).forEach(known::add);
                known.addAll(Facts.ROLES.keySet());
            }
            words.put(name, known);
        }
        return words;
    }
}
