package org.baoxiu.web.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baoxiu.people.CompanyLoginProperties;
import org.baoxiu.people.CompanyStaff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * The login of the company (OpenID Connect), beside the form of the application: there where
 * {@code spring.security.oauth2.client.registration} says which, and nothing of it otherwise.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class CompanyLogin {

    private static final String NAME = "统一登录";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CompanyAnswers answers = new CompanyAnswers(PATIENCE);
    private final OAuth2ClientProperties settings;
    private final Registrations registrations;
    private final CompanyUsers users;
    private final String publicUrl;

    CompanyLogin(
            OAuth2ClientProperties settings,
            CompanyLoginProperties meaning,
            CompanyStaff staff,
            @Value("${baoxiu.public-url}") String publicUrl) {
        this.settings = settings;
        this.registrations = new Registrations(settings);
        this.users = new CompanyUsers(meaning, staff, answers.userInfo());
        this.publicUrl = publicUrl;
    }

    @Bean
    ClientRegistrationRepository registrations() {
        return registrations;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> signatures() {
        return answers;
    }

    /** What is written on the button of each, by the id that the address of it ends with. */
    Map<String, String> buttons() {
        Map<String, String> buttons = new LinkedHashMap<>();
        settings.getRegistration()
                .forEach((id, one) -> buttons.put(id, one.getClientName() == null ? NAME : one.getClientName()));
        return buttons;
    }

    void hang(HttpSecurity http) throws Exception {
        NotLetIn notLetIn = new NotLetIn();
        var asked = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        asked.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(company -> company.loginPage(Doors.LOGIN)
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(question -> question.authorizationRequestResolver(asked)
                                .authorizationRequestRepository(new AskedPage()))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(answers.tokens()))
                        .userInfoEndpoint(
                                answer -> answer.oidcUserService(users).userService(CompanyLogin::notOpenId))
                        .successHandler((request, response, person) -> response.sendRedirect(request.getContextPath()
                                + Afterwards.page(AskedPage.of(request).orElse(""))))
                        .failureHandler(notLetIn)
                        .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                            @Override
                            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(notLetIn);
                                return filter;
                            }
                        }))
                .logout(logout -> logout.logoutSuccessHandler(new CompanyLogout(registrations, publicUrl)));
    }

    /** Without the scope {@code openid} nobody vouches for the answer. */
    private static OAuth2User notOpenId(OAuth2UserRequest request) {
        throw new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE),
                "registration " + request.getClientRegistration().getRegistrationId() + " lacks the scope openid");
    }
}
