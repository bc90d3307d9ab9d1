package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.web.StartPage;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads whoever has logged in to what they wanted to see: a page of the application, never another place by a link with a login in it. */
final class Afterwards implements AuthenticationSuccessHandler {

    private static final String TASKS = "/tasks";
    /** What stands before the {@code #} decides where that is. */
    private static final Pattern PAGE = Pattern.compile(
            "(/[A-Za-z0-9][A-Za-z0-9._~/-]{0,200}([?][A-Za-z0-9._~/=&?%:;,+-]{0,600})?)(#[!-~]{0,2000})?");

    private final Supplier<Optional<StartPage>> start;
    private final Staff staff;

    /** @param start the page to be seen first by whoever wanted no other */
    Afterwards(Supplier<Optional<StartPage>> start, Staff staff) {
        this.start = start;
        this.staff = staff;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        String to = request.getParameter("to");
        response.sendRedirect(request.getContextPath() + (to == null || to.isEmpty() ? first() : page(to)));
    }

    private String first() {
        return start.get()
                .filter(page -> staff.mayOpen(page.path().substring(1)) && page.calls())
                .map(StartPage::path)
                .orElse(TASKS);
    }

    static String page(String to) {
        Matcher page = PAGE.matcher(to == null ? "" : to);
        return page.matches()
                        && !to.startsWith(Doors.LOGIN)
                        && Stream.of("//", "..").noneMatch(page.group(1)::contains)
                ? to
                : TASKS;
    }
}
