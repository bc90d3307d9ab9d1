package org.baoxiu.notification;

import java.util.Optional;

/** People whom the office tells something without a slip of theirs. What names them says nothing of them. */
public interface Contacts {

    /** @param mobile to which a text message can be sent */
    record Contact(String name, String mobile) {}

    /** @return empty if they are not there any more or cannot be reached so */
    Optional<Contact> find(String id);
}
