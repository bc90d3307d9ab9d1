package org.baoxiu.process.repair.correction;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Submission;
import org.baoxiu.slip.Correction;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A slip as the form shows it, by the names of the fields. Others go on with the slip while somebody fills in the form: only what
 * differs from what was shown was changed by that person, the rest stays as it is by then.
 */
record ShownSlip(Map<String, Object> fields) {

    /** As somebody could have typed it, with the year: what has passed meanwhile is not taken for next year's. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static ShownSlip of(Correction slip) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(SlipCorrectionProcess.OFFICE.name(), slip.office());
        fields.put(SlipCorrectionProcess.AREA.name(), code(slip.area()));
        fields.put(SlipCorrectionProcess.PLACE.name(), slip.place());
        fields.put(SlipCorrectionProcess.REPORTER_NAME.name(), slip.reporterName());
        fields.put(SlipCorrectionProcess.REPORTER_PHONE.name(), slip.reporterPhone());
        fields.put(SlipCorrectionProcess.FAULT.name(), slip.fault());
        fields.put(SlipCorrectionProcess.WANTED_AT.name(), typed(slip.wantedAt()));
        fields.put(SlipCorrectionProcess.ITEM_CODE.name(), Objects.requireNonNullElse(slip.itemCode(), ""));
        fields.put(SlipCorrectionProcess.EMERGENCY.name(), slip.emergency());
        fields.put(SlipCorrectionProcess.LOSS_OR_INJURY.name(), slip.lossOrInjury());
        return new ShownSlip(fields);
    }

    private static String typed(@Nullable Instant time) {
        return time == null ? "" : TYPED.format(time.atZone(ZoneId.systemDefault()));
    }

    static ShownSlip of(String kept) {
        SpinJsonNode json = Spin.JSON(kept);
        Map<String, Object> fields = new HashMap<>();
        json.fieldNames().forEach(name -> fields.put(name, json.prop(name).value()));
        return new ShownSlip(fields);
    }

    String kept() {
        return Spin.JSON(fields).toString();
    }

    /** What the slip should say: of each field what was typed, or where nobody has touched it what the slip says now. */
    Correction corrected(Submission in, Correction present, boolean registered) {
        Correction typed = new Correction(
                in.need(SlipCorrectionProcess.OFFICE),
                in.need(SlipCorrectionProcess.AREA),
                in.need(SlipCorrectionProcess.REPORTER_NAME),
                in.need(SlipCorrectionProcess.REPORTER_PHONE),
                in.need(SlipCorrectionProcess.PLACE),
                in.need(SlipCorrectionProcess.FAULT),
                in.orNull(SlipCorrectionProcess.WANTED_AT),
                in.orNull(SlipCorrectionProcess.ITEM_CODE),
                registered ? in.ticked(SlipCorrectionProcess.EMERGENCY) : present.emergency(),
                registered ? in.ticked(SlipCorrectionProcess.LOSS_OR_INJURY) : present.lossOrInjury());
        Map<String, Object> now = ShownSlip.of(typed).fields();
        Touched touched = field -> !Objects.equals(now.get(field.name()), fields.get(field.name()));
        return new Correction(
                touched.or(SlipCorrectionProcess.OFFICE, typed, present, Correction::office),
                touched.or(SlipCorrectionProcess.AREA, typed, present, Correction::area),
                touched.or(SlipCorrectionProcess.REPORTER_NAME, typed, present, Correction::reporterName),
                touched.or(SlipCorrectionProcess.REPORTER_PHONE, typed, present, Correction::reporterPhone),
                touched.or(SlipCorrectionProcess.PLACE, typed, present, Correction::place),
                touched.or(SlipCorrectionProcess.FAULT, typed, present, Correction::fault),
                touched.orNull(SlipCorrectionProcess.WANTED_AT, typed, present, Correction::wantedAt),
                touched.orNull(SlipCorrectionProcess.ITEM_CODE, typed, present, Correction::itemCode),
                touched.or(SlipCorrectionProcess.EMERGENCY, typed, present, Correction::emergency),
                touched.or(SlipCorrectionProcess.LOSS_OR_INJURY, typed, present, Correction::lossOrInjury));
    }

    private interface Touched {

        boolean test(Field<?> field);

        default <T> T or(Field<?> field, Correction typed, Correction present, Function<Correction, T> part) {
            return part.apply(test(field) ? typed : present);
        }

        default <T> @Nullable T orNull(
                Field<?> field, Correction typed, Correction present, Function<Correction, @Nullable T> part) {
            return Optional.ofNullable(part.apply(test(field) ? typed : present))
                    .orElse(null);
        }
    }
}
