package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.springframework.stereotype.Component;

/** The register of certificates: who may do which work today (Q3). */
@Component
class Qualifications {

    private final CertificateRepository certificates;
    private final MaintenanceTeam team;
    private final OfficePeople offices;
    private final Names names;
    private final Clock clock;

    Qualifications(
            CertificateRepository certificates, MaintenanceTeam team, OfficePeople offices, Names names, Clock clock) {
        this.certificates = certificates;
        this.team = team;
        this.offices = offices;
        this.names = names;
        this.clock = clock;
    }

    void record(String technician, Qualification qualification, String number, LocalDate expiresOn) {
        if (missing(technician) || missing(number) || expiresOn == null) {
            throw Rejection.invalid("登记资质要写明维修人员、证书编号和有效期，请补齐后重新提交。");
        }
        Instant now = clock.instant();
        certificates.save(certificates
                .findByTechnicianAndQualification(technician, qualification)
                .map(known -> known.renewed(number, expiresOn, now))
                .orElseGet(() -> new Certificate(null, technician, qualification, number, expiresOn, now)));
    }

    boolean isRecorded(String technician, Qualification qualification, String number, LocalDate expiresOn) {
        return certificates
                .findByTechnicianAndQualification(technician, qualification)
                .filter(known -> known.certificateNumber().equals(number)
                        && known.expiresOn().equals(expiresOn))
                .isPresent();
    }

    /** Of those who may go to slips of an office. */
    Set<String> techniciansFor(Qualification needed, String office) {
        LocalDate today = LocalDate.now(clock);
        return Set.copyOf(offices.within(
                team.membersAmong(certificates.findAll().stream()
                        .filter(one -> one.countsFor(needed, today))
                        .map(Certificate::technician)
                        .collect(Collectors.toSet())),
                office));
    }

    /** What somebody in the team who is not among the absent may do today. */
    Set<Qualification> covered(Set<String> absent) {
        LocalDate today = LocalDate.now(clock);
        List<Certificate> held = certificates.findAll().stream()
                .filter(one -> !absent.contains(one.technician()))
                .toList();
        Set<String> there = inTeam(held.stream().map(Certificate::technician).collect(Collectors.toSet()));
        return Arrays.stream(Qualification.values())
                .filter(needed ->
                        held.stream().anyMatch(one -> there.contains(one.technician()) && one.countsFor(needed, today)))
                .collect(Collectors.toSet());
    }

    Set<String> inTeam(Collection<String> people) {
        return team.membersAmong(people);
    }

    /** Tells apart who has left, a missing and an expired certificate, so that the reader knows whether to renew or to choose another. */
    void check(String slipNumber, String technician, Qualification needed, String office) {
        List<Certificate> held = certificates.findByTechnician(technician).stream()
                .filter(one -> needed.isMetBy(one.qualification()))
                .toList();
        LocalDate today = LocalDate.now(clock);
        String name = names.of(technician);
        if (held.stream().anyMatch(one -> one.countsFor(needed, today))) {
            if (team.membersAmong(List.of(technician)).isEmpty()) {
                throw Rejection.forbidden(slipNumber, name + " 已不在维修班，不能接这张单。请安排维修班里有资质的人员。");
            }
            if (offices.within(List.of(technician), office).isEmpty()) {
                throw Rejection.forbidden(slipNumber, name + " 不办“" + office + "”的维修单，不能接这张单。请安排这个管理处的维修人员。");
            }
            return;
        }
        throw Rejection.forbidden(
                slipNumber,
                held.stream()
                        .max(Comparator.comparing(Certificate::expiresOn))
                        .map(last -> name + " 的" + last.qualification().label() + "资质已于 " + last.expiresOn()
                                + " 到期，不能接这张单。请先登记新证书，或安排其他维修人员。")
                        .orElseGet(() -> name + " 没有登记" + needed.label() + "资质，不能接这张单。请安排有资质的维修人员。"));
    }

    /** The certificate that ran out last, if none that counts for this work is valid today; empty too where there never was one. */
    Optional<Certificate> lapsed(String technician, Qualification needed) {
        LocalDate today = LocalDate.now(clock);
        List<Certificate> held = certificates.findByTechnician(technician).stream()
                .filter(one -> needed.isMetBy(one.qualification()))
                .toList();
        return held.stream().anyMatch(one -> one.countsFor(needed, today))
                ? Optional.empty()
                : held.stream().max(Comparator.comparing(Certificate::expiresOn));
    }

    private static boolean missing(String text) {
        return text == null || text.isBlank();
    }
}
