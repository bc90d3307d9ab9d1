package org.baoxiu.notification;

/** Where owners follow their request. A link opens the slip for whoever has it, so it is made anew for each message and never kept. */
public interface OwnerLinks {

    /** @return an absolute address with a fresh token */
    String issue(String slipNumber);
}
