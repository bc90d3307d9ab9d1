package org.baoxiu.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.shared.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the form again, which says why the login of the company has led nowhere. */
final class NotLetIn implements AuthenticationFailureHandler {

    static final String NOT_ASKED = "这次统一登录已经过期，或者不是从这里开始的。请重新登录。";
    static final String DECLINED = "统一登录没有放行。请重新登录，或用账号和密码登录。";
    static final String AWAY = "统一登录现在用不了。请过几分钟再试，或用账号和密码登录；一直不行，请联系系统管理员。";

    private static final Logger LOG = LoggerFactory.getLogger(NotLetIn.class);
    private static final String PROBLEM = NotLetIn.class.getName();

    /** By a link from elsewhere, with an old page, in two windows at once: nothing that an operator could mend. */
    private static final Set<String> OF_THE_BROWSER = Set.of(
            "authorization_request_not_found",
            "invalid_state_parameter",
            "invalid_nonce",
            "client_registration_not_found",
            OAuth2ErrorCodes.INVALID_REQUEST);

    /** What the form says of it. */
    static Optional<String> problem(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(PROBLEM));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        request.setAttribute(PROBLEM, sentence(why));
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        request.getRequestDispatcher(Doors.LOGIN).forward(request, response);
    }

    private static String sentence(AuthenticationException why) {
        Throwable cause = why instanceof OAuth2AuthenticationException || why.getCause() == null ? why : why.getCause();
        if (cause instanceof IllegalArgumentException) {
            return NOT_ASKED;
        }
        String message = String.valueOf(cause.getMessage());
        String code = cause instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "";
        if (code.equals(CompanyUsers.REFUSED)) {
            return message;
        }
        if (OF_THE_BROWSER.contains(code)) {
            return NOT_ASKED;
        }
        if (code.equals(OAuth2ErrorCodes.ACCESS_DENIED)) {
            return DECLINED;
        }
        LOG.warn("The login of the company does not work: {}", Texts.line(message));
        return AWAY;
    }
}
