package org.baoxiu.property;

import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.slip.Slip;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whom a task is for, while nobody joins or leaves a group. */
public final class Entitled {

  private final ProcessEngine engine;
  private final Dispatch dispatch;
  private final Map<String, List<String>> members = new HashMap<>();

  public Entitled(ProcessEngine engine, Dispatch dispatch) {
    this.engine = engine;
    this.dispatch = dispatch;
  }

  /**
   * Its assignee, or the members of its groups, as far as the procedure lets them.
   *
   * @param hasWorked whether somebody has had this slip in hand
   */
  public List<String> to(Task task, Slip slip, Predicate<String> hasWorked) {
    if (task.getAssignee() != null && !assignedByTheModel(task)) {
      return List.of(task.getAssignee());
    }
    Stream<String> assignee = Stream.ofNullable(task.getAssignee());
    Stream<String> entitled = Stream.concat(assignee, members(task).stream()).distinct();
    return switch (task.getTaskDefinitionKey()) {
      case PICK_UP_SLIP -> {
        List<String> candidates = dispatch.candidates(slip.number()).stream().map(Candidate::technician).toList();
        yield entitled.filter(person -> person.equals("supervisor") || candidates.contains(person)).toList();
      }
      case CALL_BACK_OWNER -> entitled.filter(hasWorked.negate()).toList();
      default -> entitled.toList();
    };
  }

  /** Where the model names who does it, others of the group may help out; what somebody has taken over is that person's. */
  private boolean assignedByTheModel(Task task) {
    UserTask model = engine.getRepositoryService().getBpmnModelInstance(task.getProcessDefinitionId())
        .getModelElementById(task.getTaskDefinitionKey());
    return model.getCamundaAssignee() != null;
  }

  List<String> members(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
        .map(IdentityLink::getGroupId).flatMap(group -> membersOf(group).stream()).sorted().distinct().toList();
  }

  private List<String> membersOf(String group) {
    return members.computeIfAbsent(group, id -> engine.getIdentityService().createUserQuery().memberOfGroup(id).list().stream()
        .map(User::getId).toList());
  }
}
