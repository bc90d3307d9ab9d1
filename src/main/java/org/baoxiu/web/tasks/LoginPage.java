package org.baoxiu.web.tasks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.baoxiu.people.LoginWait;
import org.baoxiu.web.security.SameOrigin;
import org.baoxiu.web.security.WebSession;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Logging in and out on a phone. */
@Controller
class LoginPage {

    private static final String WRONG = "账号或密码不正确。请隔几秒再试：每输错一次要多等一会儿，最多 5 分钟。忘了密码，请系统管理员重设。";
    private static final Pattern PAGE = Pattern.compile("/tasks/[A-Za-z0-9-]{1,64}");
    private static final String NOT_ALLOWED = "您的账号不能办理任务，请联系系统管理员。";

    private final WebSession session;

    LoginPage(WebSession session) {
        this.session = session;
    }

    @GetMapping("/tasks/login")
    String form(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        return session.person().isPresent() ? "redirect:" + page(to) : "login";
    }

    @PostMapping("/tasks/login")
    String logIn(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        refuseFromElsewhere(request);
        model.addAttribute("to", to);
        return switch (session.logIn(request, username.strip(), password)) {
            case DONE -> "redirect:" + page(to);
            case WRONG ->
                again(username, LoginWait.message(request).orElse(WRONG), HttpStatus.UNAUTHORIZED, model, response);
            case NOT_ALLOWED -> again(username, NOT_ALLOWED, HttpStatus.FORBIDDEN, model, response);
        };
    }

    @PostMapping("/tasks/logout")
    String logOut(HttpServletRequest request) {
        refuseFromElsewhere(request);
        session.logOut(request);
        return "redirect:/tasks/login";
    }

    /** Nobody is sent to another place by a link with a login in it. */
    private static String page(String to) {
        return PAGE.matcher(to).matches() ? to : "/tasks";
    }

    private static String again(
            String username, String why, HttpStatus status, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("username", username);
        model.addAttribute("problem", why);
        return "login";
    }

    private static void refuseFromElsewhere(HttpServletRequest request) {
        if (!SameOrigin.sent(request)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
