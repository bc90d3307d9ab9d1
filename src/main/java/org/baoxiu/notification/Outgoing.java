package org.baoxiu.notification;

/** Whether anything may leave this installation: a copy that was restored from a backup sends nothing until it is the real one. */
public interface Outgoing {

    boolean allowed();
}
