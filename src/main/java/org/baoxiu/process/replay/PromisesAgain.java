package org.baoxiu.process.replay;

import static org.baoxiu.process.form.Field.code;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Limit;
import org.baoxiu.commitment.PastPromises;
import org.baoxiu.models.ReplayCount;
import org.baoxiu.models.ReplayedTables;
import org.baoxiu.process.repair.clock.LimitAnswer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which promises would have been kept or missed by other limits (4.6, 5), what people did and when being as it was. */
@Component
@Order(2)
class PromisesAgain implements ReplayCount {

    private static final String TABLE = "serviceCommitments";

    private final PastPromises promises;

    PromisesAgain(PastPromises promises) {
        this.promises = promises;
    }

    private static final class Tally {
        private long all;
        private long was;
        private long becomes;
        private long gone;
    }

    @Override
    public long things(ReplayedTables tables) {
        return tables.changes(TABLE) ? promises.count(tables.from(), tables.until()) : 0;
    }

    @Override
    public void count(ReplayedTables tables) {
        Map<CommitmentKind, Tally> tallies = new EnumMap<>(CommitmentKind.class);
        promises.each(tables.from(), tables.until(), some -> {
            some.forEach(
                    promise -> judge(tables, promise, tallies.computeIfAbsent(promise.kind(), kind -> new Tally())));
            tables.looked(some.size());
        });
        long changed = tallies.values().stream()
                .filter(tally -> tally.was != tally.becomes || tally.gone > 0)
                .count();
        if (changed == 0) {
            tables.figure("时限：没有一项承诺的超时次数会改变。");
        }
        tallies.forEach((kind, tally) -> {
            if (tally.was != tally.becomes || tally.gone > 0) {
                tables.figure(kind.label() + "：" + tally.all + " 次中应做到未做到的 " + tally.was + " → " + tally.becomes + " 次"
                        + (tally.gone > 0 ? "，另有 " + tally.gone + " 次不再有这项承诺" : "") + "。");
            }
        });
    }

    private void judge(ReplayedTables tables, Commitment promise, Tally tally) {
        boolean was = promises.missed(promise);
        Optional<Limit> limit = limit(tables, promise);
        boolean becomes = limit.map(other -> promises.missed(promise, other)).orElse(false);
        tally.all++;
        tally.was += was ? 1 : 0;
        tally.becomes += becomes ? 1 : 0;
        tally.gone += limit.isEmpty() ? 1 : 0;
        if (was != becomes) {
            tables.changed(
                    promise.slipNumber(),
                    promise.label(),
                    was ? "超时" : "按时",
                    becomes ? "超时" : limit.isEmpty() ? "没有这项承诺" : "按时");
        }
    }

    private static Optional<Limit> limit(ReplayedTables tables, Commitment promise) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("commitment", promise.code());
        asked.put("repairClass", promise.repairClass() == null ? "" : code(promise.repairClass()));
        asked.put("emergency", promise.emergency());
        return tables.decide(TABLE, asked).map(answer -> LimitAnswer.of(promise.code(), answer));
    }
}
