package org.baoxiu.workflow.repair;

import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Markdown;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.workflow.repair.RepairRequestProcess.Options;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
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

  /**
   * What the form shows as soon as an item is chosen.
   *
   * @param elsewhere where the item belongs when that is not where the slip is and nobody has confirmed it, or empty
   */
  record ItemNote(String value, String safety, boolean forced, String elsewhere) {

    static ItemNote of(Catalogue.Entry item, Slip slip) {
      boolean right = item.area() == null || item.area() == slip.report().area() || item.code().equals(slip.areaConfirmedFor());
      return new ItemNote(item.code(), item.safetyWords(), item.forcedEntry(), right ? "" : item.area().label());
    }

    boolean saysSomething() {
      return forced || !safety.isEmpty() || !elsewhere.isEmpty();
    }
  }

  @Bean
  TaskListener offerCatalogue(Catalogue catalogue, Slips slips) {
    return task -> {
      List<Catalogue.Entry> items = catalogue.entries();
      Slip slip = slip(task, slips);
      offer(task, Options.CATALOGUE, items.stream().map(item -> new Option(item.label(), item.code())).toList());
      task.setVariableLocal(Options.ITEM_NOTES, Spin.JSON(items.stream().map(item -> ItemNote.of(item, slip))
          .filter(ItemNote::saysSomething).toList()));
      task.setVariableLocal(Options.OPEN_SLIPS_HERE, slips.openAtSamePlace(slip).stream()
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
}
