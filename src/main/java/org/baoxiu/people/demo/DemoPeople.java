package org.baoxiu.people.demo;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.people.Administrator;
import org.baoxiu.people.GroupsAtStart;
import org.baoxiu.people.People;
import org.baoxiu.people.Users;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Creates the people to try the procedure with, in the profile {@code demo} only. All are in one more group, by which a
 * later start without the profile knows them: see {@link Administrator}.
 */
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoProperties.class)
public class DemoPeople implements People {

    public static final String GROUP = "demo";

    private final DemoProperties properties;
    private final GroupsAtStart groups;
    private final Users users;

    public DemoPeople(DemoProperties properties, GroupsAtStart groups, Users users) {
        this.properties = properties;
        this.groups = groups;
        this.users = users;
    }

    @Override
    public void create() {
        groups.create(GROUP, "演示人员", "WORKFLOW");
        for (DemoProperties.DemoPerson person : properties.people()) {
            List<String> memberships = new ArrayList<>(person.groups());
            memberships.add(GROUP);
            users.create(person.id(), person.name(), properties.password(), memberships);
        }
    }
}
