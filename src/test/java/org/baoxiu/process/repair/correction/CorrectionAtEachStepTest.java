package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each thing that can be put right, at each step: what it does to the promises, to the price and to what the owner has agreed to, or
 * that it is refused and changes nothing. It is about a drain for 80 yuan of labour, registered at nine.
 */
@ProcedureTest
@DisplayName("每一项更正，在每一步")
@Tag("4.3.1")
@Tag("4.6.2")
@Tag("4.3.4.4")
@Tag("long")
class CorrectionAtEachStepTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final String ITEM = "PL-04";
    private static final BigDecimal CHEAPER_BY = new BigDecimal("40.00");

    private static final Set<At> BEFORE_ARRIVAL = EnumSet.of(At.RECEIVED, At.NOTIFIED, At.PICKED_UP, At.OWNER_ABSENT);
    private static final Set<At> REGISTERED = EnumSet.complementOf(EnumSet.of(At.RECEIVED));
    private static final Set<At> REPAIRED = EnumSet.of(At.FINISHED, At.CONFIRMED, At.REVIEWED);

    @Autowired
    private Office office;

    @Autowired
    private Slips slips;

    @Autowired
    private Commitments commitments;

    /** What is said about the slip that differs from what is registered, and at which steps it is heard. */
    enum Right {
        WHO_AND_WHERE(
                EnumSet.allOf(At.class),
                "office",
                "二号管理处",
                "place",
                "3 栋 602",
                "reporterName",
                "章三",
                "reporterPhone",
                "13900000000",
                "faultDescription",
                "卫生间下水堵了"),
        WANTED_TIME(BEFORE_ARRIVAL, "wantedAt", "2026-11-23 15:00"),
        URGENT(REGISTERED, "emergency", true),
        ITEM_AT_THE_SAME_PRICE(EnumSet.allOf(At.class), "itemCode", "PL-08"),
        CHEAPER_ITEM(EnumSet.allOf(At.class), "itemCode", "PL-01"),
        DEARER_ITEM(EnumSet.allOf(At.class), "itemCode", "PL-05"),
        ITEM_OUTSIDE_THE_LIST(EnumSet.allOf(At.class), "itemCode", "PL-14"),
        LOSS(REGISTERED, "lossOrInjury", true),
        AREA(BEFORE_ARRIVAL, "area", "public", "itemCode", "PB-01");

        private final Set<At> heard;
        private final Object[] changed;

        Right(Set<At> heard, Object... changed) {
            this.heard = heard;
            this.changed = changed;
        }
    }

    /** A promise as it stands. */
    private record Stand(Instant started, Instant due, Instant ended, Instant missed) {}

    private record Money(BigDecimal agreed, boolean valid, BigDecimal billed) {

        static Money of(Slip slip) {
            return new Money(
                    slip.agreement().consentedAmount(),
                    slip.agreement().consentValid(),
                    slip.agreement().billedAmount());
        }
    }

    @BeforeEach
    void mondayMorning() {
        office.timeIs(NINE);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Right.values())
                .flatMap(right -> Arrays.stream(At.values()).map(step -> Arguments.of(right, step)));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everything")
    void is(Right right, At step) {
        RepairCase repair = step.reached(office, ITEM);
        office.timePasses(Duration.ofMinutes(1));
        Map<CommitmentKind, Stand> promises = promises(repair);
        Money money = Money.of(repair.slip());
        Instant received = repair.slip().report().receivedAt();
        int lines = slips.history(repair.number()).size();
        if (!right.heard.contains(step)) {
            Refusal.of(() -> corrects(office, "clerk1", repair, corrected(right.changed)))
                    .says(repair.number());
            assertThat(slips.history(repair.number())).hasSize(lines);
            assertThat(promises(repair)).isEqualTo(promises);
            assertThat(Money.of(repair.slip())).isEqualTo(money);
            return;
        }

        corrects(office, "clerk1", repair, corrected(right.changed));

        assertThat(repair.slip().report().receivedAt()).isEqualTo(received);
        assertThat(slips.history(repair.number()).stream().skip(lines))
                .anyMatch(line -> line.text().startsWith("更正") && line.person().equals("clerk1"));
        assertThat(promises(repair)).isEqualTo(expected(right, step, promises));
        assertThat(Money.of(repair.slip())).isEqualTo(expected(right, step, money));
        assertThat(repair.slip().repairClass())
                .isEqualTo(
                        step == At.RECEIVED
                                ? null
                                : switch (right) {
                                    case ITEM_OUTSIDE_THE_LIST -> RepairClass.IMPORTANT;
                                    case LOSS -> RepairClass.ACCIDENT;
                                    default -> RepairClass.DAILY;
                                });
    }

    /** What is over stays over; of the rest only what hangs on what was put right is due at another time. */
    private Map<CommitmentKind, Stand> expected(Right right, At step, Map<CommitmentKind, Stand> before) {
        Map<CommitmentKind, Stand> after = new TreeMap<>(before);
        switch (right) {
            case WANTED_TIME -> due(after, ARRIVAL, Instant.parse("2026-11-23T07:15:00Z"));
            case URGENT -> due(after, ARRIVAL, NINE.plus(Duration.ofMinutes(5)));
            case ITEM_OUTSIDE_THE_LIST -> {
                if (step != At.RECEIVED) {
                    ends(after, ONE_DAY);
                    starts(after, IMPORTANT_REPAIR, Duration.ofDays(2));
                    if (REPAIRED.contains(step)) {
                        ends(after, IMPORTANT_REPAIR);
                    }
                }
            }
            case LOSS -> {
                ends(after, ONE_DAY);
                starts(after, ACCIDENT_ANSWER, Duration.ofDays(2));
                starts(after, ACCIDENT_SOLUTION, Duration.ofDays(10));
            }
            default -> {}
        }
        return after;
    }

    private static void due(Map<CommitmentKind, Stand> promises, CommitmentKind kind, Instant due) {
        promises.computeIfPresent(
                kind,
                (same, stand) ->
                        stand.ended() != null ? stand : new Stand(stand.started(), due, stand.ended(), stand.missed()));
    }

    private void ends(Map<CommitmentKind, Stand> promises, CommitmentKind kind) {
        promises.computeIfPresent(
                kind,
                (same, stand) -> stand.ended() != null
                        ? stand
                        : new Stand(stand.started(), stand.due(), office.now(), stand.missed()));
    }

    private void starts(Map<CommitmentKind, Stand> promises, CommitmentKind kind, Duration limit) {
        promises.put(kind, new Stand(office.now(), office.now().plus(limit), null, null));
    }

    /** What was agreed is never more, and finished work that nobody has reviewed costs what the right item costs, if that is less. */
    private static Money expected(Right right, At step, Money before) {
        boolean cheaper = right == Right.CHEAPER_ITEM && (step == At.FINISHED || step == At.CONFIRMED);
        return cheaper
                ? new Money(before.agreed(), before.valid(), before.billed().subtract(CHEAPER_BY))
                : before;
    }

    private Map<CommitmentKind, Stand> promises(RepairCase repair) {
        List<Commitment> all = commitments.of(repair.number());
        return all.stream()
                .filter(Predicate.not(Commitment::withdrawn))
                .collect(Collectors.toMap(
                        Commitment::kind,
                        one -> new Stand(one.startedAt(), one.dueAt(), one.endedAt(), one.missedAt()),
                        (earlier, later) -> later,
                        TreeMap::new));
    }
}
