package org.baoxiu.notification;

/** What people are told of. Who gets which text through which channel is in the decision table of notifications. */
public enum Event { CLOCK_WARNING, CLOCK_MISSED, CLOCK_AGAIN }
