package org.baoxiu.notification;

/** Whether a message still waits for its delivery, and how that ended. */
public enum MessageState { WAITING, DELIVERED, FAILED, EXPIRED }
