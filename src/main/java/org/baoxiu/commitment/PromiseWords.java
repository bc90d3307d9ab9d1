package org.baoxiu.commitment;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.shared.TimeText;

/** How people read a promise, wherever it is shown. */
public final class PromiseWords {

    private PromiseWords() {}

    public static String limit(Commitment promise) {
        return promise.limit().isZero() ? "按约定" : TimeText.of(promise.limit());
    }

    public static String outcome(Commitment promise, Instant now) {
        if (promise.withdrawn()) {
            return "不再需要";
        }
        if (promise.ended()) {
            return promise.missed() ? TimeText.after("超时", promise.lateness().orElse(Duration.ZERO)) : "按时";
        }
        if (promise.paused()) {
            return "暂停";
        }
        Duration left = Duration.between(now, promise.dueAt());
        return promise.missedBy(now) ? TimeText.after("已超时", left) : TimeText.after("还剩", left);
    }
}
