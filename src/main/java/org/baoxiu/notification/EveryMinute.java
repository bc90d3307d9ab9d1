package org.baoxiu.notification;

/** Another minute has passed, on one of the nodes: time to look for what only time brings. */
public record EveryMinute() {}
