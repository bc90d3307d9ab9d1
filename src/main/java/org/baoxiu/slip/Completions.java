package org.baoxiu.slip;

import java.text.DecimalFormat;
import java.time.Instant;
import java.util.Optional;
import org.baoxiu.shared.Times;

/** When a repair is expected to be finished, in the words that the owner reads beside the cost (Q4). */
public final class Completions {

    private Completions() {}

    /** The time that was given or promised; before work starts at least how long it takes once the owner agrees; never empty. */
    public static String expected(Slip slip) {
        return time(slip).map(Completions::by).orElseGet(() -> (slip.publicArea() ? "开工后" : "同意后") + brief(slip));
    }

    /** Likewise where each word counts, and where the reader knows that it waits for the consent. */
    public static String brief(Slip slip) {
        return time(slip)
                .map(at -> Times.minute(at) + " 前修好")
                .orElseGet(() -> "约 " + length(slip.diagnosis().estimatedHours()) + "修好");
    }

    /** The time that whoever does the work has given or agreed, if any. */
    public static Optional<Instant> time(Slip slip) {
        return slip.schedule().completion();
    }

    public static String by(Instant time) {
        return "预计 " + Times.minute(time) + " 前修好";
    }

    /** @param hours of work; below one they are told in minutes */
    private static String length(double hours) {
        return hours < 1
                ? Math.max(1, Math.round(hours * 60)) + " 分钟"
                : new DecimalFormat("0.##").format(hours) + " 小时";
    }
}
