package org.baoxiu.web.tasks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Report;
import org.baoxiu.tasklist.PersonalTasks.PersonalTask;
import org.baoxiu.web.desk.BoardLine;
import org.jspecify.annotations.Nullable;

/**
 * One task as the list on a phone shows it.
 *
 * @param due  null where nothing is due
 * @param slip as the board shows it; null where the task is about no open slip
 * @param call who has to be called and what is broken, of one's own tasks; otherwise null
 */
record TaskLine(String id, String name, @Nullable String due, @Nullable BoardLine slip, @Nullable Call call) {

    /** @param telephone as it is dialled */
    record Call(String name, String telephone, String fault) {

        static Call of(Report report) {
            return new Call(
                    report.reporterName(),
                    report.reporterPhone(),
                    Excerpt.of(Texts.line(report.fault()), FAULT_LENGTH));
        }
    }

    private static final int FAULT_LENGTH = 120;

    /**
     * The tasks in the order of the board, so that a technician and the room say the same; those without a slip come last.
     *
     * @param slips   most urgent first
     * @param reports by the number of their slip, of the slips whose people are shown
     */
    static List<TaskLine> inOrder(List<PersonalTask> tasks, List<OpenSlip> slips, Map<String, Report> reports) {
        boolean severalOffices = slips.stream().map(OpenSlip::office).distinct().count() > 1;
        Map<String, BoardLine> lines = new LinkedHashMap<>();
        slips.forEach(slip -> lines.put(slip.number(), BoardLine.of(slip, Map.of(), severalOffices)));
        List<String> order = List.copyOf(lines.keySet());
        return tasks.stream()
                .sorted(Comparator.comparingInt(
                        task -> lines.containsKey(task.slipNumber()) ? order.indexOf(task.slipNumber()) : order.size()))
                .map(task -> new TaskLine(
                        task.id(),
                        task.name(),
                        task.due() == null ? null : Times.minute(task.due()),
                        lines.get(task.slipNumber()),
                        Optional.ofNullable(task.slipNumber())
                                .map(reports::get)
                                .map(Call::of)
                                .orElse(null)))
                .toList();
    }
}
