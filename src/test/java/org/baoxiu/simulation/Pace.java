package org.baoxiu.simulation;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.ANSWER_OWNER;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.CLOSE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.PLAN_SOLUTION;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.SOLVE_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.STATE_CAUSE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SplittableRandom;
import org.baoxiu.slip.Slip;
import org.camunda.bpm.engine.task.Task;

/** When things happen: requests more by day than by night, people mostly within what was promised and sometimes late. */
final class Pace {

    /** Of the hours of a day, from midnight: how many requests come in each, in proportion. */
    private static final int[] DAY = {1, 1, 1, 1, 1, 1, 3, 6, 9, 9, 8, 7, 6, 6, 7, 8, 8, 8, 9, 9, 7, 5, 3, 2};

    /** Within which time people usually do a task. */
    private static final Map<String, Duration> USUAL = Map.ofEntries(
            Map.entry(REGISTER_REQUEST, Duration.ofSeconds(170)),
            Map.entry(OBTAIN_APPLICATION, Duration.ofHours(3)),
            Map.entry(ASSESS_FAULT, Duration.ofMinutes(4)),
            Map.entry(SURVEY_SITE, Duration.ofMinutes(6)),
            Map.entry(PICK_UP_SLIP, Duration.ofMinutes(5)),
            Map.entry(VISIT_SITE, Duration.ofMinutes(9)),
            Map.entry(RESCHEDULE_VISIT, Duration.ofMinutes(20)),
            Map.entry(QUOTE_REPAIR, Duration.ofMinutes(6)),
            Map.entry(OBTAIN_CONSENT, Duration.ofMinutes(5)),
            Map.entry(CARRY_OUT_REPAIR, Duration.ofMinutes(29)),
            Map.entry(SUPPORT_REPAIR, Duration.ofMinutes(15)),
            Map.entry(AGREE_DEFERRAL, Duration.ofMinutes(29)),
            Map.entry(ACCEPT_REPAIR, Duration.ofMinutes(5)),
            Map.entry(REPORT_RESULT, Duration.ofMinutes(4)),
            Map.entry(REVIEW_FEE, Duration.ofHours(8)),
            Map.entry(VERIFY_PUBLIC_REPAIR, Duration.ofDays(2)),
            Map.entry(CALL_BACK_OWNER, Duration.ofHours(6)),
            Map.entry(IMPROVE_SERVICE, Duration.ofHours(20)),
            Map.entry(HANDLE_IMPORTANT, Duration.ofHours(4)),
            Map.entry(ANSWER_COMPLAINT, Duration.ofHours(4)),
            Map.entry(HANDLE_ESCALATION, Duration.ofMinutes(40)),
            Map.entry(REPORT_ACCIDENT, Duration.ofHours(6)),
            Map.entry(ANSWER_OWNER, Duration.ofHours(40)),
            Map.entry(PLAN_SOLUTION, Duration.ofHours(20)),
            Map.entry(SOLVE_ACCIDENT, Duration.ofDays(7)),
            Map.entry(STATE_CAUSE, Duration.ofHours(20)),
            Map.entry(CLOSE_ACCIDENT, Duration.ofHours(20)));

    private final SplittableRandom random;

    Pace(SplittableRandom random) {
        this.random = random;
    }

    /** Some time in the days after {@code start}, which is a midnight. */
    Instant ofRequest(Instant start, int days) {
        int ticket = random.nextInt(java.util.Arrays.stream(DAY).sum());
        int hour = 0;
        while (ticket >= DAY[hour]) {
            ticket -= DAY[hour++];
        }
        return start.atZone(ZoneId.systemDefault())
                .plusDays(random.nextInt(days))
                .plusHours(hour)
                .toInstant()
                .plus(upTo(Duration.ofHours(1)));
    }

    /** When somebody does a task that has just opened; an appointment is kept at its time. */
    Instant of(Task task, Slip slip, Instant now) {
        String step = task.getTaskDefinitionKey();
        Duration usual = USUAL.get(step);
        if (slip.intake().emergency()
                && (step.equals(ASSESS_FAULT) || step.equals(PICK_UP_SLIP) || step.equals(VISIT_SITE))) {
            usual = usual.dividedBy(3);
        }
        Instant agreed = slip.visitExpectedAt();
        boolean wait = step.equals(VISIT_SITE) && !slip.intake().emergency() && agreed != null && agreed.isAfter(now);
        return (wait ? agreed : now).plus(delay(usual));
    }

    private Duration delay(Duration usual) {
        int luck = random.nextInt(1000);
        if (luck < 6) {
            return Duration.ofHours(10).plus(upTo(Duration.ofDays(16)));
        }
        return luck < 70
                ? usual.plus(upTo(usual.multipliedBy(5)))
                : usual.dividedBy(10).plus(upTo(usual.multipliedBy(9).dividedBy(10)));
    }

    /** Not a whole number of seconds or minutes: what is done in the very moment in which it is due says nothing. */
    Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
    }
}
