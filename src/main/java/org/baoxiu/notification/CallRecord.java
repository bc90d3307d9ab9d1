package org.baoxiu.notification;

/** Where the slip keeps that somebody was told by phone what no message could bring. */
public interface CallRecord {

    /**
     * @param what   the subjects of the messages, Chinese
     * @param caller login name
     */
    void called(String slipNumber, String what, Recipient recipient, String caller);
}
