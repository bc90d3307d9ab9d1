package org.baoxiu.process.replay;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baoxiu.models.ReplayCount;
import org.baoxiu.models.ReplayedTables;
import org.baoxiu.models.ReplayedTables.Taken;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which slips would have had another class in the end (4.2): a class goes up by what is decided and never down. */
@Component
@Order(1)
class ClassesAgain implements ReplayCount {

    private static final String TABLE = "repairClassification";
    private static final String NONE = "没有一行回答";

    private final Counted counted;

    ClassesAgain(Counted counted) {
        this.counted = counted;
    }

    private record Ends(@Nullable RepairClass was, @Nullable RepairClass becomes, boolean unanswered) {

        Ends then(RepairClass decided, Optional<RepairClass> again) {
            return new Ends(
                    higher(was, decided),
                    again.map(found -> higher(becomes, found)).orElse(becomes),
                    unanswered || again.isEmpty());
        }

        private static RepairClass higher(@Nullable RepairClass one, RepairClass other) {
            return one == null || other.above(one) ? other : one;
        }

        String words() {
            return unanswered || becomes == null ? NONE : becomes.label();
        }
    }

    @Override
    public long things(ReplayedTables tables) {
        return tables.changes(TABLE) ? counted.decisions(TABLE, tables) : 0;
    }

    @Override
    public void count(ReplayedTables tables) {
        Map<String, Ends> slips = new HashMap<>();
        tables.taken(TABLE, some -> {
            some.forEach(one -> classOf(one.outputs())
                    .ifPresent(was -> slips.merge(
                            one.slip(),
                            new Ends(null, null, false).then(was, again(tables, one)),
                            (before, first) -> before.then(was, again(tables, one)))));
            tables.looked(some.size());
        });
        Map<String, Long> ways = new TreeMap<>();
        slips.forEach((slip, ends) -> {
            String was = ends.was() == null ? NONE : ends.was().label();
            if (!was.equals(ends.words())) {
                ways.merge(was + " → " + ends.words(), 1L, Long::sum);
                tables.changed(slip, "类别", was, ends.words());
            }
        });
        long changed = ways.values().stream().mapToLong(Long::longValue).sum();
        tables.figure(slips.size() + " 件中有 " + changed + " 件会改变类别"
                + (ways.isEmpty() ? "。" : "：" + Counted.sentence(ways, " 件")));
    }

    private static Optional<RepairClass> again(ReplayedTables tables, Taken one) {
        return tables.decide(TABLE, one.inputs()).flatMap(ClassesAgain::classOf);
    }

    private static Optional<RepairClass> classOf(Map<String, Object> answer) {
        return Optional.ofNullable(answer.get("repairClass"))
                .map(code -> RepairClass.valueOf(code.toString().toUpperCase(Locale.ROOT)));
    }
}
