package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Whichever page somebody logs out from, what the pages of the tasks have kept on the phone for them goes: the next page says who it was by a
 * cookie for its script. {@code Clear-Site-Data} would also take what waits for the network in the name of a colleague with the same phone.
 */
final class LeftBehind implements LogoutHandler {

    static final String COOKIE = "BAOXIU-LEFT";

    /** By then the phone has forgotten by itself what can be read. */
    private static final Duration KEPT = Duration.ofDays(3);

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication login) {
        Staff.name(login)
                .ifPresent(person -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, URLEncoder.encode(person, StandardCharsets.UTF_8))
                                .path(request.getContextPath() + "/")
                                .maxAge(KEPT)
                                .sameSite("Lax")
                                .secure(request.isSecure())
                                .build()
                                .toString()));
    }
}
