package org.baoxiu.identity;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The people of the profile {@code demo}, from {@code application-demo.yml}. */
@ConfigurationProperties("baoxiu.demo")
record DemoProperties(String password, List<DemoPerson> people) {

  record DemoPerson(String id, String name, List<String> groups) {
  }
}
