package org.baoxiu.models;

import org.baoxiu.notification.Messages;
import org.baoxiu.shared.Hash;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators, once, why models that the application was started with are not used. */
@Component
class HeldBack {

    private final Messages messages;
    private final IdentityService identity;
    private @Nullable String why;
    private boolean ready;

    HeldBack(Messages messages, IdentityService identity) {
        this.messages = messages;
        this.identity = identity;
    }

    synchronized void say(String refusal) {
        why = refusal;
        if (ready) {
            tell(refusal);
        }
    }

    /** At the very first start people are there only now. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        ready = true;
        if (why != null) {
            tell(why);
        }
    }

    private void tell(String refusal) {
        messages.tellOfRefusedModels(
                identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                        .map(User::getId)
                        .toList(),
                "models-" + Hash.of(refusal),
                refusal);
    }
}
