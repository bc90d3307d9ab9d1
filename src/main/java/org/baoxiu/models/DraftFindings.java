package org.baoxiu.models;

import java.util.List;

/** What has come out about a draft besides what the gate sees. It may go live all the same, with the word of whoever decides. */
public interface DraftFindings {

    /**
     * @param set fingerprint of all that would be in force
     * @return sentences; empty if nothing has come out, or nobody has looked
     */
    List<String> of(long draft, String set);
}
