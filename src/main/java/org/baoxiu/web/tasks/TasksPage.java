package org.baoxiu.web.tasks;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.board.Board;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slips;
import org.baoxiu.tasklist.PersonalTasks;
import org.baoxiu.tasklist.PersonalTasks.Holder;
import org.baoxiu.tasklist.PersonalTasks.PersonalTask;
import org.baoxiu.web.desk.SlipLinks;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The tasks 任务 on a phone: of whoever is logged in, and those that their groups are offered. The page of a task shows the
 * same form as Tasklist, read through its REST interface.
 */
@Controller
class TasksPage {

    /** @param none what stands in the place of an empty list */
    record TaskList(String title, String none, List<TaskLine> lines) {}

    private final PersonalTasks tasks;
    private final Board board;
    private final Photos photos;
    private final SlipLinks links;
    private final Names names;
    private final Slips slips;
    private final Clock clock;
    private final Staff staff;

    TasksPage(
            PersonalTasks tasks,
            Board board,
            Photos photos,
            SlipLinks links,
            Names names,
            Slips slips,
            Clock clock,
            Staff staff) {
        this.tasks = tasks;
        this.board = board;
        this.photos = photos;
        this.links = links;
        this.names = names;
        this.slips = slips;
        this.clock = clock;
        this.staff = staff;
    }

    @GetMapping("/tasks")
    String tasks(Model model) {
        List<PersonalTask> open = tasks.open();
        List<OpenSlip> shown = slipsOf(open);
        List<PersonalTask> own = heldBy(Holder.MYSELF, open);
        model.addAttribute("at", Times.minute(clock.instant()));
        model.addAttribute("person", person());
        model.addAttribute("name", names.of(person()));
        model.addAttribute(
                "lists",
                List.of(
                        new TaskList("我的任务", "您手上没有任务", TaskLine.inOrder(own, shown, reportsOf(own))),
                        new TaskList(
                                "可认领的任务", "没有可认领的任务", TaskLine.inOrder(heldBy(Holder.NOBODY, open), shown, Map.of()))));
        return "tasks";
    }

    /** What a phone shows in the place of every other page while it has no network. */
    @GetMapping("/tasks/offline")
    String offline() {
        return "offline";
    }

    /**
     * By the number of a slip, as the links of messages are, or by the id of a task, also where the task is not theirs any more: what they
     * have typed is on the phone, and the page shows it.
     */
    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model, HttpServletResponse response) {
        if (links.isSlip(id)) {
            return links.taskOn(id)
                    .map(task -> "redirect:/tasks/" + task)
                    .orElseGet(() -> slipNow(id, model, response));
        }
        Optional<PersonalTask> task = tasks.find(id).filter(found -> found.holder() != Holder.SOMEBODY_ELSE);
        if (task.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("person", person());
        model.addAttribute("id", id);
        model.addAttribute("task", task.orElse(null));
        model.addAttribute(
                "line",
                task.map(List::of)
                        .map(one ->
                                TaskLine.inOrder(one, slipsOf(one), Map.of()).get(0))
                        .orElse(null));
        model.addAttribute(
                "photos", task.map(PersonalTask::slipNumber).map(photos::of).orElse(List.of()));
        return "task";
    }

    private String slipNow(String number, Model model, HttpServletResponse response) {
        Optional<SlipLinks.SlipNow> slip = links.now(number);
        if (slip.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("slip", slip.orElse(null));
        return "slip-now";
    }

    private List<OpenSlip> slipsOf(List<PersonalTask> tasks) {
        return board.open(tasks.stream()
                .map(PersonalTask::slipNumber)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private Map<String, Report> reportsOf(List<PersonalTask> own) {
        return own.stream()
                .map(PersonalTask::slipNumber)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(
                        number -> number, number -> slips.get(number).report()));
    }

    private static List<PersonalTask> heldBy(Holder holder, List<PersonalTask> tasks) {
        return tasks.stream().filter(task -> task.holder() == holder).toList();
    }

    private String person() {
        return staff.person().orElseThrow();
    }
}
