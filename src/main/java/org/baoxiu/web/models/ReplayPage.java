package org.baoxiu.web.models;

import jakarta.servlet.http.HttpServletResponse;
import org.baoxiu.models.Replay;
import org.baoxiu.models.Replays;
import org.baoxiu.web.StaffPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a draft would have changed of the office's own cases: how far the counting is, then what it says, slip by slip. */
@StaffPage
@RequestMapping("/models/replays/{id}")
class ReplayPage {

    private final Replays replays;
    private final People people;

    ReplayPage(Replays replays, People people) {
        this.replays = replays;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable long id, Model model, HttpServletResponse response) {
        Replay replay = replays.one(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ReplayLine line = ReplayLine.of(replay, replays.isLost(replay), people);
        if (line.running()) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("replay", line);
        model.addAttribute("changes", replays.changes(id));
        return "models-replay";
    }
}
