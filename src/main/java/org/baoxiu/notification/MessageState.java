package org.baoxiu.notification;

/**
 * What became of a message. One that waits is in the queue; one that has failed, expired or needs a call by phone waits for
 * a person, and is told once that person has done it.
 */
public enum MessageState {
    WAITING,
    DELIVERED,
    FAILED,
    EXPIRED,
    TO_CALL,
    TOLD
}
