package org.baoxiu.workflow;

import java.util.Map;
import java.util.TreeSet;
import org.baoxiu.slip.Rejection;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What came in with the start of a process. */
public final class StartForms {

  /** Set by the engine: who started the process ({@code camunda:initiator}). */
  private static final String INITIATOR = "initiator";

  private StartForms() {
  }

  /** Reads a start form; anything that is not a field of it is a {@link Rejection}. */
  public static Submission read(Form form, DelegateExecution process) {
    Map<String, Object> present = process.getVariables();
    TreeSet<String> foreign = new TreeSet<>(present.keySet());
    foreign.removeAll(form.fields());
    foreign.remove(INITIATOR);
    if (!foreign.isEmpty()) {
      throw Rejection.invalid("不能提交“" + String.join("、", foreign) + "”。请只填写表单上的内容后重新提交。");
    }
    return form.read(present);
  }
}
