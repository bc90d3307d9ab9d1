package org.baoxiu.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever could not log in until when to wait, in Tasklist and Cockpit, which show the {@code message} of an answer, and over
 * REST. It helps nobody to guess: while somebody waits no password is looked at, so that the answer to the right one is the
 * same as to a wrong one, and the wait of a login name that nobody has is as long.
 */
public final class LoginWait extends OncePerRequestFilter {

    private static final String MESSAGE = LoginWait.class.getName();
    private static final String UNTIL = MESSAGE + ".until";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Clock clock;

    public LoginWait(Clock clock) {
        this.clock = clock;
    }

    /** The password was not looked at. */
    public static void notYet(Instant until) {
        tell("刚才输错过密码，请在 " + time(until) + " 以后再登录；在这之前输入的密码都不核对，也不算输错。", until);
    }

    /** The password was wrong, or nobody is called so. */
    public static void wrong(Instant until) {
        tell("账号或密码不正确。请在 " + time(until) + " 以后再登录；每输错一次要等得更久。", until);
    }

    private static void tell(String message, Instant until) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present) {
            present.getRequest().setAttribute(MESSAGE, message);
            present.getRequest().setAttribute(UNTIL, until);
        }
    }

    /** Without the page that the server shows for an error: the answer is written here. */
    private static HttpServletResponse quiet(HttpServletRequest request, HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status) throws IOException {
                sendError(status, null);
            }

            @Override
            public void sendError(int status, @Nullable String text) throws IOException {
                if (status == SC_UNAUTHORIZED && message(request).isPresent()) {
                    setStatus(status);
                } else {
                    super.sendError(status, text);
                }
            }
        };
    }

    /** To the second after the last in which it still holds. */
    private static String time(Instant until) {
        return TIME.format(until.plusMillis(999).atZone(ZoneId.systemDefault()));
    }

    /** What to tell whoever sent a request whose login has failed; empty if it had none. */
    public static Optional<String> message(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(MESSAGE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, quiet(request, response));
        Optional<String> message = message(request);
        if (message.isPresent()
                && response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                && !response.isCommitted()) {
            Duration left = Duration.between(clock.instant(), (Instant) request.getAttribute(UNTIL));
            response.setHeader(
                    "Retry-After",
                    Long.toString(Math.max(1, left.plusMillis(999).toSeconds())));
            response.setContentType("application/json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("{\"type\":\"AuthenticationException\",\"message\":\"" + message.get() + "\"}");
        }
    }
}
