package org.baoxiu.web.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.evidence.Explanation;
import org.baoxiu.evidence.Seal;
import org.baoxiu.evidence.Seals;
import org.baoxiu.shared.Names;
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
    private final Names names;

    EvidencePage(Evidence evidence, Seals seals, Names names) {
        this.evidence = evidence;
        this.seals = seals;
        this.names = names;
    }

    /** A seal as the page shows it. */
    record SealLine(int number, String at, int moved, int chains, String code) {

        static SealLine of(Seal seal) {
            return new SealLine(
                    seal.number(), Times.minuteAndYear(seal.madeAt()), seal.moved(), seal.chains(), seal.printed());
        }
    }

    /** What somebody has found out, as the page shows it. */
    record ExplanationLine(String at, String by, String finding, String reason) {}

    @GetMapping
    String all(@RequestParam(defaultValue = "") String of, Model model, HttpServletResponse response) {
        evidence.latest().ifPresent(check -> {
            model.addAttribute("check", check);
            model.addAttribute("checked", Times.minuteAndYear(check.at()));
        });
        model.addAttribute(
                "seals", seals.latest(LATEST).stream().map(SealLine::of).toList());
        List<Explanation> explanations = evidence.explanations(LATEST);
        Map<String, String> people =
                names.of(explanations.stream().map(Explanation::by).distinct().toList());
        model.addAttribute(
                "explanations",
                explanations.stream()
                        .map(one -> new ExplanationLine(
                                Times.minuteAndYear(one.at()),
                                people.getOrDefault(one.by(), one.by()),
                                one.finding(),
                                one.reason()))
                        .toList());
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

    @PostMapping("/explain")
    String explain(
            @RequestParam String of,
            @RequestParam String state,
            @RequestParam String reason,
            Principal person,
            Model model,
            HttpServletResponse response) {
        try {
            evidence.explain(of, state, reason, person.getName());
            return "redirect:/evidence";
        } catch (Rejection refused) {
            String page = all(of, model, response);
            FormRefusal.say(refused, model, response);
            model.addAttribute("reason", reason);
            return page;
        }
    }
}
