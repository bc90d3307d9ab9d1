package org.baoxiu.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.baoxiu.owner.Throttle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/** The intake API is open to clients with their key; its description to everybody. Nothing but the request tells who asks. */
@Component
public class ApiAccess extends OncePerRequestFilter implements AuthenticationEntryPoint, RequestRejectedHandler {

    /** The attribute of a request that holds its {@link Client}. */
    static final String CLIENT = "client";

    private static final String BEARER = "Bearer ";
    private static final int WRONG_KEYS_AN_HOUR = 60;
    private static final int REQUESTS_AN_HOUR = 6_000;

    private final Clients clients;
    private final Throttle throttle;
    private final ProblemAnswers problems;

    ApiAccess(Clients clients, Throttle throttle, ProblemAnswers problems) {
        this.clients = clients;
        this.throttle = throttle;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            key(request).flatMap(clients::withKey).ifPresent(client -> {
                throttle.count("request of client", client.id(), REQUESTS_AN_HOUR);
                request.setAttribute(CLIENT, client);
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(client.id(), null, List.of())));
            });
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
        problems.resolveException(request, response, null, refusal(request));
    }

    /** An address that could be read in two ways, such as one with {@code //}. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException twofold)
            throws IOException {
        if (problems.resolveException(request, response, null, new ResponseStatusException(HttpStatus.BAD_REQUEST))
                == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private RuntimeException refusal(HttpServletRequest request) {
        try {
            throttle.count("wrong key", request.getRemoteAddr(), WRONG_KEYS_AN_HOUR);
            return Problem.UNAUTHENTICATED.refused("请在请求头 Authorization 里写“Bearer ”和系统管理员给的密钥；换过或停用的密钥不能再用。");
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
