package org.baoxiu.slip;

/** What came of a visit or of the way to it. */
public enum VisitOutcome {
    ARRIVED,
    OWNER_ABSENT,
    TRANSFERRED,
    RETURNED
}
