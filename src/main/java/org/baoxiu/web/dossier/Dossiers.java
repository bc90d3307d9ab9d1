package org.baoxiu.web.dossier;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.commitment.AddedSteps;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.fee.FeeCollection;
import org.baoxiu.fee.Fees;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.SevenSteps;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Names;
import org.baoxiu.slip.FreeFields;
import org.baoxiu.slip.Joins;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.SameRepairs;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Splits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks each room once for what it keeps of a slip, and lays it side by side. */
@Component
@Transactional(readOnly = true)
class Dossiers {

    private final Slips slips;
    private final SameRepairs repairs;
    private final Joins joins;
    private final Splits splits;
    private final Commitments commitments;
    private final Dispatch dispatch;
    private final Contractors contractors;
    private final Fees fees;
    private final FeeCollection collection;
    private final Feedback feedback;
    private final OwnerRemarks remarks;
    private final FreeFields extras;
    private final AddedSteps added;
    private final Messages messages;
    private final Photos photos;
    private final Names names;
    private final Clock clock;

    Dossiers(
            Slips slips,
            SameRepairs repairs,
            Joins joins,
            Splits splits,
            Commitments commitments,
            Dispatch dispatch,
            Contractors contractors,
            Fees fees,
            FeeCollection collection,
            Feedback feedback,
            OwnerRemarks remarks,
            FreeFields extras,
            AddedSteps added,
            Messages messages,
            Photos photos,
            Names names,
            Clock clock) {
        this.slips = slips;
        this.repairs = repairs;
        this.joins = joins;
        this.splits = splits;
        this.commitments = commitments;
        this.dispatch = dispatch;
        this.contractors = contractors;
        this.fees = fees;
        this.collection = collection;
        this.feedback = feedback;
        this.remarks = remarks;
        this.extras = extras;
        this.added = added;
        this.messages = messages;
        this.photos = photos;
        this.names = names;
        this.clock = clock;
    }

    /** @param telephones whether the reader may see them */
    public Dossier of(String number, boolean telephones) {
        Papers papers = papers(slips.get(number));
        Slip slip = papers.slip();
        Words words = new Words(names.of(papers.people()), telephones);
        return new Dossier(
                slip.number(),
                slip.state().label(),
                slip.state().ended(),
                SevenSteps.of(slip, papers.history()),
                Heading.facts(slip, words),
                Heading.remarks(slip, words),
                filled(
                        Asked.of(papers, words),
                        Extras.of(papers, words),
                        People.of(papers, words),
                        Promises.of(papers, words),
                        Extras.steps(papers, words),
                        Money.of(papers, words),
                        Signatures.of(papers, words),
                        Hands.of(papers, words),
                        Hands.contractors(
                                papers, papers.orders().isEmpty() ? List.of() : contractors.registered(), words),
                        Calls.of(papers, words),
                        Heading.accident(slip, words)),
                papers.photos().stream()
                        .map(photo -> new Dossier.Picture(
                                photo.id(), photo.kind().label(), words.by(photo.addedAt(), photo.addedBy())))
                        .toList(),
                Kin.of(papers, words),
                Chain.of(papers, words),
                filled(Told.of(papers, words), Happened.of(papers, words)));
    }

    private Papers papers(Slip slip) {
        String number = slip.number();
        List<Slip> before = repairs.before(slip);
        List<Slip> after = repairs.after(slip);
        return new Papers(
                slip,
                slips.history(number),
                commitments.of(number),
                dispatch.assignments(number),
                contractors.orders(number),
                fees.quotes(number),
                fees.bills(number),
                collection.entries(number),
                feedback.calls(number),
                remarks.of(number),
                extras.of(number),
                added.of(number),
                messages.ofSlip(number),
                photos.of(number),
                joins.joinedTo(number),
                splits.splitFrom(number),
                before,
                after,
                Stream.concat(before.stream(), after.stream())
                        .flatMap(other -> fees.bills(other.number()).stream())
                        .toList(),
                clock.instant());
    }

    private static List<Table> filled(Table... tables) {
        return Stream.of(tables).filter(table -> !table.lines().isEmpty()).toList();
    }
}
