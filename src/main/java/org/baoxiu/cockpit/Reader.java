package org.baoxiu.cockpit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Telephones;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks into Cockpit, and how that one reads people and texts.
 *
 * @param administrator whether he or she may change anything there
 * @param telephones    whether he or she needs every slip with its telephones; otherwise none is shown
 */
record Reader(String person, boolean administrator, boolean telephones) {

    /** What somebody has written, or a form has brought. */
    String written(@Nullable String text) {
        return text == null ? "" : telephones ? text : Telephones.hiddenIn(text);
    }

    /** Names of people by login name, each looked up once. */
    static final class Colleagues {

        private final Map<String, String> names = new HashMap<>();

        Colleagues(Names names, Collection<String> logins) {
            this.names.putAll(names.of(logins));
        }

        /** Empty for nobody. */
        String name(@Nullable String login) {
            return login == null ? "" : login.equals(Person.SYSTEM) ? "系统" : names.getOrDefault(login, login);
        }
    }
}
