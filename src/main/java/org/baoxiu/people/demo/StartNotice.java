package org.baoxiu.people.demo;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the application where to go and who can log in. */
@Component
class StartNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    private final Environment environment;
    private final Optional<DemoProperties> demo;

    StartNotice(Environment environment, ObjectProvider<DemoProperties> demo) {
        this.environment = environment;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            LOG.info("{}", text("http://localhost:" + port));
        }
    }

    String text(String address) {
        StringBuilder text = new StringBuilder("报修 Baoxiu 已启动\n");
        line(text, "任务列表 Tasklist", address + "/camunda/app/tasklist/");
        line(text, "流程监控 Cockpit", address + "/camunda/app/cockpit/");
        line(text, "手机任务 phone", address + "/tasks");
        line(text, "看板 board", address + "/board");
        line(text, "使用指南 guide", environment.getRequiredProperty("baoxiu.guide"));
        demo.ifPresentOrElse(people -> addPeople(people, text), () -> line(text, "开办 setup", address + "/setup"));
        return text.toString();
    }

    private static void addPeople(DemoProperties people, StringBuilder text) {
        text.append("  演示账号 demo people（密码 password：").append(people.password()).append("）\n");
        people.people()
                .forEach(person ->
                        line(text, "  " + person.id(), person.name() + "  " + String.join(", ", person.groups())));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-20s %s%n".formatted(name, value));
    }
}
