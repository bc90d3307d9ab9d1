package org.baoxiu.web.setup;

import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an office needs to begin 开办, step by step, with what is still missing. */
@StaffPage(title = "开办", path = "/setup", place = 70)
class SetupPage {

    private final SetupState state;

    SetupPage(SetupState state) {
        this.state = state;
    }

    @GetMapping("/setup")
    String steps(Model model) {
        model.addAttribute("steps", state.steps());
        return "setup";
    }
}
