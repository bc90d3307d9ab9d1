package org.baoxiu.feedback;

import org.jspecify.annotations.Nullable;

/**
 * What the owner says on the phone (4.3.6, Q6, 4.1).
 *
 * @param reached         whether the owner answered; if not, the rest does not count
 * @param score           satisfaction, 1 (lowest) to 5; 0 when not reached
 * @param conductComplaint the owner complains about how the technician behaved (4.1)
 */
public record CallBackReport(
        boolean reached, boolean fixed, int score, boolean conductComplaint, @Nullable String words) {}
