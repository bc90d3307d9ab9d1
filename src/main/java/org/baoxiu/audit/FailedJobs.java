package org.baoxiu.audit;

import java.util.List;

/** What the application had to do by itself, and has given up. */
public interface FailedJobs {

    /**
     * @param about number of the slip, or what else the case is about; empty for what belongs to no case
     * @param what  in Chinese: the element or the kind of work
     */
    record FailedJob(String about, String what) {}

    /** At most so many; of slips and of everything else. */
    List<FailedJob> failed(int most);

    long count();
}
