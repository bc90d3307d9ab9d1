package org.baoxiu.notification;

/** Every few minutes, on one of the nodes: time to look whether anything has failed. */
public record Rounds() {}
