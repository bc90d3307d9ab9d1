package org.baoxiu.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What owners do themselves, or by telephone, as the history of a slip says it. A line is the first of these that fits; its words are
 * only looked at, they are nowhere told.
 */
enum OwnerEvent {
    URGED("业主催办", begins("业主催办：")),
    COMPLAINED("业主投诉", begins("业主投诉：")),
    ASKED("业主问进度", begins("业主来电问进度")),
    ADDED("业主补充", begins("业主补充：") + " or " + begins("业主留言：")),
    WANTED_ANOTHER_QUOTE("业主要求调整报价", begins("业主要求调整报价：")),
    REFUSED("业主不同意维修", begins("业主不同意维修：")),
    NOT_ACCEPTED("业主验收不合格", begins("业主验收不合格：")),
    CANCELLED("业主取消", begins("业主取消：")),
    RATED("业主在网页上评价", begins("业主在网页上评价 ")),
    CONSENTED("业主同意报价", "h.clause like '4.3.4.4%' and h.text like '% 同意维修内容和金额%'"),
    ACCEPTED("业主验收合格", "h.clause = '4.3.4.8' and h.text like '% 验收合格并签字'");

    private final String label;
    private final String condition;

    OwnerEvent(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    String label() {
        return label;
    }

    /** Names the event of {@code history_entry h}; null for a line that is none. */
    static String sql() {
        return Arrays.stream(values())
                .map(event -> "when " + event.condition + " then '" + event.name() + "'")
                .collect(Collectors.joining(" ", "case ", " end"));
    }

    private static String begins(String words) {
        return "h.text like '" + words + "%'";
    }
}
