package org.baoxiu.web.owner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.owner.OwnersSlips;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.web.FormRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where owners find all of their slips with their telephone (Q4). */
@Controller
@RequestMapping("/my")
class MyPage {

    private static final String COOKIE = "BAOXIU-OWNER";

    private final OwnersSlips mine;
    private final OwnerTokens tokens;

    MyPage(OwnersSlips mine, OwnerTokens tokens) {
        this.mine = mine;
        this.tokens = tokens;
    }

    @GetMapping
    String slips(@CookieValue(name = COOKIE, defaultValue = "") String session, Model model) {
        Optional<String> telephone = mine.telephone(session);
        if (telephone.isEmpty()) {
            return login("", false, model);
        }
        List<Slip> all = mine.of(telephone.get());
        model.addAttribute("telephone", Telephones.masked(telephone.get().replaceFirst("^\\+86", "")));
        model.addAttribute(
                "open",
                all.stream().filter(slip -> !slip.state().ended()).map(Line::of).toList());
        model.addAttribute(
                "ended",
                all.stream().filter(slip -> slip.state().ended()).map(Line::of).toList());
        return "my";
    }

    /** The answer is the same for a telephone that nobody has reported from. */
    @PostMapping("/code")
    String code(
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            mine.sendCode(phone, request.getRemoteAddr());
            return login(phone, true, model);
        } catch (Rejection refused) {
            return refused(refused, phone, false, response, model);
        }
    }

    @PostMapping("/login")
    String enter(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            String session = mine.enter(phone, code.replace(" ", ""), request.getRemoteAddr());
            keep(session, OwnersSlips.SESSION, request, response);
            return "redirect:/my";
        } catch (Rejection refused) {
            return refused(refused, phone, true, response, model);
        }
    }

    @PostMapping("/logout")
    String leave(
            @CookieValue(name = COOKIE, defaultValue = "") String session,
            HttpServletRequest request,
            HttpServletResponse response) {
        mine.leave(session);
        keep("", Duration.ZERO, request, response);
        return "redirect:/my";
    }

    /** To the page of one slip, by a link of its own. */
    @PostMapping("/slips/{number}")
    String open(@CookieValue(name = COOKIE, defaultValue = "") String session, @PathVariable String number) {
        return mine.telephone(session)
                .map(telephone -> "redirect:/r/" + tokens.tokenFor(mine.one(telephone, number)))
                .orElse("redirect:/my");
    }

    private String login(String phone, boolean sent, Model model) {
        model.addAttribute("byCode", mine.open());
        model.addAttribute("phone", phone);
        model.addAttribute("sent", sent);
        return "my-login";
    }

    private String refused(Rejection refused, String phone, boolean sent, HttpServletResponse response, Model model) {
        FormRefusal.say(refused, model, response);
        return login(phone, sent, model);
    }

    private static void keep(String session, Duration time, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, session)
                        .path("/my")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(time)
                        .build()
                        .toString());
    }

    /** One slip in the list. */
    record Line(String number, String state, String place, String fault, String reported) {

        private static final int FAULT = 40;

        static Line of(Slip slip) {
            return new Line(
                    slip.number(),
                    slip.state().label(),
                    slip.report().place(),
                    Excerpt.line(slip.report().fault(), FAULT),
                    Times.minute(slip.report().receivedAt()));
        }
    }
}
