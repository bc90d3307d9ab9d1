package org.baoxiu.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.baoxiu.owner.Throttle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The intake API is open to clients with their key; its description to everybody. Nothing but the request tells who asks. */
@Component
class ApiAccess implements HandlerInterceptor, WebMvcConfigurer {

    /** The attribute of a request that holds its {@link Client}. */
    static final String CLIENT = "client";

    private static final String BEARER = "Bearer ";
    private static final int WRONG_KEYS_AN_HOUR = 60;
    private static final int REQUESTS_AN_HOUR = 6_000;

    private final Clients clients;
    private final Throttle throttle;

    ApiAccess(Clients clients, Throttle throttle) {
        this.clients = clients;
        this.throttle = throttle;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(RepairsApi.PATH + "/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Client client = key(request).flatMap(clients::withKey).orElseThrow(() -> {
            throttle.count("wrong key", request.getRemoteAddr(), WRONG_KEYS_AN_HOUR);
            return Problem.UNAUTHENTICATED.refused("请在请求头 Authorization 里写“Bearer ”和系统管理员给的密钥；换过或停用的密钥不能再用。");
        });
        throttle.count("request of client", client.id(), REQUESTS_AN_HOUR);
        request.setAttribute(CLIENT, client);
        return true;
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
