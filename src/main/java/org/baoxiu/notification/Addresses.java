package org.baoxiu.notification;

import java.util.Optional;

/** Where people can be reached outside of the application. Addresses are asked for when they are needed and never kept. */
public interface Addresses {

    Optional<String> emailOf(String login);
}
