package org.baoxiu.identity;

import java.util.ArrayList;
import java.util.List;

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
class DemoPeople implements People {

  static final String GROUP = "demo";

  private final DemoProperties properties;
  private final Groups groups;
  private final Users users;

  DemoPeople(DemoProperties properties, Groups groups, Users users) {
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
