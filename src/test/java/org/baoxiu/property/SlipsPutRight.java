package org.baoxiu.property;

import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.mistaken;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.nothing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Clerks put right what they have registered wrongly, at whatever step the slip is (4.3.1). */
final class SlipsPutRight {

    private static final Set<SlipState> BEFORE_ARRIVAL =
            EnumSet.of(SlipState.RECEIVED, SlipState.REGISTERED, SlipState.NOTIFIED, SlipState.PICKED_UP);
    /** Whose price nobody has agreed to yet; later a dearer one is a matter of another quote. */
    private static final Set<SlipState> BEFORE_CONSENT = EnumSet.of(
            SlipState.RECEIVED, SlipState.NOTIFIED, SlipState.PICKED_UP, SlipState.ON_SITE, SlipState.QUOTED);

    private static final List<String> INSIDE = List.of("PL-01", "PL-02", "PL-03", "EL-02", "DL-05", "PL-14");
    private static final List<String> PUBLIC = List.of("PB-01", "PB-02", "AX-03", "DR-03", "EL-02");

    private final Office office;
    private final Choices choices;
    private final CaseRules rules;
    private final Consumer<String> tell;
    private final Consumer<Runnable> refuses;

    SlipsPutRight(Office office, Choices choices, CaseRules rules, Consumer<String> tell, Consumer<Runnable> refuses) {
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
        Slip slip = repair.slip();
        String clerk = choices.oneOf("clerk1", "clerk2", "clerklead");
        ProcessInstance found = office.starts(clerk, SlipCorrectionProcess.KEY, Map.of("slipNumber", slip.number()));
        Try attempt = attempt(slip);
        if (attempt.legal()) {
            tell.accept(clerk + " puts right " + attempt.form());
            office.answersCall(clerk, found, attempt.form());
            repair.backgroundWorkRuns();
            rules.checkCorrection(repair, clerk, attempt.form());
        } else {
            tell.accept(clerk + " may not put right " + attempt.form());
            refuses.accept(() -> office.answersCall(clerk, found, attempt.form()));
            office.answersCall(clerk, found, nothing());
        }
    }

    private Try attempt(Slip slip) {
        return switch (choices.oneOf(
                "place", "person", "fault", "nothing", "time", "item", "item", "urgent", "mistaken")) {
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

    private Try item(Slip slip) {
        String now = slip.diagnosis().itemCode();
        String item = choices.oneOf((slip.publicArea() ? PUBLIC : INSIDE)
                .stream().filter(one -> !one.equals(now)).toList());
        boolean free = slip.publicArea() || BEFORE_CONSENT.contains(slip.state()) && !slip.rework();
        return !free
                ? new Try(corrected(), false)
                : new Try(
                        corrected("itemCode", item),
                        slip.state() == SlipState.RECEIVED || !slip.intake().applicationMissing());
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
