package org.baoxiu.web.dossier;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.baoxiu.commitment.AddedStep;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.dispatch.Assignment;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.FeeEntry;
import org.baoxiu.fee.Quote;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Recipient;
import org.baoxiu.photo.Photo;
import org.baoxiu.slip.FreeField;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.OwnerRemark;
import org.baoxiu.slip.Slip;

/**
 * A slip with what each room keeps of it, each list in the order in which it came about.
 *
 * @param extras answers to fields that the process owner has added to forms
 * @param added  steps that the process owner has added
 * @param joined slips that have ended in this one
 * @param split  slips that were split from this one
 * @param before repairs that this one follows closely
 * @param after  repairs that follow this one closely
 * @param others bills of these two
 * @param now    when it was looked at
 */
record Papers(
        Slip slip,
        List<HistoryEntry> history,
        List<Commitment> promises,
        List<Assignment> assignments,
        List<ContractorOrder> orders,
        List<Quote> quotes,
        List<Bill> bills,
        List<FeeEntry> entries,
        List<CallBack> calls,
        List<OwnerRemark> remarks,
        List<FreeField> extras,
        List<AddedStep> added,
        List<Message> messages,
        List<Photo> photos,
        List<Slip> joined,
        List<Slip> split,
        List<Slip> before,
        List<Slip> after,
        List<Bill> others,
        Instant now) {

    /** Everybody whom the papers name by login name. */
    Set<String> people() {
        Set<String> people = new HashSet<>();
        history.forEach(entry -> people.add(entry.person()));
        promises.forEach(promise -> {
            people.add(promise.technician());
            people.add(promise.clerk());
        });
        assignments.forEach(assignment -> {
            people.add(assignment.technician());
            people.add(assignment.assignedBy());
        });
        remarks.forEach(remark -> people.add(remark.answeredBy()));
        extras.forEach(extra -> people.add(extra.person()));
        added.forEach(step -> people.add(step.person()));
        messages.forEach(message -> {
            people.add(message.toldBy());
            if (message.to().kind() == Recipient.Kind.PERSON) {
                people.add(message.to().name());
            }
        });
        photos.forEach(photo -> people.add(photo.addedBy()));
        calls.forEach(call -> people.add(call.technician()));
        before.forEach(former -> people.add(former.technician()));
        after.forEach(later -> people.add(later.technician()));
        people.add(slip.intake().openedBy());
        people.add(slip.technician());
        people.removeIf(Objects::isNull);
        return people;
    }
}
