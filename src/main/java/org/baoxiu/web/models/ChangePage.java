package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.baoxiu.models.GoingLive;
import org.baoxiu.models.ModelChanges;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.http.HttpStatus;
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
    private final GoingLive live;
    private final People people;

    ChangePage(ModelChanges changes, GoingLive live, People people) {
        this.changes = changes;
        this.live = live;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return show(id, "", model);
    }

    private String show(long id, String reason, Model model) {
        model.addAttribute(
                "change",
                changes.one(id)
                        .map(change -> ChangeLine.of(change, people))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("differences", changes.differences(id));
        model.addAttribute("reason", reason);
        return "models-change";
    }

    @PostMapping("/back")
    String back(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        show(id, reason, model);
        try {
            return "redirect:/models/changes/" + live.back(id, person.getName(), reason);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return "models-change";
        }
    }
}
