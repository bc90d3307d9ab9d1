package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.baoxiu.web.ChineseErrors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** Says in Chinese why a page is not shown, or a form is not taken. */
final class Refusals {

    private static final String NOT_ALLOWED = "您的账号不能查看这个页面，请联系系统管理员。";

    private Refusals() {}

    static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean form = why instanceof CsrfException;
        if (form
                && Staff.name(SecurityContextHolder.getContext().getAuthentication())
                        .isEmpty()) {
            ToLogin.lead(request, response);
        } else if (form) {
            foreign(request, response);
        } else {
            say(response, HttpServletResponse.SC_FORBIDDEN, NOT_ALLOWED);
        }
    }

    static void foreign(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(ChineseErrors.FOREIGN_FORM, true);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    static void say(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(text);
    }
}
