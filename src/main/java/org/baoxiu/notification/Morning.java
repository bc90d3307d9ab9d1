package org.baoxiu.notification;

/** A new working day begins, on one of the nodes: time to tell people what has to be seen to. */
public record Morning() {}
