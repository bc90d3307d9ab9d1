package org.baoxiu.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that people may be told of.
 *
 * @param key        names this one event among all: whoever has a message with it gets no second one; at most 100 characters
 * @param slipNumber null if it is about no single slip
 * @param facts      what a text may say, by the name of its variable in the decision table; no names of owners, no telephone numbers
 */
public record Occasion(Event event, String key, @Nullable String slipNumber, Map<String, String> facts) {

    /** The fact that names the task which is to be done, where it is about no slip: the link of the message leads there. */
    public static final String TASK_ID = "taskId";

    /** The fact that names the page of this application where it is seen to, such as {@code /today}, where it is about neither slip nor task. */
    public static final String PAGE = "page";
}
