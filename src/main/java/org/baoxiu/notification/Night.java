package org.baoxiu.notification;

/** The office sleeps, and one of the nodes has time for what takes long: backups, checks, what is not kept any longer. */
public record Night() {}
