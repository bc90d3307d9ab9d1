package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.people.LoginWait;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one form to log in, for all pages of the office and the engine's web applications. */
@Controller
class LoginPage {

    private static final String WRONG = "账号或密码不正确。请隔几秒再试：每输错一次要多等一会儿，最多 5 分钟。忘了密码，请系统管理员重设。";

    private final Staff staff;
    private final ObjectProvider<CompanyLogin> company;

    LoginPage(Staff staff, ObjectProvider<CompanyLogin> company) {
        this.staff = staff;
        this.company = company;
    }

    /** What leads to the login of the company; empty where none is configured. */
    @ModelAttribute("buttons")
    Map<String, String> buttons() {
        return company.stream().findAny().map(CompanyLogin::buttons).orElse(Map.of());
    }

    @GetMapping(Doors.LOGIN)
    String form(@RequestParam(defaultValue = "") String to, HttpServletRequest request, Model model) {
        model.addAttribute("to", to);
        Optional<String> problem = NotLetIn.problem(request);
        if (problem.isPresent()) {
            model.addAttribute("problem", problem.get());
            AskedPage.of(request).ifPresent(asked -> model.addAttribute("to", asked));
            return "login";
        }
        return staff.person().isPresent() ? "redirect:" + Afterwards.page(to) : "login";
    }

    /** Reached when a password was wrong. */
    @PostMapping(Doors.LOGIN)
    String again(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("to", to);
        model.addAttribute("username", username);
        model.addAttribute("problem", LoginWait.message(request).orElse(WRONG));
        return "login";
    }

    /** On the way to the logout of the company. */
    @PostMapping(Doors.LOGOUT)
    String leaving(HttpServletRequest request, Model model) {
        model.addAttribute("next", request.getAttribute(CompanyLogout.NEXT));
        return "logout";
    }

    /** Where a phone may still have it. */
    @GetMapping("/tasks/login")
    String former() {
        return "redirect:" + Doors.LOGIN;
    }
}
