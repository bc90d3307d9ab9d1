package org.baoxiu.owner;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.baoxiu.photo.Photo;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.OwnerRemark;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/**
 * A slip as its owner's page shows it; what does not apply is null.
 *
 * @param promise what has to be done next, by when and how much time is left
 * @param work    what was done, while it waits for the owner's acceptance
 * @param remarks what the owner has added, with the office's answers
 * @param photos  of all kinds
 */
public record OwnerView(
        Slip slip,
        SevenSteps steps,
        @Nullable String promise,
        @Nullable String technician,
        String completion,
        String cost,
        List<Change> changes,
        @Nullable Offer offer,
        @Nullable String work,
        Rating rating,
        List<OwnerRemark> remarks,
        List<Photo> photos) {

    /** Something new about the time or the cost. */
    public record Change(Instant at, String text) {

        public String time() {
            return Times.minute(at);
        }
    }

    public record Line(String what, BigDecimal amount) {

        public String yuan() {
            return Yuan.text(amount);
        }
    }

    /** A quote that waits for the owner's answer (4.3.4.4, 4.3.4.6). */
    public record Offer(long quote, String plan, List<Line> lines, String payer, Line owed, boolean noiseOrSmell) {}

    /**
     * @param awaited whether the owner may rate, after a call or in place of one that did not get through (4.3.6, Q6)
     * @param score   what the owner said last, or null
     */
    public record Rating(boolean awaited, boolean repaired, @Nullable Integer score) {}

    public String state() {
        return slip.state().label();
    }

    public String telephone() {
        return Telephones.masked(slip.report().reporterPhone());
    }

    public boolean open() {
        return !slip.state().ended();
    }

    /** @param step by its name, for the page */
    public boolean offers(String step) {
        return slip.offers(OwnersStep.valueOf(step));
    }

    public List<Photo> reported() {
        return of(PhotoKind.REPORT);
    }

    public List<Photo> before() {
        return of(PhotoKind.BEFORE);
    }

    public List<Photo> after() {
        return of(PhotoKind.AFTER);
    }

    private List<Photo> of(PhotoKind kind) {
        return photos.stream().filter(photo -> photo.kind() == kind).toList();
    }
}
