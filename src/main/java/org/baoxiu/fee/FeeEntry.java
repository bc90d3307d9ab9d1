package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One line of the collection of a slip (3.5). Lines are only added: a mistake is put right by another line.
 *
 * @param way    how money changed hands; null where none did
 * @param amount yuan, above 0; of a charge also 0, or below it where a later review asks for less than the one before
 * @param reason why it was let off or given back, or null
 * @param bill   the reviewed bill that is charged, each once; null for anything but a charge
 */
public record FeeEntry(
        @Id @Nullable Long id,
        String slipNumber,
        EntryKind kind,
        @Nullable PaymentWay way,
        BigDecimal amount,
        @Nullable String reason,
        @Nullable Long bill,
        Instant recordedAt,
        String recordedBy) {}
