package org.baoxiu.models.rehearsal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as people would go through it.
 *
 * @param person  who reports
 * @param at      when, if not as all the others
 * @param report  what is typed into the start form
 * @param answers what is typed at tasks, by their ids, where it is not the usual: the first time, the second and so on
 * @param call    somebody calls meanwhile
 */
record NamedCase(
        String name,
        String person,
        @Nullable String at,
        Map<String, Object> report,
        Map<String, List<Map<String, Object>>> answers,
        @Nullable Call call) {

    /**
     * @param before  id of the task that is open then
     * @param person  who takes the call
     * @param process which that begins
     */
    record Call(String before, String person, String process, Map<String, Object> form) {}
}
