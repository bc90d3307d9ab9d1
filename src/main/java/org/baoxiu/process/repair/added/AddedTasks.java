package org.baoxiu.process.repair.added;

import java.util.Date;
import java.util.Set;
import org.baoxiu.commitment.AddedSteps;
import org.baoxiu.engine.TaskWatch;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The steps of a person that a process owner has added to the diagrams of a slip. No listener of the model answers them: what is filled in
 * is kept, who has done it when is in the history, and what else somebody sends along is refused as at every other step.
 */
@Component
class AddedTasks implements TaskWatch {

    private static final Set<String> OF_SLIPS = Set.of(RepairRequestProcess.KEY, RepairAccidentProcess.KEY);
    private static final int LONGEST_NAME = 100;

    private final Steps steps;
    private final FreeAnswers answers;
    private final AddedSteps promises;
    private final Slips slips;

    AddedTasks(Steps steps, FreeAnswers answers, AddedSteps promises, Slips slips) {
        this.steps = steps;
        this.answers = answers;
        this.promises = promises;
        this.slips = slips;
    }

    @Override
    public void created(DelegateTask task) {}

    @Override
    public void added(DelegateTask task) {
        if (isOfSlip(task)) {
            String slip = steps.slipOf(task.getExecution());
            promises.begin(
                            slip,
                            task.getId(),
                            task.getTaskDefinitionKey(),
                            name(task),
                            Drawn.of(task).clause())
                    .ifPresent(due -> task.setDueDate(Date.from(due)));
        }
    }

    @Override
    public void completing(DelegateTask task) {
        if (isOfSlip(task)) {
            String said = answers.taken(task, steps.slipOf(task.getExecution()));
            steps.completing(Form.of(task.getTaskDefinitionKey()), (number, by, in) -> record(task, number, by, said))
                    .notify(task);
        }
    }

    @Override
    public void removed(DelegateTask task) {
        if (isOfSlip(task)) {
            promises.abandon(task.getId());
        }
    }

    private void record(DelegateTask task, String slip, Person by, String said) {
        Drawn drawn = Drawn.of(task);
        promises.end(task.getId(), by);
        slips.note(
                slip, by, drawn.step(), drawn.clause(), "完成“" + name(task) + "”" + (said.isEmpty() ? "" : "：" + said));
    }

    private static boolean isOfSlip(DelegateTask task) {
        return OF_SLIPS.contains(task.getProcessDefinitionId().replaceFirst(":.*$", ""));
    }

    private static String name(DelegateTask task) {
        String name = task.getName() == null
                ? task.getTaskDefinitionKey()
                : task.getName().replaceAll("\\s+", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
