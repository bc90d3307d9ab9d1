package org.baoxiu.workflow.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.slip.Markdown;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.workflow.repair.RepairRequestProcess.Options;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.spin.Spin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a form offers to choose from. Options are local to their task: they are as of the moment the task opens, and a
 * submission cannot reach them.
 */
@Configuration(proxyBeanMethods = false)
class FormOptions {

  /** One line of a select, as form-js expects it. */
  record Option(String label, String value) {
  }

  @Bean
  TaskListener offerCatalogue(RepositoryService repository, Slips slips) {
    return task -> {
      offer(task, Options.CATALOGUE, catalogue(repository));
      task.setVariableLocal(Options.OPEN_SLIPS_HERE, slips.openAtSamePlace(slip(task, slips)).stream()
          .map(open -> "- " + open.number() + "　" + Markdown.plain(open.report().fault(), 100) + "（" + open.state().label() + "）")
          .collect(Collectors.joining("\n")));
    };
  }

  @Bean
  TaskListener offerTechnicians(Dispatch dispatch) {
    return task -> offer(task, Options.TECHNICIANS, dispatch.candidates(task.getExecution().getProcessBusinessKey()).stream()
        .map(candidate -> new Option(candidate.label(), candidate.technician())).toList());
  }

  private static Slip slip(DelegateTask task, Slips slips) {
    return slips.get(task.getExecution().getProcessBusinessKey());
  }

  static void offer(DelegateTask task, String name, List<Option> options) {
    task.setVariableLocal(name, Spin.JSON(options));
  }

  /** The catalogue's items in the order of the table: category, name and code; the code is the first cell of each rule. */
  private static List<Option> catalogue(RepositoryService repository) {
    String table = repository.createDecisionDefinitionQuery().decisionDefinitionKey("repairCatalogue").latestVersion()
        .singleResult().getId();
    List<Option> options = new ArrayList<>();
    for (DecisionTable decision : repository.getDmnModelInstance(table).getModelElementsByType(DecisionTable.class)) {
      List<String> outputs = decision.getOutputs().stream().map(output -> output.getName()).toList();
      for (Rule rule : decision.getRules()) {
        String code = unquoted(rule.getInputEntries().iterator().next().getTextContent());
        List<String> cells = rule.getOutputEntries().stream().map(cell -> unquoted(cell.getTextContent())).toList();
        options.add(new Option(cells.get(outputs.indexOf("category")) + "　" + cells.get(outputs.indexOf("itemName"))
            + "（" + code + "）", code));
      }
    }
    return options;
  }

  private static String unquoted(String cell) {
    return cell.strip().replaceAll("^\"|\"$", "");
  }
}
