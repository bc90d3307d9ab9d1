package org.baoxiu.web.models;

import org.baoxiu.models.LiveRequest;
import org.baoxiu.shared.Times;

/**
 * A draft that is to go live later, as the page shows it.
 *
 * @param when     at what time, or after what
 * @param approved by whom; empty as long as nobody has
 * @param toApprove whether it waits for a second person
 * @param mine     whether the reader has asked for it, and so cannot approve it
 */
record RequestLine(
        String by,
        String asked,
        String when,
        String reason,
        String clause,
        String approved,
        boolean toApprove,
        boolean mine) {

    static RequestLine of(LiveRequest request, String reader, boolean approval, People people) {
        return new RequestLine(
                people.named(request.person()),
                Times.minute(request.askedAt()),
                when(request),
                request.reason(),
                request.clause(),
                request.approvedBy() == null ? "" : people.named(request.approvedBy()),
                approval && request.approvedBy() == null,
                request.person().equals(reader));
    }

    static String when(LiveRequest request) {
        return request.liveAt() == null ? "批准以后马上上线" : "定在 " + Times.minute(request.liveAt()) + " 上线";
    }
}
