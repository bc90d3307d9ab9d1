package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.JwtException;

/** A company that takes the question and never answers. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class CompanyAnswersTest {

    /** The head of one that is signed by RS256, its claims, and no signature that would be looked at without a key. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.AAAA";

    private final CompanyAnswers answers = new CompanyAnswers(Duration.ofMillis(300));

    @Test
    void nobodyWaitsForGood() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ClientRegistration company = company("http://localhost:" + silent.getLocalPort());
            var asked = new OAuth2AuthorizationExchange(
                    OAuth2AuthorizationRequest.authorizationCode()
                            .authorizationUri("http://localhost/ask")
                            .clientId("baoxiu")
                            .redirectUri("http://localhost/back")
                            .state("s")
                            .build(),
                    OAuth2AuthorizationResponse.success("code")
                            .redirectUri("http://localhost/back")
                            .state("s")
                            .build());
            assertThatThrownBy(() ->
                            answers.tokens().getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(company, asked)))
                    .isInstanceOf(OAuth2AuthorizationException.class);

            Instant now = Instant.EPOCH;
            var token =
                    new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "t", now, now.plusSeconds(60), Set.of());
            assertThatThrownBy(() -> answers.userInfo().loadUser(new OAuth2UserRequest(company, token)))
                    .isInstanceOf(OAuth2AuthenticationException.class);

            assertThatThrownBy(() -> answers.createDecoder(company).decode(TOKEN))
                    .isInstanceOf(JwtException.class);
        }
    }

    private static ClientRegistration company(String address) {
        return ClientRegistration.withRegistrationId("company")
                .clientId("baoxiu")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost/back")
                .scope("openid")
                .authorizationUri(address + "/ask")
                .tokenUri(address + "/token")
                .userInfoUri(address + "/who")
                .userNameAttributeName("sub")
                .jwkSetUri(address + "/keys")
                .build();
    }
}
