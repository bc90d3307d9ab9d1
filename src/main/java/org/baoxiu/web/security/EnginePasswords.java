package org.baoxiu.web.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The engine checks the password, and makes whoever guesses wait longer and longer ({@code LoginDelays}). */
record EnginePasswords(IdentityService identity) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication asked) {
        String person = asked.getName().strip();
        identity.clearAuthentication();
        if (asked.getCredentials() == null
                || !identity.checkPassword(person, asked.getCredentials().toString())) {
            throw new BadCredentialsException("wrong name or password");
        }
        // what a person may do is asked anew with each request, and so is kept nowhere
        var login = UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        login.setDetails(asked.getDetails());
        return login;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
