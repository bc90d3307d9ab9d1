package org.baoxiu.monthend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.ResponsibleRole;
import org.baoxiu.fee.EntryKind;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;

/** One slip as a random month has it, before it is in the database: what a recount in plain Java starts from. {@code closedAt} is null
 * while it is open. */
record SlipFacts(
        String number,
        LocalDateTime receivedAt,
        LocalDateTime closedAt,
        boolean cancelled,
        String office,
        String place,
        Area area,
        Channel channel,
        Item item,
        RepairClass repairClass,
        String technician,
        BigDecimal hours,
        String assessedCause,
        String foundCause,
        LocalDateTime confirmedAt,
        int reworks,
        List<Clock> clocks,
        List<Call> calls,
        List<Bill> bills,
        List<Entry> entries) {

    record Item(String code, String name, String qualification, BigDecimal labour) {}

    /**
     * @param endedAt null while it is owed
     * @param withdrawn whether it was not owed any more before it was due
     * @param person  whose it is, of the team or of customer service by its kind; null if it is nobody's in particular
     */
    record Clock(
            CommitmentKind kind,
            String clause,
            LocalDateTime startedAt,
            LocalDateTime dueAt,
            LocalDateTime endedAt,
            String person,
            boolean withdrawn) {
        String technician() {
            return kind.keptBy() == ResponsibleRole.MAINTENANCE ? person : null;
        }

        String clerk() {
            return kind.keptByOneClerk() ? person : null;
        }

        boolean missed() {
            return endedAt == null || endedAt.isAfter(dueAt);
        }
    }

    record Call(LocalDateTime at, String technician, boolean reached, int score, boolean complaint, boolean rework) {}

    record Material(String name, BigDecimal quantity, BigDecimal price) {
        BigDecimal amount() {
            return quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
        }
    }

    record Bill(
            String payer,
            String payerLabel,
            BigDecimal labour,
            BigDecimal service,
            BigDecimal ownerPays,
            boolean reviewed,
            LocalDateTime at,
            List<Material> materials) {
        BigDecimal materialAmount() {
            return materials.stream().map(Material::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal total() {
            return labour.add(service).add(materialAmount());
        }
    }

    record Entry(EntryKind kind, BigDecimal amount, LocalDateTime at) {}

    /** The score of a slip is what the owner said last. */
    Optional<Call> scored() {
        return calls.stream().filter(Call::reached).reduce((first, last) -> last);
    }

    boolean late() {
        return clocks.stream().anyMatch(Clock::missed);
    }

    BigDecimal sum(EntryKind kind, LocalDateTime until) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && !entry.at().isAfter(until))
                .map(Entry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal total() {
        return bills.stream().map(Bill::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
