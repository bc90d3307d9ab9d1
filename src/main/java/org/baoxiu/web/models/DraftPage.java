package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.baoxiu.models.CatalogueWorkbook;
import org.baoxiu.models.Confirmed;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.DrawnDifferences;
import org.baoxiu.models.GoingLive;
import org.baoxiu.models.LiveRequests;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.models.Replays;
import org.baoxiu.models.SecondApproval;
import org.baoxiu.models.rehearsal.Rehearsals;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** One draft: what is wrong with it, what it would change, and the decision. */
@StaffPage
@RequestMapping("/models/drafts/{id}")
class DraftPage {

    private final ModelDrafts drafts;
    private final GoingLive live;
    private final LiveRequests requests;
    private final SecondApproval approval;
    private final CatalogueWorkbook workbook;
    private final Replays replays;
    private final Rehearsals rehearsals;
    private final DrawnDifferences drawn;
    private final Clock clock;
    private final People people;

    DraftPage(
            ModelDrafts drafts,
            GoingLive live,
            LiveRequests requests,
            SecondApproval approval,
            CatalogueWorkbook workbook,
            Replays replays,
            Rehearsals rehearsals,
            DrawnDifferences drawn,
            Clock clock,
            People people) {
        this.drafts = drafts;
        this.live = live;
        this.requests = requests;
        this.approval = approval;
        this.workbook = workbook;
        this.replays = replays;
        this.rehearsals = rehearsals;
        this.drawn = drawn;
        this.clock = clock;
        this.people = people;
    }

    /** What somebody has typed before it was refused. */
    record Typed(String reason, String clause, String at) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    @GetMapping
    String show(Principal person, @PathVariable long id, Model model) {
        return show(person, id, Typed.NOTHING, model);
    }

    private String show(Principal person, long id, Typed typed, Model model) {
        model.addAttribute("draft", draft(id));
        model.addAttribute("judged", live.judge(id));
        model.addAttribute("typed", typed);
        model.addAttribute("approval", approval.isAsked());
        requests.of(id)
                .ifPresent(request -> model.addAttribute(
                        "waiting", RequestLine.of(request, person.getName(), approval.isAsked(), people)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        model.addAttribute("from", today.minusMonths(1));
        model.addAttribute("until", today);
        model.addAttribute(
                "replays",
                replays.of(id).stream()
                        .map(replay -> ReplayLine.of(replay, replays.isLost(replay), people))
                        .toList());
        model.addAttribute("cases", rehearsals.all());
        model.addAttribute(
                "rehearsals",
                rehearsals.of(id).stream()
                        .map(one -> RehearsalLine.of(one, rehearsals.all(), people))
                        .toList());
        return "models-draft";
    }

    /** The diagram of a process that it would change. */
    @GetMapping("/drawing")
    ResponseEntity<List<Drawing>> drawing(@PathVariable long id, @RequestParam String process) {
        return Drawings.answer(drawn.ofDraft(id, process));
    }

    /** Tries it on what was decided in a period. */
    @PostMapping("/replays")
    String replay(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response) {
        draft(id);
        try {
            return "redirect:/models/replays/" + replays.begin(id, day(from), day(until), person.getName());
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(person, id, model);
        }
    }

    /** Tries it on the named cases, aside. */
    @PostMapping("/rehearsals")
    String rehearse(Principal person, @PathVariable long id, Model model, HttpServletResponse response) {
        draft(id);
        try {
            return "redirect:/models/rehearsals/" + rehearsals.begin(id, person.getName());
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(person, id, model);
        }
    }

    private LocalDate day(String typed) {
        return TypedTime.day(typed, Side.PAST, LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()))
                .orElseThrow(() -> Rejection.invalid("“从”和“到”要填日期，按 2026-12-01 这样填写。"));
    }

    private DraftLine draft(long id) {
        return drafts.one(id)
                .map(draft -> DraftLine.of(draft, people))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** More files, or the same once more. */
    @PostMapping("/files")
    String add(
            Principal person,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        draft(id);
        try {
            drafts.keep(id, workbook.asModels(ModelFiles.of(files)));
            return "redirect:/models/drafts/" + id;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return show(person, id, model);
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
            @RequestParam(defaultValue = "false") boolean known,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String at,
            Model model,
            HttpServletResponse response) {
        Confirmed said = new Confirmed(confirmed, known);
        try {
            if (at.isBlank() && !approval.isAsked()) {
                return "redirect:/models/changes/" + live.live(id, person.getName(), reason, clause, said, seen);
            }
            draft(id);
            requests.ask(id, person.getName(), reason, clause, said, seen, at);
            return "redirect:/models/drafts/" + id;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return drafts.one(id).isPresent() ? show(person, id, new Typed(reason, clause, at), model) : "models-gone";
        }
    }

    /** A second person agrees; it goes live now, or at its time. */
    @PostMapping("/approve")
    String approve(
            Principal person,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        try {
            return requests.approve(id, person.getName(), seen)
                    .map(change -> "redirect:/models/changes/" + change)
                    .orElse("redirect:/models/drafts/" + id);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return drafts.one(id).isPresent() ? show(person, id, model) : "models-gone";
        }
    }

    @PostMapping("/cancel")
    String cancel(Principal person, @PathVariable long id, Model model, HttpServletResponse response) {
        try {
            requests.callOff(id);
            return "redirect:/models/drafts/" + id;
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return drafts.one(id).isPresent() ? show(person, id, model) : "models-gone";
        }
    }
}
