package org.baoxiu.notification;

/**
 * A message has come to an end: delivered, told by phone, failed or expired. It is published after that is on record, and
 * again if a listener fails: whoever listens has to bear it twice.
 */
public record MessageSettled(Message message) {}
