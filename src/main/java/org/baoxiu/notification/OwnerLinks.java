package org.baoxiu.notification;

/** Where owners follow their request. A link opens the slip for whoever has it, so it is made anew for each message and never kept. */
public interface OwnerLinks {

    /** @return an absolute address with a fresh token */
    String issue(String slipNumber);

    /**
     * As {@link #issue}, for a link that is sent to a telephone.
     *
     * @param telephone as the slip has it
     */
    String issueFor(String slipNumber, String telephone);
}
