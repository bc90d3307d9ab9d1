package org.baoxiu.dispatch;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * Who got a slip, when and from whom. Rows are only added: they show who worked on it (4.3.6, 4.7.6).
 *
 * @param helper whether the slip stayed with whoever had it
 */
record Assignment(@Id Long id, String slipNumber, String technician, Instant assignedAt, String assignedBy, boolean helper) {
}
