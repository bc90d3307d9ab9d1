package org.baoxiu.process.repair.step2register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.process.form.Field;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Catalogue;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * The rows of the decision table {@code processes/repair-catalogue.dmn}, in its version of the moment: the code is the first
 * cell of a rule. A process owner's table without a column says nothing about it.
 */
@Component
class DeployedCatalogue implements Catalogue {

    private final RepositoryService repository;
    private volatile Read last = new Read("", List.of());

    /** The rows of one definition, which never changes. */
    private record Read(String definition, List<Entry> entries) {}

    DeployedCatalogue(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<Entry> entries() {
        String latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("repairCatalogue")
                .latestVersion()
                .singleResult()
                .getId();
        Read read = last;
        if (!read.definition().equals(latest)) {
            read = new Read(latest, read(latest));
            last = read;
        }
        return read.entries();
    }

    private List<Entry> read(String definition) {
        List<Entry> entries = new ArrayList<>();
        for (DecisionTable table : CodedTables.of(repository.getDmnModelInstance(definition))
                .getModelElementsByType(DecisionTable.class)) {
            List<String> columns =
                    table.getOutputs().stream().map(output -> output.getName()).toList();
            table.getRules().forEach(rule -> entries.add(entry(columns, rule)));
        }
        return List.copyOf(entries);
    }

    private static Entry entry(List<String> columns, Rule rule) {
        List<String> cells = rule.getOutputEntries().stream()
                .map(cell -> unquoted(cell.getTextContent()))
                .toList();
        return new Entry(
                unquoted(rule.getInputEntries().iterator().next().getTextContent()),
                cell("itemName", columns, cells),
                cell("category", columns, cells),
                Field.constant(Area.class, cell("area", columns, cells)).orElse(null),
                cell("forcedEntry", columns, cells).equals("true"),
                cell("contractorOnly", columns, cells).equals("true"),
                cell("safetyWords", columns, cells),
                words(cell("synonyms", columns, cells).split("[；;]", 2)[0]),
                words(cell("synonyms", columns, cells).replaceFirst("^[^；;]*", "")),
                cell("qualification", columns, cells));
    }

    private static List<String> words(String cell) {
        return Stream.of(cell.split("[、，,；;]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String cell(String column, List<String> columns, List<String> cells) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : cells.get(index);
    }

    private static String unquoted(String cell) {
        return cell.strip().replaceAll("^\"|\"$", "");
    }
}
