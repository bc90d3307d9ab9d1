package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.baoxiu.slip.Names;
import org.baoxiu.slip.Rejection;
import org.springframework.stereotype.Component;

/** The register of certificates: who may do which work today (Q3). */
@Component
class Qualifications {

  private final CertificateRepository certificates;
  private final Names names;
  private final Clock clock;

  Qualifications(CertificateRepository certificates, Names names, Clock clock) {
    this.certificates = certificates;
    this.names = names;
    this.clock = clock;
  }

  void record(String technician, Qualification qualification, String number, LocalDate expiresOn) {
    if (missing(technician) || missing(number) || expiresOn == null) {
      throw Rejection.invalid("登记资质要写明维修人员、证书编号和有效期，请补齐后重新提交。");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    certificates.save(certificates.findByTechnicianAndQualification(technician, qualification)
        .map(known -> known.renewed(number, expiresOn, now))
        .orElseGet(() -> new Certificate(null, technician, qualification, number, expiresOn, now)));
  }

  List<String> techniciansFor(Qualification needed) {
    LocalDate today = LocalDate.now(clock);
    return certificates.findAll().stream().filter(one -> one.countsFor(needed, today)).map(Certificate::technician)
        .distinct().toList();
  }

  /** Tells a missing certificate from an expired one, so that the reader knows whether to renew or to choose another. */
  void check(String slipNumber, String technician, Qualification needed) {
    List<Certificate> held = certificates.findByTechnician(technician).stream()
        .filter(one -> needed.isMetBy(one.qualification())).toList();
    LocalDate today = LocalDate.now(clock);
    if (held.stream().anyMatch(one -> one.countsFor(needed, today))) {
      return;
    }
    String name = names.of(technician);
    throw Rejection.forbidden(slipNumber, held.stream().max(Comparator.comparing(Certificate::expiresOn))
        .map(last -> name + " 的" + last.qualification().label() + "资质已于 " + last.expiresOn()
            + " 到期，不能接这张单。请先登记新证书，或安排其他维修人员。")
        .orElseGet(() -> name + " 没有登记" + needed.label() + "资质，不能接这张单。请安排有资质的维修人员。"));
  }

  private static boolean missing(String text) {
    return text == null || text.isBlank();
  }
}
