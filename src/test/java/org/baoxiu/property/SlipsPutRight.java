package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.joined;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.mistaken;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.nothing;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.baoxiu.process.repair.correction.CorrectionAnswers;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.baoxiu.property.CaseRules.SettledBefore;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Splits;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Clerks put right what they have registered wrongly, join and split slips, at whatever step the slip is (4.3.1). */
final class SlipsPutRight {

    private static final Set<SlipState> BEFORE_ARRIVAL =
            EnumSet.of(SlipState.RECEIVED, SlipState.REGISTERED, SlipState.NOTIFIED, SlipState.PICKED_UP);
    /** Whose price nobody has agreed to yet; later a dearer one is a matter of another quote. */
    private static final Set<SlipState> BEFORE_CONSENT = EnumSet.of(
            SlipState.RECEIVED, SlipState.NOTIFIED, SlipState.PICKED_UP, SlipState.ON_SITE, SlipState.QUOTED);

    /** As long as whoever repairs it can see to what was reported again. */
    private static final Set<SlipState> BEFORE_THE_END = EnumSet.of(
            SlipState.RECEIVED,
            SlipState.REGISTERED,
            SlipState.NOTIFIED,
            SlipState.PICKED_UP,
            SlipState.ON_SITE,
            SlipState.QUOTED,
            SlipState.WORKING,
            SlipState.SUPPORT_REQUESTED,
            SlipState.DEFERRED);

    private static final List<String> INSIDE = List.of("PL-01", "PL-02", "PL-03", "EL-02", "DL-05", "PL-14");
    /** What their labour costs, as far as it is in the price list. */
    private static final Map<String, Integer> YUAN =
            Map.of("PL-01", 40, "PL-02", 40, "PL-03", 50, "EL-02", 30, "DL-05", 60);

    private static final List<String> PUBLIC = List.of("PB-01", "PB-02", "AX-03", "DR-03", "EL-02");

    private final Office office;
    private final Choices choices;
    private final CaseRules rules;
    private final Staff staff;
    private final Splits splits;
    private final Consumer<String> tell;
    private final Consumer<Runnable> refuses;

    SlipsPutRight(
            Office office,
            Choices choices,
            CaseRules rules,
            Staff staff,
            Splits splits,
            Consumer<String> tell,
            Consumer<Runnable> refuses) {
        this.staff = staff;
        this.splits = splits;
        this.office = office;
        this.choices = choices;
        this.rules = rules;
        this.tell = tell;
        this.refuses = refuses;
    }

    /**
     * @param form  what differs from what the slip says
     * @param legal whether the procedure allows it now
     */
    private record Try(Map<String, Object> form, boolean legal) {}

    void happen(RepairCase repair) {
        String clerk = choices.oneOf("clerk1", "clerk2", "clerklead");
        switch (choices.mostly(60, "correct", "join", "split")) {
            case "join" -> join(repair, clerk);
            case "split" -> split(repair, clerk);
            default -> correct(repair, clerk);
        }
    }

    /** With another report about the same, which may have been received before this one (4.2.1.1): then this case ends in it. */
    private void join(RepairCase repair, String clerk) {
        Slip slip = repair.slip();
        Report report = slip.report();
        boolean first =
                choices.happens(30) && report.receivedAt().isAfter(office.now().minus(Duration.ofDays(20)));
        boolean elsewhere = choices.happens(15);
        Map<String, Object> fields = with(
                leakingTap(),
                "office",
                report.office(),
                "area",
                slip.publicArea() ? "public" : "inside",
                "place",
                elsewhere ? "99 栋 999" : report.place());
        RepairCase other = office.reports(
                clerk,
                first
                        ? with(
                                fields,
                                "receivedAt",
                                report.receivedAt().minus(Duration.ofMinutes(1)).toString())
                        : fields);
        tell.accept(clerk + " reports the same, received " + (first ? "before: " : "now: ") + other.number());
        join(repair, other, first, clerk, slip.publicArea() || !elsewhere);
        end(other, clerk);
    }

    private void join(RepairCase repair, RepairCase other, boolean otherGoesOn, String clerk, boolean samePlace) {
        Slip slip = repair.slip();
        boolean owed =
                slip.agreement().consentedAmount() != null || slip.agreement().billedAmount() != null;
        boolean legal = samePlace
                && !owed
                && (otherGoesOn
                        ? slip.accident() == null && slip.work().startedAt() == null
                        : BEFORE_THE_END.contains(slip.state()));
        ProcessInstance found = office.starts(clerk, SlipCorrectionProcess.KEY, Map.of("slipNumber", slip.number()));
        if (!legal) {
            tell.accept(clerk + " may not join " + other.number());
            refuses.accept(() -> office.answersCall(clerk, found, joined(other)));
            office.answersCall(clerk, found, nothing());
            return;
        }
        tell.accept(clerk + " joins " + other.number());
        if (!otherGoesOn) {
            rules.hearRepeat(repair, Map.of());
        }
        Slip before = repair.slip();
        office.answersCall(clerk, found, joined(other));
        repair.backgroundWorkRuns();
        other.backgroundWorkRuns();
        RepairCase ended = otherGoesOn ? repair : other;
        RepairCase kept = otherGoesOn ? other : repair;
        assertThat(ended.slip().state()).isEqualTo(SlipState.JOINED);
        assertThat(ended.slip().ties().joinedTo()).isEqualTo(kept.number());
        assertThat(ended.ended()).as("the case of the slip that ended").isTrue();
        assertThat(ended.openTasks()).isEmpty();
        assertThat(kept.ended()).as("the case of the slip that goes on").isFalse();
        assertThat(kept.slip().report().receivedAt())
                .as("the first receipt counts")
                .isBefore(ended.slip().report().receivedAt());
        if (!otherGoesOn) {
            assertThat(repair.slip().report().receivedAt())
                    .isEqualTo(before.report().receivedAt());
            assertThat(repair.slip().state()).as("the work goes on").isEqualTo(before.state());
        }
        rules.checkStep(repair, clerk);
    }

    /** The other fault gets a case of its own; whoever thinks better of it joins it again. */
    private void split(RepairCase repair, String clerk) {
        Slip slip = repair.slip();
        ProcessInstance found = office.starts(clerk, SlipCorrectionProcess.KEY, Map.of("slipNumber", slip.number()));
        if (choices.happens(25)) {
            tell.accept(clerk + " may not split off nothing");
            refuses.accept(() -> office.answersCall(clerk, found, with(CorrectionAnswers.split(), "splitFault", " ")));
            office.answersCall(clerk, found, nothing());
            return;
        }
        tell.accept(clerk + " splits off another fault");
        office.answersCall(clerk, found, CorrectionAnswers.split());
        repair.backgroundWorkRuns();
        List<Slip> all = splits.splitFrom(slip.number());
        RepairCase other = office.ofSlip(all.get(all.size() - 1).number());
        assertThat(other.number()).as("a number of its own").isNotEqualTo(slip.number());
        assertThat(other.slip().state()).isEqualTo(SlipState.RECEIVED);
        assertThat(other.slip().ties().splitFrom()).isEqualTo(slip.number());
        assertThat(other.slip().report().receivedAt())
                .as("a receipt of its own")
                .isEqualTo(office.now());
        assertThat(List.of(other.slip().report().place(), other.slip().report().reporterPhone()))
                .containsExactly(slip.report().place(), slip.report().reporterPhone());
        assertThat(repair.slip().state())
                .as("nothing happens to the first fault")
                .isEqualTo(slip.state());
        rules.checkStep(repair, clerk);
        if (choices.happens(50)) {
            join(repair, other, false, clerk, true);
        }
        end(other, clerk);
    }

    /** What becomes of the other slip is no matter of this case. */
    private void end(RepairCase other, String clerk) {
        if (!other.ended() && isMistakable(other.slip())) {
            corrects(office, clerk, other, mistaken());
        }
        staff.abandon(other);
    }

    private void correct(RepairCase repair, String clerk) {
        Slip slip = repair.slip();
        ProcessInstance found = office.starts(clerk, SlipCorrectionProcess.KEY, Map.of("slipNumber", slip.number()));
        Try attempt = attempt(slip);
        if (attempt.legal()) {
            tell.accept(clerk + " puts right " + attempt.form());
            SettledBefore settled = rules.settled(repair);
            office.answersCall(clerk, found, attempt.form());
            repair.backgroundWorkRuns();
            rules.checkCorrection(repair, clerk, attempt.form(), settled);
        } else {
            tell.accept(clerk + " may not put right " + attempt.form());
            refuses.accept(() -> office.answersCall(clerk, found, attempt.form()));
            office.answersCall(clerk, found, nothing());
        }
    }

    private Try attempt(Slip slip) {
        return switch (choices.oneOf(
                "place",
                "person",
                "telephone",
                "office",
                "fault",
                "nothing",
                "time",
                "item",
                "item",
                "item",
                "area",
                "urgent",
                "loss",
                "mistaken")) {
            case "place" ->
                new Try(
                        corrected("place", slip.report().place() + " 东"),
                        slip.report().place().length() < 150);
            case "person" ->
                new Try(
                        corrected(
                                "reporterName",
                                "王五" + slip.version(),
                                "office",
                                slip.report().office()),
                        true);
            case "telephone" ->
                slip.report().reporterPhone().equals("13900000000")
                        ? new Try(corrected(), false)
                        : new Try(corrected("reporterPhone", "13900000000"), true);
            case "office" ->
                new Try(corrected("office", slip.report().office().equals("一号管理处") ? "二号管理处" : "一号管理处"), true);
            case "area" -> area(slip);
            case "loss" -> loss(slip);
            case "fault" -> new Try(corrected("faultDescription", "其实是另一处漏水" + slip.version()), true);
            case "time" -> time(slip);
            case "item" -> item(slip);
            case "urgent" -> urgent(slip);
            case "mistaken" ->
                isMistakable(slip) && choices.happens(70)
                        ? new Try(corrected(), false)
                        : new Try(mistaken(), isMistakable(slip));
            default -> new Try(corrected(), false);
        };
    }

    private Try time(Slip slip) {
        return new Try(
                corrected("wantedAt", office.now().plus(Duration.ofHours(3)).toString()),
                BEFORE_ARRIVAL.contains(slip.state())
                        && !slip.rework()
                        && slip.visit().appointmentAt() == null);
    }

    /** With an item that is repaired in the other area. */
    private Try area(Slip slip) {
        Map<String, Object> form = slip.publicArea()
                ? corrected("area", "inside", "itemCode", "PL-01")
                : corrected("area", "public", "itemCode", "PB-01");
        return new Try(
                form,
                BEFORE_ARRIVAL.contains(slip.state())
                        && slip.work().startedAt() == null
                        && (slip.state() == SlipState.RECEIVED || !slip.intake().applicationMissing()));
    }

    private Try loss(Slip slip) {
        boolean now = slip.severity().lossOrInjury();
        return slip.intake().registeredAt() == null
                ? new Try(corrected(), false)
                : new Try(corrected("lossOrInjury", !now), !now || slip.accident() == null);
    }

    private Try item(Slip slip) {
        List<String> others = (slip.publicArea() ? PUBLIC : INSIDE)
                .stream()
                        .filter(one -> !one.equals(slip.diagnosis().itemCode()))
                        .filter(one -> isPayable(one, slip))
                        .toList();
        return others.isEmpty()
                ? new Try(corrected(), false)
                : new Try(
                        corrected("itemCode", choices.oneOf(others)),
                        slip.state() == SlipState.RECEIVED || !slip.intake().applicationMissing());
    }

    /** Whether the work can be billed by what the owner has agreed to: what costs more is a matter of another quote. */
    private static boolean isPayable(String item, Slip slip) {
        if (slip.publicArea() || BEFORE_CONSENT.contains(slip.state()) && !slip.rework()) {
            return true;
        }
        CatalogueItem agreed = slip.registeredItem();
        return !slip.rework()
                && agreed.inPriceList()
                && Objects.requireNonNullElse(
                                YUAN.get(item), agreed.labourPrice().intValue() + 1)
                        <= agreed.labourPrice().intValue();
    }

    private Try urgent(Slip slip) {
        boolean now = slip.intake().emergency();
        boolean byNature = slip.item() != null && slip.item().emergencyByNature();
        return slip.intake().registeredAt() == null
                ? new Try(corrected(), false)
                : new Try(corrected("emergency", !now), !now || !byNature);
    }

    private static boolean isMistakable(Slip slip) {
        return slip.accident() == null
                && slip.agreement().consentedAmount() == null
                && slip.agreement().billedAmount() == null
                && slip.work().startedAt() == null;
    }
}
