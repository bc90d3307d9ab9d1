package org.baoxiu.slip;

/** What the technician confirms at the end of the work: S5, Q2, Q5, 4.3.4.5, 4.3.4.7, 4.7.7. */
public record Completion(
        String foundCause,
        String workDone,
        boolean functionRestored,
        boolean siteCleared,
        boolean safetyChecked,
        boolean toolsOnMat) {}
