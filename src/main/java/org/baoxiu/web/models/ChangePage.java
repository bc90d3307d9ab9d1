package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.DrawnDifferences;
import org.baoxiu.models.ModelChanges;
import org.baoxiu.models.ModelTroubles;
import org.baoxiu.models.StepsBack;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One change of what is in force: who, when, why, before and after; and one step back. */
@StaffPage
@RequestMapping("/models/changes/{id}")
class ChangePage {

    private final ModelChanges changes;
    private final StepsBack steps;
    private final ModelTroubles troubles;
    private final DrawnDifferences drawn;
    private final People people;

    ChangePage(ModelChanges changes, StepsBack steps, ModelTroubles troubles, DrawnDifferences drawn, People people) {
        this.changes = changes;
        this.steps = steps;
        this.troubles = troubles;
        this.drawn = drawn;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return show(id, "", model);
    }

    private String show(long id, String reason, Model model) {
        List<TroubleLine> open = troubles.open().stream()
                .filter(trouble -> trouble.change() == id)
                .map(TroubleLine::of)
                .toList();
        model.addAttribute(
                "change",
                changes.one(id)
                        .map(change -> ChangeLine.of(change, people))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("differences", changes.differences(id));
        model.addAttribute("troubles", open);
        model.addAttribute("way", steps.way(id));
        model.addAttribute(
                "reason",
                reason.isEmpty()
                        ? open.stream().map(TroubleLine::reason).findFirst().orElse("")
                        : reason);
        return "models-change";
    }

    /** The diagram of a process that it has changed. */
    @GetMapping("/drawing")
    ResponseEntity<List<Drawing>> drawing(@PathVariable long id, @RequestParam String process) {
        return Drawings.answer(drawn.ofChange(id, process));
    }

    @PostMapping("/back")
    String back(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<Long> with,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/models/changes/"
                    + steps.back(id, person.getName(), reason, with == null ? List.of() : with);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(id, reason, model);
        }
    }

    /** What has gone wrong since has another cause. */
    @PostMapping("/settled")
    String settled(Principal person, @PathVariable long id) {
        troubles.settle(id, person.getName());
        return "redirect:/models";
    }
}
