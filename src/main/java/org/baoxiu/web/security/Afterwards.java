package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads whoever has logged in to what they wanted to see: a page of the application, never another place by a link with a login in it. */
final class Afterwards implements AuthenticationSuccessHandler {

    private static final String TASKS = "/tasks";
    private static final Pattern PAGE =
            Pattern.compile("/[A-Za-z0-9][A-Za-z0-9._~/-]{0,200}([?#][A-Za-z0-9._~/=&?#%:;,+-]{0,600})?");

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page(request.getParameter("to")));
    }

    static String page(String to) {
        return to != null
                        && PAGE.matcher(to).matches()
                        && !to.startsWith(Doors.LOGIN)
                        && !to.contains("//")
                        && !to.contains("..")
                ? to
                : TASKS;
    }
}
