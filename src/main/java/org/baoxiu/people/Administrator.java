package org.baoxiu.people;

import java.util.List;
import java.util.Optional;
import org.baoxiu.people.demo.DemoPeople;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Outside the profile {@code demo} nobody exists but one administrator, whose password has to be given: without one the
 * engine's web applications would let the first visitor make himself administrator. A database that still holds the demo
 * people, whose password everybody knows, is refused.
 */
@Component
@Profile("!demo")
@EnableConfigurationProperties(AdministratorProperties.class)
public class Administrator implements People {

    private final AdministratorProperties properties;
    private final Users users;

    Administrator(AdministratorProperties properties, Users users) {
        this.properties = properties;
        this.users = users;
    }

    @Override
    public void create() {
        List<String> demoPeople = users.membersOf(DemoPeople.GROUP);
        if (!demoPeople.isEmpty()) {
            throw AdministratorException.demoPeople(demoPeople);
        }
        if (!properties.recover()
                && !users.membersOf(GroupsAtStart.ADMINISTRATORS).isEmpty()) {
            return;
        }
        String password = properties.password();
        if (password == null || password.isBlank()) {
            throw AdministratorException.passwordMissing();
        }
        if (!new PasswordRules(Optional.empty()).accept(password, properties.id())) {
            throw AdministratorException.passwordWeak();
        }
        users.create(properties.id(), "系统管理员", password, List.of(GroupsAtStart.ADMINISTRATORS));
        if (properties.recover()) {
            users.recover(properties.id(), password, GroupsAtStart.ADMINISTRATORS);
        }
    }
}
