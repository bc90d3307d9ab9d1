package org.baoxiu.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Staff whom the login of the company has let in: created when they come for the first time, and at each login in the groups
 * that it names. What they leave, they leave as by an administrator: their work is released, their sessions end.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(CompanyLoginProperties.class)
public class CompanyStaff {

    static final String NO_NAME = "统一登录没有给出您的登录名，请联系系统管理员。";
    static final String BAD_NAME = "统一登录给出的登录名在报修里不能用：只能有汉字、英文字母和数字，中间可以有 . - _ @ ·，不超过 64 个字。请联系系统管理员。";
    static final String NO_GROUP = "您在报修里没有岗位，不能登录。请联系系统管理员安排岗位后再登录。";
    static final String FORMER = "您的账号已经注销，不能登录。如仍需使用，请联系系统管理员。";
    static final String ADMINISTRATOR = "系统管理员不能用统一登录，请用账号和密码登录。";

    private static final Logger LOG = LoggerFactory.getLogger(CompanyStaff.class);
    private static final String BAD_ID = "User has an invalid id";
    private static final int LONGEST_NAME = 100;

    private final CompanyLoginProperties settings;
    private final IdentityService identity;
    private final Persons persons;
    private final FormerPeople former;
    private final TransactionOperations transaction;

    CompanyStaff(
            CompanyLoginProperties settings,
            IdentityService identity,
            Persons persons,
            FormerPeople former,
            TransactionOperations transaction) {
        this.settings = settings;
        this.identity = identity;
        this.persons = persons;
        this.former = former;
        this.transaction = transaction;
    }

    /**
     * Lets somebody in, who is what the login of the company says.
     *
     * @param login  login name; empty if it says none
     * @param name   what a newcomer is called
     * @param values of the claim for groups; those that stand for no group mean nothing
     * @throws Rejection if they may not come in; the groups that the values no longer name are taken away nevertheless
     */
    public void arrives(String login, String name, Collection<String> values) {
        identity.clearAuthentication();
        if (login.isEmpty()) {
            throw Rejection.forbidden(NO_NAME);
        }
        Set<String> named = existing(settings.groupsOf(values));
        long unknown = settings.unknown(values);
        if (unknown > 0) {
            LOG.info("The company's login names {} groups that are not mapped to one of the application.", unknown);
        }
        User known = identity.createUserQuery().userId(login).singleResult();
        if (known != null && isOurAdministrator(login)) {
            throw Rejection.forbidden(ADMINISTRATOR);
        }
        User person = known == null ? newcomer(login, name, named) : known;
        transaction.executeWithoutResult(status -> {
            if (known == null) {
                create(person);
            }
            settle(login, named);
        });
        if (persons.groupsOf(login).isEmpty()) {
            throw Rejection.forbidden(NO_GROUP);
        }
    }

    /** Only where the mapping says who is one does the login of the company make or admit one. */
    private boolean isOurAdministrator(String login) {
        return !settings.managed().contains(GroupsAtStart.ADMINISTRATORS)
                && persons.groupsOf(login).contains(GroupsAtStart.ADMINISTRATORS);
    }

    private User newcomer(String login, String name, Set<String> named) {
        if (former.wasHere(login)) {
            throw Rejection.forbidden(FORMER);
        }
        if (named.isEmpty()) {
            throw Rejection.forbidden(NO_GROUP);
        }
        User person = identity.newUser(login);
        person.setFirstName(name.isEmpty() ? login : name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        person.setLastName("");
        person.setPassword(InitialPasswords.nobodyKnows(login));
        return person;
    }

    private void create(User person) {
        try {
            identity.saveUser(person);
        } catch (ProcessEngineException refused) {
            throw String.valueOf(refused.getMessage()).contains(BAD_ID) ? Rejection.forbidden(BAD_NAME) : refused;
        }
    }

    private void settle(String login, Set<String> named) {
        List<String> present = persons.groupsOf(login);
        named.stream()
                .filter(group -> !present.contains(group))
                .forEach(group -> identity.createMembership(login, group));
        present.stream()
                .filter(group -> settings.managed().contains(group) && !named.contains(group))
                .forEach(group -> identity.deleteMembership(login, group));
    }

    private Set<String> existing(Set<String> groups) {
        return groups.stream()
                .filter(group -> {
                    boolean exists = identity.createGroupQuery().groupId(group).count() > 0;
                    if (!exists) {
                        LOG.warn("baoxiu.company-login.groups names a group that does not exist: {}", group);
                    }
                    return exists;
                })
                .collect(Collectors.toSet());
    }
}
