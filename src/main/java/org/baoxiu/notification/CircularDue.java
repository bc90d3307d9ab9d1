package org.baoxiu.notification;

/**
 * The next of those who are told of the same are to get their messages, on one of the nodes.
 *
 * @param told how many have got theirs before
 */
record CircularDue(long id, int told) {}
