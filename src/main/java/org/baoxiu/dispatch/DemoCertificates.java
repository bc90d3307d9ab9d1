package org.baoxiu.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the demo technicians their certificates, one of them expired. */
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoCertificates.Settings.class)
class DemoCertificates implements ApplicationRunner {

  record DemoCertificate(String technician, String qualification, String number, LocalDate expiresOn) {
  }

  @ConfigurationProperties("baoxiu.demo")
  record Settings(List<DemoCertificate> certificates) {
  }

  private final Settings settings;
  private final Dispatch dispatch;

  DemoCertificates(Settings settings, Dispatch dispatch) {
    this.settings = settings;
    this.dispatch = dispatch;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    settings.certificates().forEach(certificate -> dispatch.recordQualification(certificate.technician(),
        Qualification.of(certificate.qualification()), certificate.number(), certificate.expiresOn()));
  }
}
