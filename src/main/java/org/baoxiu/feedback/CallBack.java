package org.baoxiu.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One call to one owner and what followed from it (4.3.6, S7, Q6).
 *
 * @param technician who had the slip when the work that the owner judges was finished
 * @param round      reworks of the slip before the call: attempts are counted within a round
 * @param score      1–5, or 0 when the owner was not reached
 * @param followUp   null until decided, as is its reason
 * @param retryAt    when to call again; only where the follow-up is another call
 */
public record CallBack(
        @Id @Nullable Long id,
        String slipNumber,
        int round,
        Instant calledAt,
        String calledBy,
        @Nullable String technician,
        boolean reached,
        boolean fixed,
        int score,
        boolean conductComplaint,
        @Nullable String words,
        @Nullable FollowUp followUp,
        @Nullable String followUpReason,
        @Nullable Instant retryAt) {

    CallBack followedBy(FollowUp decision, String reason, @Nullable Instant retry) {
        return new CallBack(
                id,
                slipNumber,
                round,
                calledAt,
                calledBy,
                technician,
                reached,
                fixed,
                score,
                conductComplaint,
                words,
                decision,
                reason,
                retry);
    }
}
