package org.baoxiu.models;

import static org.baoxiu.shared.Groups.PROCESS_OWNER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.notification.Messages;
import org.baoxiu.shared.Hash;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators and the process owners, once, which models that the application was started with are not used, and why. */
@Component
class HeldBack {

    /** @param key of the message; the same is told once */
    private record Notice(String key, String subject, String text) {}

    private final Messages messages;
    private final IdentityService identity;
    private final List<Notice> waiting = new ArrayList<>();
    private boolean ready;

    HeldBack(Messages messages, IdentityService identity) {
        this.messages = messages;
        this.identity = identity;
    }

    void faulty(String refusal) {
        say(new Notice("models-" + Hash.of(refusal), "启动时的规则和流程有错，没有使用", refusal));
    }

    /** @param files that were good, but are not what is active */
    void outOfUse(List<String> files) {
        String names = String.join("、", files);
        say(new Notice(
                "models-" + Hash.of(names),
                "有的规则和流程不是启动时带来的那一版",
                "启动时带来的 " + names + " 没有启用：后来有人部署了别的版本，现在用的是那一版。要继续用那一版，不必处理；要改用启动时带来的，请在 Modeler 里打开这个文件，再部署一次。"));
    }

    private synchronized void say(Notice notice) {
        if (ready) {
            tell(notice);
        } else {
            waiting.add(notice);
        }
    }

    /** At the very first start people are there only now. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        ready = true;
        waiting.forEach(this::tell);
        waiting.clear();
    }

    private void tell(Notice notice) {
        messages.tellOfModelsNotUsed(
                Stream.of(Groups.CAMUNDA_ADMIN, PROCESS_OWNER)
                        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                        .map(User::getId)
                        .distinct()
                        .toList(),
                notice.key(),
                notice.subject(),
                notice.text());
    }
}
