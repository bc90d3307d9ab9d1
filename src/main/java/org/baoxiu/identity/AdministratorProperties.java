package org.baoxiu.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first administrator of a new database, who then creates everybody else in Admin. */
@ConfigurationProperties("baoxiu.admin")
record AdministratorProperties(String id, String password) {

  static final int SHORTEST_PASSWORD = 8;

  boolean hasPassword() {
    return password != null && !password.isBlank();
  }

  boolean hasGoodPassword() {
    return password.length() >= SHORTEST_PASSWORD && !password.equalsIgnoreCase(id)
        && !password.toLowerCase().contains("baoxiu");
  }
}
