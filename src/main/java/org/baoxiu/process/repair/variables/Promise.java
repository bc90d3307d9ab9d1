package org.baoxiu.process.repair.variables;

import java.time.Instant;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/**
 * What was said to the owner about the time, as long as it counts: about the visit until the arrival, then about the work
 * until it is finished.
 *
 * @param text empty when nothing is left to keep
 * @param due  the time in the text, or null; whether it has passed is for the form to say at the moment it is read
 */
record Promise(String text, @Nullable Instant due) {

    static Promise of(Slip slip) {
        return switch (slip.state()) {
            case RECEIVED, REGISTERED, NOTIFIED, PICKED_UP ->
                slip.visit().appointmentAt() != null
                        ? at("预约 ", slip.visit().appointmentAt(), " 上门", slip)
                        : wanted(slip);
            case ON_SITE, QUOTED, CONSENTED, WORKING, SUPPORT_REQUESTED, DEFERRED ->
                at("约定 ", slip.schedule().promisedAt(), " 维修", slip);
            case REFUSED, FINISHED, CONFIRMED, FOLLOWED_UP, CLOSED, CANCELLED, MISTAKEN, JOINED ->
                new Promise("", null);
        };
    }

    /** Words without a time bind no clock, but whoever goes has to know them. */
    private static Promise wanted(Slip slip) {
        String words = slip.intake().wantedNote();
        return words != null
                        && slip.visitExpectedAt() == null
                        && !slip.rework()
                        && !slip.intake().emergency()
                ? new Promise("业主希望的时间：" + Markdown.plain(words, 100), null)
                : at("业主要求 ", slip.visitExpectedAt(), " 上门", slip);
    }

    private static Promise at(String before, @Nullable Instant time, String after, Slip slip) {
        return time != null
                ? new Promise(before + Times.minute(time) + after, time)
                : new Promise(slip.intake().emergency() ? "紧急，请立即处理" : "尽快处理", null);
    }
}
