package org.baoxiu.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Who got a slip, when and from whom. Rows are only added: they show who worked on it (4.3.6, 4.7.6).
 *
 * @param helper       whether the slip stayed with whoever had it
 * @param lapseNotedAt when it was noted that the certificate has run out in the meantime; null while it has not (Q3)
 */
public record Assignment(
        @Id @Nullable Long id,
        String slipNumber,
        String technician,
        Instant assignedAt,
        String assignedBy,
        boolean helper,
        @Nullable Instant lapseNotedAt) {

    static Assignment of(String slipNumber, String technician, Instant now, String by, boolean helper) {
        return new Assignment(null, slipNumber, technician, now, by, helper, null);
    }

    Assignment lapsed(Instant now) {
        return new Assignment(id, slipNumber, technician, assignedAt, assignedBy, helper, now);
    }
}
