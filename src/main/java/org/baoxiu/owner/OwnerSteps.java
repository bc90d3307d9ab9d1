package org.baoxiu.owner;

import java.time.Instant;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What an owner does without a login. Each step moves the running case at once, in the caller's transaction when there is one,
 * and is a {@link Rejection} when the case does not wait for it, or no longer.
 */
public interface OwnerSteps {

    /**
     * @param wish what the owner says about the time of the visit, or null (4.3.1.3)
     * @return the number of the new slip (S1, S2)
     */
    String report(Report report, @Nullable Wish wish);

    /** The item of the catalogue that the owner takes the fault for; the clerk finds it chosen (4.3.1.2). */
    void suggestItem(String slipNumber, String itemCode);

    /** Something that the owner adds after the report (4.3.1.2). */
    void remark(String slipNumber, String words);

    void urge(String slipNumber, String words);

    void complain(String slipNumber, String words);

    void cancel(String slipNumber, String words);

    /** Another time for a visit that is agreed, or that found nobody at home. */
    void reschedule(String slipNumber, Instant appointment);

    /**
     * Agrees to what one quote says (4.3.4.4). Whoever calls has made sure that it is the owner: by a link, {@link ConsentByLink} does.
     *
     * @param quote        the quote that the owner has seen; only the latest can be agreed to
     * @param noiseConsent also to noise and smell (4.3.4.6)
     */
    void agree(String slipNumber, long quote, Signatory signatory, boolean noiseConsent);

    /** @param another whether the owner wants another quote; otherwise nothing is repaired */
    void decline(String slipNumber, long quote, boolean another, String reason);

    /**
     * Accepts the work; the signature is kept by the caller (4.3.4.8).
     *
     * @param round            how many reworks the owner has seen
     * @param functionRestored and siteCleared are confirmed one by one (Q5)
     */
    void accept(String slipNumber, int round, Signatory signatory, boolean functionRestored, boolean siteCleared);

    void reject(String slipNumber, int round, String reason);

    /** @param score 1 (lowest) to 5 (Q6) */
    void rate(String slipNumber, boolean fixed, int score, String words);
}
