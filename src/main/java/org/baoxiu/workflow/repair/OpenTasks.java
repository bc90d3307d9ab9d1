package org.baoxiu.workflow.repair;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives open tasks of a slip to somebody else. */
@Component
class OpenTasks {

  private final TaskService tasks;

  OpenTasks(TaskService tasks) {
    this.tasks = tasks;
  }

  /** What one technician has open on the slip becomes another's (3.3). */
  void handOver(String slipNumber, String from, String to) {
    tasks.createTaskQuery().processInstanceBusinessKey(slipNumber).taskAssignee(from).list().stream()
        .filter(task -> !task.getTaskDefinitionKey().equals(RepairRequestProcess.Elements.HANDLE_ESCALATION))
        .forEach(task -> tasks.setAssignee(task.getId(), to));
  }

  /** The task that should have been done at {@code due} becomes the person's. */
  void handOverDue(String processInstance, Instant due, String to) {
    for (Task task : tasks.createTaskQuery().processInstanceId(processInstance).dueDate(Date.from(due)).list()) {
      tasks.setAssignee(task.getId(), to);
    }
  }
}
