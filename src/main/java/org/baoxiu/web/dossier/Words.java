package org.baoxiu.web.dossier;

import java.time.Instant;
import java.util.Map;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * How the reader of a dossier reads people, times and what somebody wrote.
 *
 * @param names      of people, by login name
 * @param telephones whether the reader may see them
 */
record Words(Map<String, String> names, boolean telephones) {

    /** Empty for nobody. */
    String name(@Nullable String login) {
        return login == null ? "" : login.equals(Person.SYSTEM) ? "系统" : names.getOrDefault(login, login);
    }

    /** Empty where it has not happened. */
    static String time(@Nullable Instant time) {
        return time == null ? "" : Times.minute(time);
    }

    String by(Instant time, String login) {
        return name(login) + "，" + time(time);
    }

    /** What somebody has written; empty where nobody did. */
    String written(@Nullable String text) {
        return text == null ? "" : telephones ? text : Telephones.hiddenIn(text);
    }

    String telephone(String telephone) {
        return telephones ? telephone : Telephones.masked(telephone);
    }
}
