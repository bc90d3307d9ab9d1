package org.baoxiu.web.lists;

import java.security.Principal;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The people 人员 whose work somebody shares out: who has what, who is free, who is away; and handing over from there (3.3). */
@StaffPage
class SlipsByPersonPage {

    private final PeopleScreens screens;
    private final OfficeSteps steps;
    private final Staff staff;

    SlipsByPersonPage(PeopleScreens screens, OfficeSteps steps, Staff staff) {
        this.screens = screens;
        this.steps = steps;
        this.staff = staff;
    }

    @GetMapping("/slips/people")
    String people(Principal person, Model model) {
        if (!steps.mayHandOver(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("people", screens.of(person.getName(), staff.scope()));
        return "people";
    }

    /** @param to login name or name; empty for the group */
    @PostMapping("/slips/people")
    String handOver(
            Principal person,
            @RequestParam String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason) {
        steps.handOverAll(person.getName(), from, Texts.isBlank(to) ? null : Texts.line(to), reason);
        return "redirect:/slips/people";
    }
}
