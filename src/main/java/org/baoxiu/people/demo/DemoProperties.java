package org.baoxiu.people.demo;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The people of the profile {@code demo}, from {@code application-demo.yml}. */
@ConfigurationProperties("baoxiu.demo")
public record DemoProperties(String password, List<DemoPerson> people) {

    public record DemoPerson(String id, String name, List<String> groups) {}
}
