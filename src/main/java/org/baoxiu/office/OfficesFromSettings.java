package org.baoxiu.office;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The setting {@code baoxiu.offices} begins the register, and completes what it does not know. Running again changes nothing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(OfficesFromSettings.Settings.class)
class OfficesFromSettings implements ApplicationRunner {

    @ConfigurationProperties("baoxiu")
    record Settings(List<Office> offices) {

        Settings {
            offices = offices == null ? List.of() : List.copyOf(offices);
        }
    }

    private final Settings settings;
    private final OfficeRegister register;

    OfficesFromSettings(Settings settings, OfficeRegister register) {
        this.settings = settings;
        this.register = register;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.offices().forEach(this::complete);
    }

    private void complete(Office office) {
        try {
            register.complete(office);
        } catch (DuplicateKeyException e) {
            // a node that starts at the same moment has just done it
            return;
        }
    }
}
