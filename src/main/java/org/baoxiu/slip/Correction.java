package org.baoxiu.slip;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * What a slip should say of the report and the registration (4.3.1).
 *
 * @param wantedAt     null for as soon as possible
 * @param itemCode     null while none is chosen
 * @param lossOrInjury see {@link Severity#lossOrInjury()}
 */
public record Correction(
        String office,
        Area area,
        String reporterName,
        String reporterPhone,
        String place,
        String fault,
        @Nullable Instant wantedAt,
        @Nullable String itemCode,
        boolean emergency,
        boolean lossOrInjury) {

    /**
     * One thing that is put right.
     *
     * @param clause   under which it was registered
     * @param formerly as it stood before, empty for nothing
     * @param now      likewise since
     */
    public record Change(String what, String clause, String formerly, String now) {

        static final String WANTED = "希望上门时间";

        private boolean isOne() {
            return !formerly.equals(now);
        }

        String text() {
            return "更正" + what + "：" + shown(formerly) + " → " + shown(now);
        }

        private static String shown(String text) {
            return text.isEmpty() ? "（未填）" : text;
        }
    }

    /** What the slip says now. */
    public static Correction of(Slip slip) {
        Report report = slip.report();
        return new Correction(
                report.office(),
                report.area(),
                report.reporterName(),
                report.reporterPhone(),
                report.place(),
                report.fault(),
                slip.intake().wantedAt(),
                slip.diagnosis().itemCode(),
                slip.intake().emergency(),
                slip.severity().lossOrInjury());
    }

    Report report(Report before) {
        return new Report(
                office, before.channel(), area, reporterName, reporterPhone, place, fault, before.receivedAt());
    }

    public boolean changesItem(Correction from) {
        return !Objects.equals(itemCode, from.itemCode);
    }

    boolean changesPlace(Correction from) {
        return !office.equals(from.office) || !place.equals(from.place);
    }

    /** Whether item and class have to be decided again. */
    public boolean changesDecisions(Correction from) {
        return changesItem(from) || area != from.area || lossOrInjury != from.lossOrInjury;
    }

    /** In the order of the form. */
    List<Change> since(Correction from) {
        return Stream.of(
                        new Change("管理处", "4.3.1.1", from.office, office),
                        new Change("部位", "4.5.1、4.5.2", from.area.label(), area.label()),
                        new Change("地点", "4.3.1.1", from.place, place),
                        new Change("报修人", "4.3.1.1", from.reporterName, reporterName),
                        new Change("联系电话", "4.3.1.1", from.reporterPhone, reporterPhone),
                        new Change("故障情况", "4.3.1.2", from.fault, fault),
                        new Change("维修项目", "4.3.1.2", text(from.itemCode), text(itemCode)),
                        new Change("紧急", "4.6.2", text(from.emergency), text(emergency)),
                        new Change("重大损失或人员受伤", "4.2.1.2", text(from.lossOrInjury), text(lossOrInjury)),
                        new Change(Change.WANTED, "4.3.1.3", text(from.wantedAt), text(wantedAt)))
                .filter(Change::isOne)
                .toList();
    }

    private static String text(@Nullable String code) {
        return code == null ? "" : code;
    }

    private static String text(boolean ticked) {
        return ticked ? "是" : "否";
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "" : Times.minute(time);
    }
}
