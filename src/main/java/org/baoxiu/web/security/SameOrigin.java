package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Whether a form was sent by a page of the application itself. A browser adds name and password to whatever any page makes
 * it send, so a form that changes something is taken only when the browser says that it comes from here. Neither header can
 * be set by a script; a session, and a token in it, are not needed.
 */
public final class SameOrigin {

    private SameOrigin() {}

    /** @throws ForeignForm if the form comes from elsewhere */
    public static void require(HttpServletRequest request) {
        if (!sent(request)) {
            throw new ForeignForm();
        }
    }

    public static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        // a browser says nothing about the site where it does not trust the connection: http to another machine
        String origin = request.getHeader("Origin");
        return origin != null && authority(origin).equals(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A form that no page of the application has sent. */
    public static class ForeignForm extends RuntimeException {}
}
