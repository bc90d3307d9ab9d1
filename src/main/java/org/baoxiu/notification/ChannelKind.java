package org.baoxiu.notification;

/** The ways in which a message can reach somebody. */
public enum ChannelKind { EMAIL, IN_APP }
