package org.baoxiu.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where somebody of the office does what a message is about: an address that asks for the login first and then goes on. */
@Component
class TaskLinks {

    private final String publicUrl;

    TaskLinks(@Value("${baoxiu.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** By the slip, if there is one, not by the task: the task may be done or somebody else's before the message is read. */
    String of(Message message) {
        if (message.event() == Event.MORNING_FIGURES) {
            return publicUrl + "/today";
        }
        if (message.event().ofModels()) {
            return publicUrl + "/models";
        }
        String page = message.page();
        if (page != null) {
            return publicUrl + page;
        }
        String about = message.slipNumber() == null ? message.task() : message.slipNumber();
        return publicUrl + "/tasks" + (about == null ? "" : "/" + about);
    }

    /** The text with the link below, as channels outside of the application bring it. */
    String under(Message message) {
        return message.text() + "\n" + of(message);
    }
}
