package org.baoxiu.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.owner.ConsentByLink.Way;
import org.baoxiu.owner.OwnerView;
import org.baoxiu.owner.OwnerView.Offer;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/**
 * A slip as a client sees it: what its owner's page shows, without name and telephone. What does not apply is left out.
 *
 * @param joinedTo number of the slip about the same fault that goes on in its place
 * @param quote  waits for the owner's consent
 * @param result waits for the owner's acceptance
 * @param alike  numbers of open slips that may be about the same; only in the answer to a report
 * @param incidents what concerns many at its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Repair(
        String number,
        SlipState state,
        String stateLabel,
        boolean ended,
        @Nullable String joinedTo,
        boolean cancellable,
        String office,
        Area area,
        String place,
        String fault,
        Instant reportedAt,
        @Nullable Instant wantedAt,
        @Nullable String promise,
        @Nullable String technician,
        String completion,
        String cost,
        List<Change> changes,
        @Nullable Quote quote,
        @Nullable Result result,
        @Nullable List<String> alike,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> incidents) {

    record Change(Instant at, String text) {}

    /** @param yuan with two decimals */
    record Line(String what, String yuan) {

        static Line of(OwnerView.Line line) {
            return new Line(line.what(), decimals(line.amount()));
        }
    }

    /** @param agreedBy what it takes to agree */
    record Quote(
            long id, String plan, List<Line> lines, String payer, String owedYuan, boolean noiseOrSmell, Way agreedBy) {

        static Quote of(Offer offer, Way agreedBy) {
            return new Quote(
                    offer.quote(),
                    offer.plan(),
                    offer.lines().stream().map(Line::of).toList(),
                    offer.payer(),
                    decimals(offer.owed().amount()),
                    offer.noiseOrSmell(),
                    agreedBy);
        }
    }

    /** @param round tells it from the result before the last rework */
    record Result(int round, String workDone) {}

    /**
     * @param agreedBy    what it takes to agree to the quote that waits
     * @param alikeOrNull numbers of open slips that may be about the same
     */
    static Repair of(OwnerView view, Way agreedBy, @Nullable List<String> alikeOrNull, List<String> incidents) {
        Slip slip = view.slip();
        return new Repair(
                slip.number(),
                slip.state(),
                slip.state().label(),
                slip.state().ended(),
                slip.ties().joinedTo(),
                slip.offers(OwnersStep.CANCEL),
                slip.report().office(),
                slip.report().area(),
                slip.report().place(),
                slip.report().fault(),
                slip.report().receivedAt(),
                slip.intake().wantedAt(),
                view.promise(),
                view.technician(),
                view.completion(),
                view.cost(),
                view.changes().stream()
                        .map(change -> new Change(change.at(), change.text()))
                        .toList(),
                Optional.ofNullable(view.offer())
                        .map(offer -> Quote.of(offer, agreedBy))
                        .orElse(null),
                Optional.ofNullable(view.work())
                        .map(done -> new Result(slip.acceptance().reworks(), done))
                        .orElse(null),
                alikeOrNull,
                incidents);
    }

    private static String decimals(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
