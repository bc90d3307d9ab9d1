package org.baoxiu.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator of a new database, who then sets the office up, with everybody else in it.
 *
 * @param recover whether this start gives the administrator the password anew, for when nobody knows it any more
 */
@ConfigurationProperties("baoxiu.admin")
record AdministratorProperties(String id, @Nullable String password, boolean recover) {

    static final int SHORTEST_PASSWORD = PasswordRules.SHORTEST;
}
