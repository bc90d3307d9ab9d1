package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.models.Drawing;
import org.baoxiu.models.rehearsal.Rehearsal;
import org.baoxiu.models.rehearsal.Rehearsals;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How the named cases have gone with a draft: what has stopped where and why, and the way of each over the diagrams. */
@StaffPage
@RequestMapping("/models/rehearsals/{id}")
class RehearsalPage {

    private final Rehearsals rehearsals;
    private final People people;

    RehearsalPage(Rehearsals rehearsals, People people) {
        this.rehearsals = rehearsals;
        this.people = people;
    }

    /** @param place of the case that is drawn; null for the first that has stopped */
    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(name = "case", required = false) @Nullable Integer place,
            Model model,
            HttpServletResponse response) {
        Rehearsal rehearsal = rehearsals.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RehearsalLine line = RehearsalLine.of(rehearsal, rehearsals.all(), people);
        if (line.running()) {
            response.setHeader("Refresh", "3");
        }
        model.addAttribute("rehearsal", line);
        drawn(rehearsal, place).ifPresent(one -> model.addAttribute("drawn", one));
        return "models-rehearsal";
    }

    private static Optional<Rehearsal.Case> drawn(Rehearsal rehearsal, @Nullable Integer place) {
        return rehearsal.cases().stream()
                .filter(one -> place == null ? one.stopped() : Objects.equals(one.place(), place))
                .findFirst();
    }

    /** The way of a case over the diagram of a process. */
    @GetMapping("/drawing")
    ResponseEntity<List<Drawing>> drawing(
            @PathVariable long id, @RequestParam("case") int place, @RequestParam String process) {
        return Drawings.answer(rehearsals.drawing(id, place, process).map(List::of));
    }
}
