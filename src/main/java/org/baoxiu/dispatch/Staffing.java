package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a group is here, on duty and qualified, at one look (3.3, Q3). */
@Service
@Transactional(readOnly = true)
public class Staffing {

    /** So long before a certificate runs out somebody has to think of the next one. */
    public static final Period SOON = Period.ofDays(30);

    private final Absences absences;
    private final Roster roster;
    private final CertificateRepository certificates;
    private final Clock clock;

    Staffing(Absences absences, Roster roster, CertificateRepository certificates, Clock clock) {
        this.absences = absences;
        this.roster = roster;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** @param people login names of the group {@code team} */
    public List<Presence> of(String team, Collection<String> people) {
        Instant now = clock.instant();
        Set<String> onDuty = roster.onDuty(null, team);
        Map<String, List<Absence>> away = absences.open().stream().collect(Collectors.groupingBy(Absence::person));
        Map<String, List<Certificate>> held =
                certificates.findAll().stream().collect(Collectors.groupingBy(Certificate::technician));
        return people.stream()
                .map(person -> new Presence(
                        person,
                        onDuty.isEmpty()
                                ? Presence.Duty.NO_ROSTER
                                : onDuty.contains(person) ? Presence.Duty.ON_DUTY : Presence.Duty.OFF_DUTY,
                        until(away.getOrDefault(person, List.of()), now),
                        away.getOrDefault(person, List.of()).stream()
                                .map(Absence::startsAt)
                                .filter(start -> start.isAfter(now))
                                .min(Comparator.naturalOrder()),
                        expiring(held.getOrDefault(person, List.of()))))
                .toList();
    }

    /** @param open in the order of their beginning */
    private static Optional<Instant> until(List<Absence> open, Instant now) {
        Instant end = now;
        for (Absence absence : open) {
            end = !absence.startsAt().isAfter(end) && absence.endsAt().isAfter(end) ? absence.endsAt() : end;
        }
        return Optional.of(end).filter(moment -> moment.isAfter(now));
    }

    private List<Presence.Expiry> expiring(List<Certificate> held) {
        LocalDate today = LocalDate.now(clock);
        return held.stream()
                .filter(one -> !one.expiresOn().isAfter(today.plus(SOON)))
                .sorted(Comparator.comparing(Certificate::expiresOn))
                .map(one -> new Presence.Expiry(
                        one.qualification(), one.expiresOn(), one.expiresOn().isBefore(today)))
                .toList();
    }
}
