package org.baoxiu.web.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Whom the login of the company has let in, as it is kept in the session: the login name, by which everything else is asked anew
 * with each request, and the token that the company wants to see at the logout. Claims are not kept.
 */
record CompanyUser(String login, String token) implements OidcUser, Serializable {

    @Override
    public String getName() {
        return login;
    }

    @Override
    public OidcIdToken getIdToken() {
        return new OidcIdToken(token, null, null, getClaims());
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of(IdTokenClaimNames.SUB, login);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return new OidcUserInfo(getClaims());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }
}
