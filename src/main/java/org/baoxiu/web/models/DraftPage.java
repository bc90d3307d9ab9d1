package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.baoxiu.models.GoingLive;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One draft: what is wrong with it, what it would change, and the decision. */
@StaffPage
@RequestMapping("/models/drafts/{id}")
class DraftPage {

    private final ModelDrafts drafts;
    private final GoingLive live;
    private final People people;

    DraftPage(ModelDrafts drafts, GoingLive live, People people) {
        this.drafts = drafts;
        this.live = live;
        this.people = people;
    }

    /** What somebody has typed before it was refused. */
    record Typed(String reason, String clause) {}

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return show(id, new Typed("", ""), model);
    }

    private String show(long id, Typed typed, Model model) {
        model.addAttribute("draft", draft(id));
        model.addAttribute("judged", live.judge(id));
        model.addAttribute("typed", typed);
        return "models-draft";
    }

    private DraftLine draft(long id) {
        return drafts.one(id)
                .map(draft -> DraftLine.of(draft, people))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** More files, or the same once more. */
    @PostMapping("/files")
    String add(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        draft(id);
        try {
            drafts.keep(id, ModelFiles.of(files));
            return "redirect:/models/drafts/" + id;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(id, model);
        }
    }

    @PostMapping("/remove")
    String remove(@PathVariable long id) {
        drafts.remove(id);
        return "redirect:/models";
    }

    @PostMapping("/live")
    String live(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:/models/changes/" + live.live(id, person.getName(), reason, clause, confirmed, seen);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return drafts.one(id).isPresent() ? show(id, new Typed(reason, clause), model) : "models-gone";
        }
    }
}
