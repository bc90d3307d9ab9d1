package org.baoxiu.slip;

/** How the work stands when the technician reports: finished, or one of the ways out of it. */
public enum WorkOutcome {
    DONE,
    CHANGE,
    HELP,
    DEFER
}
