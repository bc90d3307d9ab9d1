package org.baoxiu.web.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baoxiu.operation.Remedies;
import org.baoxiu.operation.TroubleKind;
import org.baoxiu.operation.Troubles;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What has failed 运行状况, what to do about it, and a button where one helps. Whoever may look need not be able to press: the buttons are
 * below a path, and so a right, of their own.
 */
@StaffPage(title = "运行状况", path = "/operations", place = 80)
class OperationsPage {

    static final String KEEP = "operations-keep";
    private static final int LATEST = 20;

    private final Troubles troubles;
    private final Remedies remedies;
    private final Names names;
    private final Staff staff;

    OperationsPage(Troubles troubles, Remedies remedies, Names names, Staff staff) {
        this.troubles = troubles;
        this.remedies = remedies;
        this.names = names;
        this.staff = staff;
    }

    /** @param slip or null, as {@code reason} */
    record DoneLine(String at, String by, String what, @Nullable String reason, @Nullable String slip) {}

    @GetMapping("/operations")
    String all(Model model) {
        Map<TroubleKind, List<TroubleLine>> kinds = troubles.all().stream()
                .map(TroubleLine::of)
                .collect(Collectors.groupingBy(TroubleLine::kind, TreeMap::new, Collectors.toList()));
        model.addAttribute("kinds", kinds);
        model.addAttribute("mayAct", staff.mayOpen(KEEP));
        model.addAttribute("canBackUp", remedies.canBackUp());
        model.addAttribute("backup", remedies.latestBackup().orElse(null));
        model.addAttribute("check", remedies.latestCheck().orElse(null));
        model.addAttribute(
                "done",
                remedies.latest(LATEST).stream()
                        .map(one -> new DoneLine(
                                Times.minute(one.at()), names.of(one.by()), one.what(), one.reason(), one.slip()))
                        .toList());
        return "operations";
    }

    @PostMapping("/operations-keep/again")
    String again(Principal person, @RequestParam String step, Model model, HttpServletResponse response) {
        return done(model, response, () -> remedies.tryAgain(step, person.getName()));
    }

    @PostMapping("/operations-keep/skip")
    String skip(
            Principal person,
            @RequestParam String step,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return done(model, response, () -> remedies.skip(step, reason, person.getName()));
    }

    @PostMapping("/operations-keep/mended")
    String mended(Principal person, @RequestParam String decision, Model model, HttpServletResponse response) {
        return done(model, response, () -> remedies.mended(decision, person.getName()));
    }

    @PostMapping("/operations-keep/confirm")
    String confirm(Principal person, Model model, HttpServletResponse response) {
        return done(model, response, () -> remedies.confirm(person.getName()));
    }

    @PostMapping("/operations-keep/backup")
    String backUp(Principal person, Model model, HttpServletResponse response) {
        return done(model, response, () -> remedies.backUp(person.getName()));
    }

    @PostMapping("/operations-keep/check")
    String check(Principal person, Model model, HttpServletResponse response) {
        return done(model, response, () -> remedies.check(person.getName()));
    }

    private String done(Model model, HttpServletResponse response, Runnable remedy) {
        try {
            remedy.run();
            return "redirect:/operations";
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return all(model);
        }
    }
}
