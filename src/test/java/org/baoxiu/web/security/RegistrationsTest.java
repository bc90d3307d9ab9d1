package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The application starts without its company, and finds it as soon as it is there. */
class RegistrationsTest {

    @Test
    void theCompanyIsAskedWhenSomebodyWantsToLogInAndAgainWhenItWasAway() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        String address = "http://localhost:" + server.getAddress().getPort();
        String answer =
                """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/ask", "token_endpoint": "%1$s/token",
                "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                "id_token_signing_alg_values_supported": ["RS256"]}"""
                        .formatted(address);
        server.createContext("/", exchange -> {
            boolean away = asked.getAndIncrement() < 3;
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Registrations registrations = new Registrations(settings(address));
            assertThat(asked).hasValue(0);

            assertThatThrownBy(() -> registrations.findByRegistrationId("company"))
                    .isInstanceOf(OAuth2AuthenticationException.class);
            asked.set(3);
            assertThat(registrations
                            .findByRegistrationId("company")
                            .getProviderDetails()
                            .getTokenUri())
                    .isEqualTo(address + "/token");
            assertThat(registrations.findByRegistrationId("other")).isNull();
        } finally {
            server.stop(0);
        }
    }

    private static OAuth2ClientProperties settings(String issuer) {
        OAuth2ClientProperties settings = new OAuth2ClientProperties();
        OAuth2ClientProperties.Provider provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(issuer);
        settings.getProvider().put("company", provider);
        OAuth2ClientProperties.Registration registration = new OAuth2ClientProperties.Registration();
        registration.setClientId("baoxiu");
        registration.setScope(Set.of("openid"));
        settings.getRegistration().put("company", registration);
        return settings;
    }
}
