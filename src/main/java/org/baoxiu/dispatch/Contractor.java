package org.baoxiu.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A firm outside with its licence for one trade, such as the gas company (Q3). Whoever is licensed for two is here twice.
 *
 * @param id        0 until it is registered
 * @param telephone where its emergency service is called
 * @param trade     the work it is licensed for, by the name that technicians' qualifications have
 * @param expiresOn last day on which the licence counts
 */
public record Contractor(
        @Id long id,
        String name,
        String telephone,
        Qualification trade,
        String licenceNumber,
        LocalDate expiresOn,
        Instant recordedAt) {

    Contractor renewed(String newTelephone, String newNumber, LocalDate newExpiry, Instant now) {
        return new Contractor(id, name, newTelephone, trade, newNumber, newExpiry, now);
    }

    boolean covers(Qualification needed) {
        return needed.isMetBy(trade);
    }

    boolean isLicensedOn(LocalDate day) {
        return !expiresOn.isBefore(day);
    }
}
