package org.baoxiu.process.repair.variables;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.util.Date;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.shared.Markdown;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all steps read of a slip: its forms, the decision tables and the gateways. */
@Component
class RecordVariables implements StepVariables {

    private static final int NOTE_LENGTH = 500;

    @Override
    public void write(Slip slip, Values values) {
        forPeople(slip, values);
        forDecisions(slip, values);
        forRouting(slip, values);
    }

    private static void forPeople(Slip slip, Values values) {
        Promise promise = Promise.of(slip);
        Classification classification = slip.severity().classification();
        // also for forms of former releases, which put their headings together themselves
        values.put("slipNumber", slip.number());
        values.put("office", slip.report().office());
        values.put("channelLabel", slip.report().channel().label());
        values.words("reporterName", slip.report().reporterName());
        values.put("reporterPhone", slip.report().reporterPhone());
        values.words("place", slip.report().place());
        values.put("areaLabel", slip.report().area().label());
        values.words("faultDescription", slip.report().fault());
        values.put("itemName", slip.item() == null ? "" : slip.item().name());
        values.put(
                "classLabel",
                classification == null ? "" : classification.repairClass().label());
        values.words("classReason", classification == null ? "" : classification.reason());
        values.put("wantedText", SlipHeading.wanted(slip));
        values.put(
                "noteText",
                slip.intake().note() == null ? "" : Markdown.plain(slip.intake().note(), NOTE_LENGTH));
        values.put("promiseText", promise.text());
        values.put("promiseDue", promise.due() == null ? "" : promise.due().toString());
        values.words("lastReason", slip.lastReason());
        values.words("visitReasonText", slip.reasons().visit());
        values.words("deferralReasonText", slip.reasons().deferral());
        values.words("helpReasonText", slip.reasons().help());
        values.put("complaintText", Markdown.plain(text(slip.reasons().complaint()), 1_000));
        values.words("improvementReasonText", slip.reasons().improvement());
    }

    private static void forDecisions(Slip slip, Values values) {
        values.put("area", code(slip.report().area()));
        values.put("itemCode", text(slip.diagnosis().itemCode()));
        values.put("inPriceList", slip.item() == null || slip.item().inPriceList());
        values.put("estimatedHours", slip.diagnosis().estimatedHours());
        values.put("emergency", slip.intake().emergency());
        values.put("lossOrInjury", slip.severity().lossOrInjury());
        values.put("repeatCount", slip.severity().repeatCount());
        values.put("underWarranty", slip.agreement().underWarranty());
        values.put("officeFault", slip.agreement().officeFault());
        values.put("noiseOrSmell", slip.diagnosis().noiseOrSmell());
        values.put("rework", slip.rework());
        values.putIfThere("assessedCause", slip.diagnosis().assessedCause());
    }

    private static void forRouting(Slip slip, Values values) {
        values.put("registrar", slip.intake().registrar());
        values.put("forcedEntry", slip.intake().forcedEntry());
        values.put("applicationMissing", slip.intake().applicationMissing());
        values.put("assessmentNeeded", slip.assessmentNeeded());
        values.put("surveyNeeded", slip.diagnosis().surveyNeeded());
        values.put("classRaised", slip.severity().raised());
        values.put(
                "skillGroup",
                slip.item() == null ? "" : Qualification.toGoTo(slip.item()).group());
        values.put("technician", slip.technician());
        values.put("inHand", slip.inHand());
        values.put(
                "visitResult",
                slip.visit().outcome() == null ? "" : code(slip.visit().outcome()));
        values.put("consentRequired", slip.consentRequired());
        values.put(
                "workResult",
                slip.work().outcome() == null ? "" : code(slip.work().outcome()));
        values.put("promisedAt", date(slip.schedule().promisedAt()));
        values.put("repairDone", slip.state() != SlipState.REFUSED);
        values.put("publicArea", slip.publicArea());
        values.put("confirmed", slip.acceptance().confirmed());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }
}
