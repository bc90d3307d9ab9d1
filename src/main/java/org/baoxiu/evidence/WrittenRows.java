package org.baoxiu.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baoxiu.privacy.SlipIsForgotten;
import org.baoxiu.shared.Excerpt;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that one transaction has written. Each becomes a line of its slip's chain when everything else is done: several changes of a row in one
 * step are one line. What cannot be proved later is not written, since both are one transaction.
 */
final class WrittenRows implements TransactionSynchronization {

    private static final Object KEY = new Object();
    private static final int LONGEST_NOTE = 500;

    private final Rows rows;
    private final Chains chains;
    private final Verification verification;
    private final Map<Recorded, Set<String>> keys = new EnumMap<>(Recorded.class);
    private final SortedMap<String, Forgotten> forgotten = new TreeMap<>();

    private WrittenRows(Rows rows, Chains chains, Verification verification) {
        this.rows = rows;
        this.chains = chains;
        this.verification = verification;
    }

    /** Empty if it has written nothing yet. */
    static Optional<WrittenRows> ofTransaction() {
        return Optional.ofNullable((WrittenRows) TransactionSynchronizationManager.getResource(KEY));
    }

    static WrittenRows begin(Rows rows, Chains chains, Verification verification) {
        WrittenRows begun = new WrittenRows(rows, chains, verification);
        TransactionSynchronizationManager.bindResource(KEY, begun);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    void add(Recorded kind, String key) {
        keys.computeIfAbsent(kind, first -> new LinkedHashSet<>()).add(key);
    }

    /** What does not agree by then goes on not to agree: only the rest is written anew. */
    void forget(SlipIsForgotten slip) {
        // what this transaction has written until now agrees only once it has its lines
        write();
        forgotten
                .computeIfAbsent(slip.number(), number -> new Forgotten(new ArrayList<>(), verification.of(number)))
                .what
                .add(slip.what());
    }

    void write() {
        SortedMap<String, List<Draft>> drafts = new TreeMap<>();
        keys.forEach((kind, some) -> rows.of(kind, some).stream()
                .filter(row -> !forgotten.containsKey(row.chain()))
                .forEach(row -> drafts.computeIfAbsent(row.chain(), chain -> new ArrayList<>())
                        .add(new Draft(LineKind.WRITTEN, row, null))));
        forgotten.forEach((chain, slip) -> drafts.put(chain, slip.drafts(chain, rows)));
        keys.clear();
        forgotten.clear();
        if (!drafts.isEmpty()) {
            chains.add(drafts);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    /**
     * A slip that people are being taken out of.
     *
     * @param wrong what did not agree before
     */
    private record Forgotten(List<String> what, List<Finding> wrong) {

        List<Draft> drafts(String chain, Rows rows) {
            Set<String> left =
                    wrong.stream().map(Finding::row).filter(Objects::nonNull).collect(Collectors.toSet());
            List<Draft> drafts = new ArrayList<>();
            String before = wrong.isEmpty() ? "" : "；在这以前有 " + wrong.size() + " 处对不上";
            drafts.add(new Draft(LineKind.FORGOTTEN, null, Excerpt.of(String.join("；", what) + before, LONGEST_NOTE)));
            for (Recorded kind : Recorded.values()) {
                rows.ofChains(kind, List.of(chain)).stream()
                        .filter(row -> !left.contains(row.id()))
                        .forEach(row -> drafts.add(new Draft(LineKind.WRITTEN, row, null)));
            }
            return drafts;
        }
    }
}
