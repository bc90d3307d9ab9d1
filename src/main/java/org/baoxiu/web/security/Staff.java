package org.baoxiu.web.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.OfficeScope;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Whoever of the office has sent the present request, and which pages they may open: as the engine says at this moment. */
@Component
public class Staff {

    static final String TASKLIST = "tasklist";

    private final ProcessEngine engine;
    private final Persons persons;
    private final OfficeMembers offices;

    Staff(ProcessEngine engine, Persons persons, OfficeMembers offices) {
        this.engine = engine;
        this.persons = persons;
        this.offices = offices;
    }

    /** Login name of whoever sent the present request. */
    public Optional<String> person() {
        return name(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<String> name(Authentication login) {
        return Optional.ofNullable(login)
                .filter(one -> one.isAuthenticated() && !(one instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    /** The offices whose slips whoever sent the present request may see. */
    public OfficeScope scope() {
        return person().map(offices::scopeOf).orElse(new OfficeScope(Set.of()));
    }

    /** Whether whoever sent the present request may open a page of the application. */
    public boolean mayOpen(String application) {
        return !mayOpen(List.of(application)).isEmpty();
    }

    /** Those of some applications that whoever sent the present request may open. */
    public Set<String> mayOpen(Collection<String> applications) {
        return person().map(person -> mayOpen(person, applications)).orElse(Set.of());
    }

    private Set<String> mayOpen(String person, Collection<String> applications) {
        List<String> groups = groupsOf(person);
        return applications.stream()
                .filter(application -> engine.getAuthorizationService()
                        .isUserAuthorized(person, groups, Permissions.ACCESS, Resources.APPLICATION, application))
                .collect(Collectors.toSet());
    }

    AuthorizationManager<RequestAuthorizationContext> whoMayOpen(String application) {
        return (login, request) -> new AuthorizationDecision(name(login.get())
                .filter(person -> !mayOpen(person, List.of(application)).isEmpty())
                .isPresent());
    }

    List<String> groupsOf(String person) {
        return persons.groupsOf(person);
    }
}
