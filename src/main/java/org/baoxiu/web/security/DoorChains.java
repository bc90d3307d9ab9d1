package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.people.LoginWait;
import org.baoxiu.web.StartPage;
import org.baoxiu.web.api.ApiAccess;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

/** Hangs the {@link Doors}: a chain of filters for each kind. */
@Configuration(proxyBeanMethods = false)
class DoorChains {

    private static final String POLICY = "default-src 'none';style-src 'self';script-src 'self';connect-src 'self';"
            + "img-src 'self' data:;base-uri 'none';form-action 'self';frame-ancestors 'none'";
    /** The engine's web applications have a cookie XSRF-TOKEN of their own. */
    private static final String TOKEN_COOKIE = "BAOXIU-CSRF";

    private static final String TOKEN_HEADER = "X-CSRF-TOKEN";

    private final ProcessEngine engine;
    private final Staff staff;

    DoorChains(ProcessEngine engine, Staff staff) {
        this.engine = engine;
        this.staff = staff;
    }

    /** By the address alone, whichever servlet answers there. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholeAddresses() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    AuthenticationManager loginByPassword() {
        return new ProviderManager(new EnginePasswords(engine.getIdentityService()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher(Doors.ASSETS))
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(nosniff -> {}))
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .build();
    }

    /** Without a session there is no token to compare: a form is taken when the browser says that it comes from here. */
    @Bean
    @Order(2)
    SecurityFilterChain owners(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher(Doors.OWNER))
                .headers(DoorChains::pageHeaders)
                .addFilterBefore(new SameOrigin(), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(doors -> doors.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain intake(HttpSecurity http, ApiAccess clients) throws Exception {
        return withoutSession(http.securityMatcher(Doors.API))
                .headers(DoorChains::pageHeaders)
                .addFilterBefore(clients, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(doors -> doors.requestMatchers(HttpMethod.GET, Doors.API_DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(clients))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher(Doors.ENGINE_REST))
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint((request, response, nobody) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"baoxiu\"");
                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                }))
                .authorizeHttpRequests(doors -> doors.anyRequest().authenticated())
                .addFilterAfter(new EngineKnows(engine, staff), AuthorizationFilter.class)
                .build();
    }

    /** The engine's own filters behind it keep out forged requests and those without a right. */
    @Bean
    @Order(5)
    SecurityFilterChain webApplications(HttpSecurity http, AuthenticationManager loginByPassword) throws Exception {
        WebApplicationLogin login = new WebApplicationLogin(engine, loginByPassword);
        return http.securityMatcher(Doors.WEB_APPLICATIONS)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutRequestMatcher(
                                new AndRequestMatcher(WebApplicationLogin.LOGOUT, SameOrigin::sent))
                        .addLogoutHandler(new LeftBehind())
                        .logoutSuccessHandler((request, response, person) -> response.setStatus(200)))
                .addFilterBefore(login, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(doors -> doors.requestMatchers(WebApplicationLogin.WHO)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new ToLogin()))
                .addFilterAfter(new WebApplicationBridge(engine), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain tasks(HttpSecurity http) throws Exception {
        return staff(http.securityMatcher(Doors.TASKS))
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(doors -> doors.requestMatchers(Doors.TASKS_FOR_ALL.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .access(staff.whoMayOpen(Staff.TASKLIST)))
                .addFilterAfter(new EngineKnows(engine, staff), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(7)
    SecurityFilterChain pages(
            HttpSecurity http, ObjectProvider<CompanyLogin> configured, ObjectProvider<StartPage> start)
            throws Exception {
        CompanyLogin company = configured.getIfAvailable();
        staff(http.securityMatcher(Stream.of(
                                Stream.of(Doors.HOME, Doors.LOGIN, Doors.LOGOUT),
                                Doors.PAGES.keySet().stream(),
                                company == null ? Stream.<String>empty() : Doors.COMPANY_LOGIN.stream())
                        .flatMap(addresses -> addresses)
                        .toArray(String[]::new)))
                .formLogin(form -> form.loginPage(Doors.LOGIN)
                        .successHandler(new Afterwards(() -> Optional.ofNullable(start.getIfAvailable()), staff))
                        .failureHandler(new WrongPassword()))
                .logout(logout -> logout.logoutUrl(Doors.LOGOUT)
                        .logoutSuccessUrl(Doors.LOGIN)
                        .addLogoutHandler(new LeftBehind()))
                .authorizeHttpRequests(doors -> {
                    doors.requestMatchers(Doors.HOME, Doors.LOGIN).permitAll();
                    Doors.PAGES.forEach(
                            (page, application) -> doors.requestMatchers(page).access(staff.whoMayOpen(application)));
                    doors.anyRequest().denyAll();
                });
        if (company != null) {
            company.hang(http);
        }
        return http.build();
    }

    /** What is no door is a wall, for everybody: an owner who has mistyped an address is told so, and not asked to log in. */
    @Bean
    @Order(8)
    SecurityFilterChain walls(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/**"))
                .headers(DoorChains::pageHeaders)
                .authorizeHttpRequests(doors -> doors.anyRequest().denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, nobody) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    /** Pages for people of the office: by the login of their browser, or with name and password in the request itself. */
    private static HttpSecurity staff(HttpSecurity http) throws Exception {
        return http.headers(DoorChains::pageHeaders)
                .csrf(DoorChains::token)
                .addFilterBefore(new SameOrigin(), CsrfFilter.class)
                .addFilterBefore(DoorChains::noTokenForPrograms, CsrfFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.newSession()))
                .httpBasic(basic -> basic.authenticationEntryPoint(new ToLogin()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(new ToLogin()).accessDeniedHandler(Refusals::denied));
    }

    private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** No browser adds a header with name and password by itself where nobody has asked it to: programs need no token. */
    private static void noTokenForPrograms(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (((HttpServletRequest) request).getHeader(HttpHeaders.AUTHORIZATION) != null) {
            CsrfFilter.skipRequest((HttpServletRequest) request);
        }
        chain.doFilter(request, response);
    }

    private static void token(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName(TOKEN_COOKIE);
        cookie.setHeaderName(TOKEN_HEADER);
        cookie.setCookieCustomizer(one -> one.sameSite("Lax"));
        csrf.csrfTokenRepository(cookie);
    }

    /** Their own style sheets and scripts, nothing inside the page, nothing from elsewhere, and no copy that outlives the page. */
    private static void pageHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .contentTypeOptions(nosniff -> {})
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                // with no-referrer a browser would hide from the page itself that its form comes from there
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    /** Before the doors: whoever guesses a password is counted by the address of the request. The one of Jersey's comes after them. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> presentRequest() {
        var registration = new FilterRegistrationBean<RequestContextFilter>(new OrderedRequestContextFilter());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** Around whatever else answers there. */
    @Bean
    FilterRegistrationBean<LoginWait> loginWait(Clock clock) {
        var registration = new FilterRegistrationBean<>(new LoginWait(clock));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** It stands in its chain only. */
    @Bean
    FilterRegistrationBean<ApiAccess> notEverywhere(ApiAccess clients) {
        var registration = new FilterRegistrationBean<>(clients);
        registration.setEnabled(false);
        return registration;
    }
}
