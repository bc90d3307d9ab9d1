package org.baoxiu.tasklist;

import static org.baoxiu.shared.OfficeGroup.MAINTENANCE;

import java.util.Arrays;
import java.util.List;
import org.baoxiu.shared.OfficeGroup;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The lists that Tasklist offers. One set for all groups: each asks for the tasks of whoever looks, and rights hide what
 * is not theirs, so a person in several groups does not see the same list twice. None has an order of its own: the engine
 * would put it before the one that a person chooses in Tasklist, where {@code deadlines-first.js} sets the first choice.
 */
enum OfficeFilter {
    MINE("我的任务", "已认领、由我办理的任务", "#2f7d32", Arrays.asList(OfficeGroup.values())) {
        @Override
        TaskQuery restrict(TaskQuery query) {
            return query.taskAssigneeExpression("${currentUser()}");
        }
    },

    MINE_AND_HELPED("我的任务（含协助）", "由我办理，或派我去协助的任务", "#00838f", List.of(MAINTENANCE)) {
        @Override
        TaskQuery restrict(TaskQuery query) {
            return query.taskInvolvedUserExpression("${currentUser()}");
        }
    },

    OF_MY_GROUPS("本组任务", "本组可以办理、还没有人认领的任务", "#1565c0", Arrays.asList(OfficeGroup.values())) {
        @Override
        TaskQuery restrict(TaskQuery query) {
            return query.taskCandidateGroupInExpression("${currentUserGroups()}");
        }
    },

    OVERDUE("逾期任务", "已过办理期限的任务", "#c62828", OfficeGroup.ON_SLIPS) {
        @Override
        TaskQuery restrict(TaskQuery query) {
            return query.dueBeforeExpression("${now()}");
        }
    };

    private final String label;
    private final String description;
    private final String color;
    private final List<OfficeGroup> groups;

    OfficeFilter(String label, String description, String color, List<OfficeGroup> groups) {
        this.label = label;
        this.description = description;
        this.color = color;
        this.groups = groups;
    }

    abstract TaskQuery restrict(TaskQuery query);

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    String color() {
        return color;
    }

    List<OfficeGroup> groups() {
        return groups;
    }
}
