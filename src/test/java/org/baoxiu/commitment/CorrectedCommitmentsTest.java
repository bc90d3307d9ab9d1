package org.baoxiu.commitment;

import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.slip.SlipStory.CLERK;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Correction;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.RepairClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was registered wrongly has been put right: what is still owed is due as if it had been registered rightly. */
@DomainTest
@Tag("4.3.1")
@DisplayName("更正后的各项计时")
class CorrectedCommitmentsTest extends CommitmentStory {

    @Autowired
    private Corrections corrections;

    @Test
    @Tag("4.6.2")
    @DisplayName(
            "an emergency that was none has the time of an ordinary repair, and the other way round, from the true begin")
    void emergency() {
        notified(null, true);
        is(ARRIVAL, 3, 8, null);
        until(5);
        correct(null, false);
        is(ARRIVAL, 3, 18, null);
        until(6);
        correct(null, true);
        is(ARRIVAL, 3, 8, null);
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("what was kept or missed by then stays as it was, though nobody has noticed it yet")
    void keptOrMissed() {
        notified(null, true);
        at(5, this::pickUp);
        until(7);
        arrive();
        correct(null, false);
        is(ARRIVAL, 3, 8, 7);

        clock.restart();
        notified(null, true);
        until(9);
        correct(null, false);
        is(ARRIVAL, 3, 8, null);
    }

    @Test
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    @DisplayName("the way to the door has time until the visit that is truly wanted, and none where none is")
    void wanted() {
        notified(minute(300), false);
        is(ARRIVAL, 3, 315, null);
        until(5);
        correct(minute(180), false);
        is(ARRIVAL, 3, 195, null);
        until(6);
        correct(null, false);
        is(ARRIVAL, 3, 18, null);
    }

    @Test
    @Tag("4.2.2")
    @DisplayName(
            "the day for a daily repair is owed again where its class rested on a mistake, and the two days for an important one no more")
    void daily() {
        notified();
        at(4, () -> classify(RepairClass.IMPORTANT));
        is(ONE_DAY, -2, DAY - 2, 4);
        until(5);
        correct(null, true);
        is(ONE_DAY, -2, DAY - 2, 4);
        until(6);
        Grounds formerly = Grounds.of(slips.get(number));
        corrections.classify(number, new Classification(RepairClass.DAILY, "customerService", "价目表内", "4.2.3"), false);
        commitments.putRight(number, formerly);
        is(ONE_DAY, -2, DAY - 2, null);
        is(IMPORTANT_REPAIR, 4, 2 * DAY + 4, 6);
        until(10);
        correct(null, false);
        is(IMPORTANT_REPAIR, 4, 2 * DAY + 4, 6);
        is(REGISTRATION, -2, 1, 1);
    }

    @Test
    @Tag("4.4.2")
    @Tag("4.2.2")
    @DisplayName(
            "the day that ended with a class which a person has decided against is not owed again by any correction")
    void downgraded() {
        notified();
        at(4, () -> classify(RepairClass.IMPORTANT));
        at(5, () -> slips.downgrade(number, "半小时修得好", CLERK));
        is(ONE_DAY, -2, DAY - 2, 4);
        until(6);
        correct("3 栋 602", null, false);
        is(ONE_DAY, -2, DAY - 2, 4);
        until(7);
        correct("3 栋 602", null, true);
        is(ONE_DAY, -2, DAY - 2, 4);
        is(ARRIVAL, 3, 8, null);
        is(IMPORTANT_REPAIR, 4, 2 * DAY + 4, 5);
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("who called and where it is changes no time, though the office has other limits by now")
    void unrelated() {
        notified();
        commitments = new Commitments(
                repository,
                new LoadedCommitments(),
                slips,
                (kind, repairClass, emergency) -> limit(99, 0, 0, false),
                clerks,
                slip -> Optional.empty(),
                ServiceCalendar.aroundTheClock(clock.getZone()),
                clock);
        until(5);
        correct("3 栋 602", null, false);
        is(ARRIVAL, 3, 18, null);
        is(ONE_DAY, -2, DAY - 2, null);
        until(6);
        correct("3 栋 602", minute(180), false);
        is(ARRIVAL, 3, 195, null);
        until(7);
        correct("3 栋 602", null, true);
        is(ARRIVAL, 3, 102, null);
    }

    private void notified(Instant wanted, boolean emergency) {
        opens(Area.INSIDE);
        at(1, () -> register(registration(wanted, emergency, false)));
        at(3, () -> slips.notifyTeam(number));
    }

    private void correct(Instant wanted, boolean emergency) {
        correct(slips.get(number).report().place(), wanted, emergency);
    }

    private void correct(String place, Instant wanted, boolean emergency) {
        Correction now = Correction.of(slips.get(number));
        Grounds formerly = Grounds.of(slips.get(number));
        corrections.correct(
                number,
                new Correction(
                        now.office(),
                        now.area(),
                        now.reporterName(),
                        now.reporterPhone(),
                        place,
                        now.fault(),
                        wanted,
                        now.itemCode(),
                        emergency,
                        now.lossOrInjury()),
                false,
                "登记错了",
                CLERK);
        commitments.putRight(number, formerly);
        assertKept();
    }
}
