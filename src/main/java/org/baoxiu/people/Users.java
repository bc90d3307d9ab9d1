package org.baoxiu.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Creates users; one that exists keeps its name, password and groups. */
@Component
public class Users {

    private final IdentityService identityService;

    Users(IdentityService identityService) {
        this.identityService = identityService;
    }

    public void create(String id, String name, String password, List<String> groups) {
        if (identityService.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identityService.newUser(id);
        // the web applications join first and last name with a space and would print "null"
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(password);
        identityService.saveUser(user);
        groups.forEach(group -> identityService.createMembership(id, group));
    }

    /** Gives an account a new password and a group, and lets its owner log in at once. */
    void recover(String id, String password, String group) {
        User user = identityService.createUserQuery().userId(id).singleResult();
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.unlockUser(id);
        if (!membersOf(group).contains(id)) {
            identityService.createMembership(id, group);
        }
    }

    List<String> membersOf(String group) {
        return identityService.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }
}
