package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.baoxiu.people.LoginWait;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Whoever opens a page without a login gets the form to log in, and goes on from there to what they wanted; a script or a program
 * is told. The window in which a browser asks for name and password is never opened: it forgets them, and cannot be left for good.
 */
final class ToLogin implements AuthenticationEntryPoint {

    private static final String NOBODY = "请用自己的账号登录后查看。";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        lead(request, response);
    }

    static void lead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (opensPage(request)) {
            response.sendRedirect(request.getContextPath() + Doors.LOGIN + afterwards(request));
        } else {
            Refusals.say(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    LoginWait.message(request).orElse(NOBODY));
        }
    }

    private static boolean opensPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    private static String afterwards(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?to=" + URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
    }
}
