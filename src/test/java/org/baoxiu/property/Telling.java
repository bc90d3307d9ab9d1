package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.matrix.Clause;
import org.baoxiu.shared.Names;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;

/** Whatever has changed on a slip, its history tells: by whom, under which clause, and also what the process did by itself. */
final class Telling {

    private static final Set<String> CLAUSES =
            Clause.all().stream().map(Clause::number).collect(Collectors.toSet());
    /** How the history speaks of a state that a slip has come to, whichever way it came. */
    private static final Map<SlipState, String> ARRIVALS = new EnumMap<>(Map.ofEntries(
            Map.entry(SlipState.RECEIVED, "开立维修单"),
            Map.entry(SlipState.REGISTERED, "完成登记"),
            Map.entry(SlipState.NOTIFIED, "已通知维修班领单|维修班可在任务列表里领单|退单|返修"),
            Map.entry(SlipState.PICKED_UP, "领单|派单"),
            Map.entry(SlipState.ON_SITE, "已到场|内容或价格变更"),
            Map.entry(SlipState.QUOTED, "报价合计"),
            Map.entry(SlipState.WORKING, "开始维修|继续维修"),
            Map.entry(SlipState.SUPPORT_REQUESTED, "请求技术支援"),
            Map.entry(SlipState.DEFERRED, "暂缓维修"),
            Map.entry(SlipState.FINISHED, "核定费用"),
            Map.entry(SlipState.CONFIRMED, "验收合格|核查材料使用和维修质量，合格"),
            Map.entry(SlipState.REFUSED, "业主不同意维修"),
            Map.entry(SlipState.FOLLOWED_UP, "回访结束"),
            Map.entry(SlipState.CLOSED, "维修单关闭"),
            Map.entry(SlipState.CANCELLED, "业主取消"),
            Map.entry(SlipState.MISTAKEN, "标为误登记"),
            Map.entry(SlipState.JOINED, "并入维修单")));

    private final Names names;
    private Slip before;
    private int seen;

    Telling(Names names) {
        this.names = names;
    }

    /** The lines that were added since the last call. */
    List<HistoryEntry> added(List<HistoryEntry> history) {
        return history.subList(seen, history.size());
    }

    void check(Slip slip, List<HistoryEntry> history) {
        List<HistoryEntry> added = added(history);
        assertThat(added).allSatisfy(line -> assertThat(Clause.citedIn(line.clause()))
                .as("clause")
                .isNotEmpty()
                .isSubsetOf(CLAUSES));
        if (before == null || before.state() != slip.state()) {
            tells(added, ".*(" + ARRIVALS.get(slip.state()) + ").*");
        }
        if (before != null && before.repairClass() != slip.repairClass()) {
            tells(added, "(界定|降)为" + slip.repairClass().label() + "：.*");
        }
        if (before != null && slip.technician() != null && !slip.technician().equals(before.technician())) {
            assertThat(added)
                    .as("who has it now")
                    .anyMatch(line -> line.person().equals(slip.technician())
                            || line.text().contains(names.of(slip.technician())));
        }
        if (before != null
                && slip.agreement().billedAmount() != null
                && !Objects.equals(
                        before.agreement().billedAmount(), slip.agreement().billedAmount())) {
            tells(added, ".*业主应付 " + slip.agreement().billedAmount().toPlainString() + " 元.*");
        }
        before = slip;
        seen = history.size();
    }

    private static void tells(List<HistoryEntry> added, String what) {
        assertThat(added)
                .as("what the history says")
                .extracting(HistoryEntry::text)
                .anyMatch(text -> text.matches("(?s)" + what));
    }
}
