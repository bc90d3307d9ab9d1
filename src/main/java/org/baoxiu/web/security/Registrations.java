package org.baoxiu.web.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.util.function.SingletonSupplier;

/** Asks the company what its login offers when the first person wants to log in by it: an office starts while that is away. */
final class Registrations implements ClientRegistrationRepository {

    private final SingletonSupplier<Map<String, ClientRegistration>> registrations;

    Registrations(OAuth2ClientProperties settings) {
        registrations = SingletonSupplier.of(() -> new OAuth2ClientPropertiesMapper(settings).asClientRegistrations());
    }

    /** @throws OAuth2AuthenticationException if the company does not answer; it is asked again the next time */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        try {
            return registrations.obtain().get(id);
        } catch (IllegalArgumentException | IllegalStateException away) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), away.getMessage(), away);
        }
    }
}
