package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.baoxiu.people.LoginWait;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one form to log in, for all pages of the office and the engine's web applications. */
@Controller
class LoginPage {

    private static final String WRONG = "账号或密码不正确。请隔几秒再试：每输错一次要多等一会儿，最多 5 分钟。忘了密码，请系统管理员重设。";

    private final Staff staff;

    LoginPage(Staff staff) {
        this.staff = staff;
    }

    @GetMapping(Doors.LOGIN)
    String form(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
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

    /** Where a phone may still have it. */
    @GetMapping("/tasks/login")
    String former() {
        return "redirect:" + Doors.LOGIN;
    }
}
