package org.baoxiu.people.demo;

import java.time.LocalDate;
import java.util.List;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.people.StartLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demo technicians their certificates, one of them expired, and registers contractors with their licences. */
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoCertificates.Settings.class)
class DemoCertificates implements ApplicationRunner {

    record DemoCertificate(String technician, String qualification, String number, LocalDate expiresOn) {}

    record DemoContractor(String name, String telephone, String trade, String licence, LocalDate expiresOn) {}

    @ConfigurationProperties("baoxiu.demo")
    record Settings(List<DemoCertificate> certificates, List<DemoContractor> contractors) {}

    private final Settings settings;
    private final Dispatch dispatch;
    private final Contractors contractors;
    private final StartLock lock;

    DemoCertificates(Settings settings, Dispatch dispatch, Contractors contractors, StartLock lock) {
        this.settings = settings;
        this.dispatch = dispatch;
        this.contractors = contractors;
        this.lock = lock;
    }

    /** One node after the other: nodes that start together would record the same certificate twice. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        lock.acquire();
        settings.certificates()
                .forEach(certificate -> dispatch.recordQualification(
                        certificate.technician(),
                        Qualification.of(certificate.qualification()),
                        certificate.number(),
                        certificate.expiresOn()));
        settings.contractors()
                .forEach(contractor -> contractors.register(
                        contractor.name(),
                        contractor.telephone(),
                        Qualification.of(contractor.trade()),
                        contractor.licence(),
                        contractor.expiresOn()));
    }
}
