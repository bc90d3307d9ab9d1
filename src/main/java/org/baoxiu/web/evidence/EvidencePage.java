package org.baoxiu.web.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.evidence.Seal;
import org.baoxiu.evidence.Seals;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether anything was changed behind the application 存证, and the seals that copies outside are compared with. */
@StaffPage(title = "存证", path = "/evidence", place = 77)
@RequestMapping("/evidence")
class EvidencePage {

    private static final int LATEST = 40;

    private final Evidence evidence;
    private final Seals seals;

    EvidencePage(Evidence evidence, Seals seals) {
        this.evidence = evidence;
        this.seals = seals;
    }

    /** A seal as the page shows it. */
    record SealLine(int number, String at, int moved, int chains, String code) {

        static SealLine of(Seal seal) {
            return new SealLine(
                    seal.number(), Times.minuteAndYear(seal.madeAt()), seal.moved(), seal.chains(), seal.printed());
        }
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String of, Model model, HttpServletResponse response) {
        evidence.latest().ifPresent(check -> {
            model.addAttribute("check", check);
            model.addAttribute("checked", Times.minuteAndYear(check.at()));
        });
        model.addAttribute(
                "seals", seals.latest(LATEST).stream().map(SealLine::of).toList());
        model.addAttribute("of", of);
        if (!Texts.isBlank(of)) {
            try {
                model.addAttribute("one", evidence.of(of));
            } catch (Rejection refused) {
                FormRefusal.say(refused, model, response);
            }
        }
        return "evidence";
    }

    @PostMapping("/check")
    String check(Principal person) {
        evidence.check(person.getName());
        return "redirect:/evidence";
    }
}
