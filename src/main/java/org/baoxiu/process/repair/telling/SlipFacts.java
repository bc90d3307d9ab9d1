package org.baoxiu.process.repair.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.springframework.stereotype.Component;

/** What a message to the office may say about a slip: no names of owners, no telephone numbers. */
@Component
class SlipFacts {

    private static final int PLACE_LENGTH = 30;
    private static final int FAULT_LENGTH = 40;
    private static final int OFFICE_LENGTH = 20;

    private final Commitments commitments;
    private final Names names;
    private final Clock clock;

    SlipFacts(Commitments commitments, Names names, Clock clock) {
        this.commitments = commitments;
        this.names = names;
        this.clock = clock;
    }

    Map<String, String> of(Slip slip) {
        commitments.follow(slip.number());
        Map<String, String> facts = new HashMap<>();
        facts.put("place", Excerpt.line(slip.report().place(), PLACE_LENGTH));
        facts.put("office", Excerpt.line(slip.report().office(), OFFICE_LENGTH));
        facts.put("fault", Excerpt.line(slip.report().fault(), FAULT_LENGTH));
        facts.put("repairClass", RepairClass.labelOf(slip.repairClass()));
        facts.put("urgent", slip.intake().emergency() ? "【紧急】" : "");
        facts.put("deadline", deadline(slip));
        facts.put("technician", slip.technician() == null ? "" : names.of(slip.technician()));
        facts.put(
                "about",
                String.join(
                        "，",
                        slip.number() + "（" + facts.get("office") + " " + facts.get("place") + "）",
                        facts.get("fault"),
                        facts.get("repairClass"),
                        facts.get("deadline")));
        return facts;
    }

    /** The promise that has to be kept next, with its due time. */
    private String deadline(Slip slip) {
        if (slip.state() == SlipState.REGISTERED) {
            return arrivalIfNotifiedNow(slip);
        }
        return commitments.of(slip.number()).stream()
                .filter(clock -> !clock.ended() && !clock.kind().wholeRequest())
                .min(Comparator.comparing(Commitment::dueAt))
                .map(clock -> text(clock.dueAt(), clock.label()))
                .orElse("没有正在计时的时限");
    }

    /** The team is told how long it has from this very message on (4.6.2). */
    private String arrivalIfNotifiedNow(Slip slip) {
        Instant from = slip.intake().emergency()
                        || slip.intake().wantedAt() == null
                        || slip.intake().wantedAt().isBefore(clock.instant())
                ? clock.instant()
                : slip.intake().wantedAt();
        Optional<Instant> due = commitments.dueFrom(from, CommitmentKind.ARRIVAL, slip);
        return due.map(time -> text(time, CommitmentKind.ARRIVAL.label())).orElse("尽快到场");
    }

    private static String text(Instant due, String promise) {
        return Times.minute(due) + " 前" + promise;
    }
}
