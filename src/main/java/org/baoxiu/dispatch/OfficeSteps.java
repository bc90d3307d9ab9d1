package org.baoxiu.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;

/** What somebody of the office does about a slip from a list, beside the tasks: each by its own rights, and each slip by itself. */
public interface OfficeSteps {

    /** Whether the person may hand over anybody's work at all. */
    boolean mayHandOver(String person);

    /** Login names of those whose work the person shares out: the technicians, the clerks, or both (3.3); nobody's for most. */
    List<String> peopleOf(String person);

    /** Whether the person may leave word for technicians. */
    boolean mayTell(String person);

    /**
     * Gives the work on a slip to somebody else, or back to the group, as the process 移交工作 does (3.3).
     *
     * @param by       login name
     * @param toOrNull login name or name; null for the group
     * @throws Rejection likewise, and where nobody has work on the slip
     */
    void handOver(String by, String slipNumber, @Nullable String toOrNull, String reason);

    /**
     * Likewise everything that somebody has to do; what the other may not do goes to the group.
     *
     * @param from login name
     */
    void handOverAll(String by, String from, @Nullable String toOrNull, String reason);

    /** Numbers of the slips that each of some people has open tasks on, by login name; nobody without any is among them. */
    Map<String, Set<String>> slipsInTasks(Collection<String> people);

    /**
     * Leaves word for the technician who has the slip; the history of the slip has it too.
     *
     * @param by login name
     * @throws Rejection FORBIDDEN for whoever may not; if nobody has the slip, or the person has it
     */
    void tell(String by, String slipNumber, String words);
}
