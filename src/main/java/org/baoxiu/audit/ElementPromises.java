package org.baoxiu.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.jspecify.annotations.Nullable;

/** What the elements of the models have to keep, as the rooms of the processes say it. */
public interface ElementPromises {

    /** By the id of an element; one that is not there promises nothing by itself. */
    Map<String, CommitmentKind> byElement();

    /**
     * The last promise that a run of an element had to keep, of those that ran while it did.
     *
     * @param promises of the slip
     */
    default Optional<Commitment> during(
            String element, List<Commitment> promises, Instant started, @Nullable Instant ended) {
        CommitmentKind kind = byElement().get(element);
        return promises.stream()
                .filter(promise -> promise.kind() == kind)
                .filter(promise -> ended == null || !promise.startedAt().isAfter(ended))
                .filter(promise ->
                        promise.endedAt() == null || !promise.endedAt().isBefore(started))
                .max(Comparator.comparing(Commitment::startedAt));
    }
}
