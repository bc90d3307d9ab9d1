package org.baoxiu.models;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.words.Literals;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** An item may leave the catalogue when no open slip has it any more: its steps ask for the price, the hours and who may do it. */
@Component
class ItemsInUse {

    private static final String CATALOGUE = "repairCatalogue";
    private static final String CODE = "itemCode";
    private static final int NAMED = 3;

    private final RuntimeService runtime;

    ItemsInUse(RuntimeService runtime) {
        this.runtime = runtime;
    }

    void of(ModelSet before, ModelSet after, Faults faults) {
        TableModel former = before.decisions().get(CATALOGUE);
        TableModel present = after.decisions().get(CATALOGUE);
        if (former != null && present != null) {
            Set<String> dropped = codes(former);
            dropped.removeAll(codes(present));
            dropped.forEach(code -> used(present, code, faults));
        }
    }

    private static Set<String> codes(TableModel catalogue) {
        int column = catalogue.inputs().stream()
                .map(TableModel.Input::expression)
                .toList()
                .indexOf(CODE);
        return catalogue.rows().stream()
                .filter(row -> column >= 0 && column < row.inputs().size())
                .flatMap(row -> Literals.in(row.inputs().get(column)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void used(TableModel catalogue, String code, Faults faults) {
        ProcessInstanceQuery open = runtime.createProcessInstanceQuery()
                .processDefinitionKey("repairRequest")
                .variableValueEquals(CODE, code);
        List<String> slips = open.orderByBusinessKey().asc().listPage(0, NAMED).stream()
                .map(ProcessInstance::getBusinessKey)
                .toList();
        if (!slips.isEmpty()) {
            long all = open.count();
            faults.add(
                    catalogue.file(),
                    "维修项目“%s”不能去掉：还有 %s 张没有办完的单在用它（%s%s）。请把这一行加回来，等这些单办完再去掉。",
                    code,
                    all,
                    String.join("、", slips),
                    all > slips.size() ? " 等" : "");
        }
    }
}
