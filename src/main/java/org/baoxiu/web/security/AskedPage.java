package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Keeps in the session what the company was asked, for whichever node gets the answer, and with it the page that the person wants to
 * see: nobody adds another one to the answer.
 */
final class AskedPage implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String TO = "to";
    private static final String OF_REQUEST = AskedPage.class.getName();
    /** For somebody who looks for a password; a session of nobody is not kept for longer. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> session =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    /** The page that was asked for, in an answer to a question of this session. */
    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(OF_REQUEST));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return session.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        HttpSession kept = request.getSession();
        if (kept.isNew()) {
            kept.setMaxInactiveInterval((int) PATIENCE.toSeconds());
        }
        String to = request.getParameter(TO);
        session.saveAuthorizationRequest(
                OAuth2AuthorizationRequest.from(asked)
                        .attributes(with -> with.put(TO, to == null ? "" : to))
                        .build(),
                request,
                response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
        if (asked != null) {
            request.setAttribute(OF_REQUEST, asked.getAttribute(TO));
        }
        return asked;
    }
}
