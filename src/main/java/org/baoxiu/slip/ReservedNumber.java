package org.baoxiu.slip;

import java.time.Instant;
import org.baoxiu.shared.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A number that stands on a blank slip of paper.
 *
 * @param version keeps two clerks from using the same number at the same moment
 * @param usedAt  when the slip was entered; null while the paper may still be written on
 */
public record ReservedNumber(
        @Id String number,
        @Version @Nullable Long version,
        Instant reservedAt,
        String reservedBy,
        @Nullable Instant usedAt) {

    static ReservedNumber of(String number, Instant now, Person by) {
        return new ReservedNumber(number, null, now, by.id(), null);
    }

    ReservedNumber used(Instant now) {
        return new ReservedNumber(number, version, reservedAt, reservedBy, now);
    }
}
