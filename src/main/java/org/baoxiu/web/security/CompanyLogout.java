package org.baoxiu.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * Logs out at the company too whoever has come by its login, where it offers that. A page in between leads there: the browser lets a form
 * of ours lead to no other place.
 */
final class CompanyLogout extends OidcClientInitiatedLogoutSuccessHandler {

    static final String NEXT = CompanyLogout.class.getName();

    CompanyLogout(ClientRegistrationRepository registrations, String publicUrl) {
        super(registrations);
        setPostLogoutRedirectUri(publicUrl + Doors.LOGIN);
        setDefaultTargetUrl(Doors.LOGIN);
        setRedirectStrategy((request, response, target) -> {
            if (target.equals(Doors.LOGIN)) {
                response.sendRedirect(request.getContextPath() + target);
                return;
            }
            request.setAttribute(NEXT, target);
            try {
                request.getRequestDispatcher(Doors.LOGOUT).forward(request, response);
            } catch (ServletException e) {
                throw new IOException(e);
            }
        });
    }

    /** Here they are logged out in any case. */
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication person) {
        try {
            return super.determineTargetUrl(request, response, person);
        } catch (OAuth2AuthenticationException away) {
            return Doors.LOGIN;
        }
    }
}
