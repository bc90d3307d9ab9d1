package org.baoxiu.audit;

/** Follows the cases of slips. */
public interface CaseWalks {

    /** Empty where the history of the case has been cleared away. */
    CaseWalk of(String slipNumber);
}
