package org.baoxiu.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The proof of one qualification of one technician (Q3).
 *
 * @param expiresOn last day on which it counts
 */
record Certificate(
        @Id @Nullable Long id,
        String technician,
        Qualification qualification,
        String certificateNumber,
        LocalDate expiresOn,
        Instant recordedAt) {

    Certificate renewed(String newNumber, LocalDate newExpiry, Instant now) {
        return new Certificate(id, technician, qualification, newNumber, newExpiry, now);
    }

    boolean countsFor(Qualification needed, LocalDate day) {
        return needed.isMetBy(qualification) && !expiresOn.isBefore(day);
    }
}
