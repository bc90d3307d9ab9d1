package org.baoxiu.people.demo;

import java.io.IOException;
import java.io.InputStream;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.people.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two small communities that do not exist, once their offices are there. Running again changes nothing. */
@Component
@Profile("demo")
class DemoCommunity implements ApplicationRunner {

    private final RegisterImport register;
    private final StartLock lock;

    DemoCommunity(RegisterImport register, StartLock lock) {
        this.register = register;
        this.lock = lock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        lock.acquire();
        try (InputStream list = new ClassPathResource("demo/community.csv").getInputStream()) {
            register.apply(list);
        }
    }
}
