package org.baoxiu.web.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.people.CompanyLoginProperties;
import org.baoxiu.people.CompanyStaff;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Reads the claims about whoever has logged in at the company, and lets them in. */
final class CompanyUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** The error whose description is a sentence for whoever wants to log in. */
    static final String REFUSED = "refused_here";

    private final OidcUserService claims = new OidcUserService();
    private final CompanyLoginProperties settings;
    private final CompanyStaff staff;

    CompanyUsers(CompanyLoginProperties settings, CompanyStaff staff, DefaultOAuth2UserService info) {
        this.settings = settings;
        this.staff = staff;
        claims.setOauth2UserService(info);
        claims.setOidcUserMapper((request, more) -> new DefaultOidcUser(List.of(), request.getIdToken(), more));
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser said = claims.loadUser(request);
        String login = text(said.getClaim(settings.nameClaim()));
        try {
            staff.arrives(login, name(said), values(said.getClaim(settings.groupsClaim())));
        } catch (Rejection refused) {
            throw new OAuth2AuthenticationException(new OAuth2Error(REFUSED, refused.getMessage(), null), refused);
        }
        return new CompanyUser(login, request.getIdToken().getTokenValue());
    }

    /** As people here write it: the family name first, and no space between two Chinese names. */
    private static String name(OidcUser said) {
        String whole = text(said.getFullName());
        if (!whole.isEmpty()) {
            return whole;
        }
        String family = text(said.getFamilyName());
        String given = text(said.getGivenName());
        boolean chinese = (family + given).codePoints().anyMatch(Character::isIdeographic);
        return chinese
                ? family + given
                : Stream.of(given, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private static List<String> values(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(Objects::nonNull).map(Object::toString).toList();
    }

    private static String text(@Nullable Object claim) {
        return claim == null ? "" : Texts.line(claim.toString());
    }
}
