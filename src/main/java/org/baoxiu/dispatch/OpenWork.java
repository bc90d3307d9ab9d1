package org.baoxiu.dispatch;

/** What becomes of somebody's open work while he or she is away. */
public enum OpenWork {
    /** It waits; what comes up meanwhile on the same slips waits too. */
    STAYS,
    BACK_TO_GROUP,
    HAND_OVER
}
