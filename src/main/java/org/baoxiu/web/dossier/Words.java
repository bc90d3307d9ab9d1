package org.baoxiu.web.dossier;

import java.time.Instant;
import java.util.Map;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;

/**
 * How the reader of a dossier reads people, times and what somebody wrote.
 *
 * @param names      of people, by login name
 * @param telephones whether the reader may see them
 */
record Words(Map<String, String> names, boolean telephones) {

    /** Empty for nobody. */
    String name(String loginOrNull) {
        return loginOrNull == null
                ? ""
                : loginOrNull.equals(Person.SYSTEM) ? "系统" : names.getOrDefault(loginOrNull, loginOrNull);
    }

    /** Empty where it has not happened. */
    static String time(Instant timeOrNull) {
        return timeOrNull == null ? "" : Times.minute(timeOrNull);
    }

    String by(Instant time, String login) {
        return name(login) + "，" + time(time);
    }

    /** What somebody has written; null stays null. */
    String written(String textOrNull) {
        return textOrNull == null || telephones ? textOrNull : Telephones.hiddenIn(textOrNull);
    }

    String telephone(String telephone) {
        return telephones ? telephone : Telephones.masked(telephone);
    }
}
