package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages of the tasks are open to whoever may use Tasklist, and send everybody else to their form to log in: the window in
 * which a browser asks for name and password forgets them, cannot be left for good, and hides the page on a phone.
 */
@Component
class TasksLogin implements HandlerInterceptor, WebMvcConfigurer {

    private static final String FORM = "/tasks/login";
    /** Kept on the phone: nobody's. */
    private static final String OFFLINE = "/tasks/offline";

    private final ProcessEngine engine;

    TasksLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/tasks/**").excludePathPatterns(FORM, OFFLINE);
    }

    /** A link in a message goes on to what it is about. */
    private static String afterwards(HttpServletRequest request) {
        String page = request.getServletPath();
        return request.getMethod().equals("GET") && page.length() > "/tasks/".length()
                ? "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                : "";
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        if (person == null) {
            response.sendRedirect(request.getContextPath() + FORM + afterwards(request));
            return false;
        }
        if (!engine.getAuthorizationService()
                .isUserAuthorized(
                        person.getUserId(),
                        person.getGroupIds(),
                        Permissions.ACCESS,
                        Resources.APPLICATION,
                        WebSession.APPLICATION)) {
            PageLogin.refuse(response, HttpServletResponse.SC_FORBIDDEN, PageLogin.NOT_ALLOWED);
            return false;
        }
        return true;
    }
}
