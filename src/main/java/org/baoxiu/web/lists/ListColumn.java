package org.baoxiu.web.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baoxiu.lists.SlipOrder;
import org.jspecify.annotations.Nullable;

/** A column that a list of slips may have, from left to right. */
enum ListColumn {
    NUMBER("单号", SlipOrder.NUMBER),
    OFFICE("管理处", SlipOrder.OFFICE),
    PLACE("地点", SlipOrder.PLACE),
    FAULT("故障", null),
    ITEM("维修项目", null),
    CLASS("类别", SlipOrder.CLASS),
    STATE("步骤", SlipOrder.STATE),
    TECHNICIAN("维修人员", null),
    PROMISE("时限", SlipOrder.PROMISE),
    RECEIVED("报修时间", SlipOrder.RECEIVED),
    AGE("已过", null),
    CALLS("催办/投诉", null),
    CLOSED("结束时间", SlipOrder.CLOSED),
    REPORTER("报修人", null);

    private static final List<ListColumn> OPEN = List.of(NUMBER, PLACE, FAULT, CLASS, STATE, TECHNICIAN, PROMISE, AGE);
    private static final List<ListColumn> ENDED =
            List.of(NUMBER, PLACE, FAULT, CLASS, STATE, TECHNICIAN, RECEIVED, CLOSED);

    private final String label;
    private final @Nullable SlipOrder orderOrNull;

    ListColumn(String label, @Nullable SlipOrder orderOrNull) {
        this.label = label;
        this.orderOrNull = orderOrNull;
    }

    public String label() {
        return label;
    }

    /** What its heading sorts by; empty where that would say nothing. */
    Optional<SlipOrder> order() {
        return Optional.ofNullable(orderOrNull);
    }

    boolean in(boolean ended) {
        return ended ? this != PROMISE && this != AGE : this != CLOSED;
    }

    /** What somebody gets who has chosen nothing. */
    static List<ListColumn> usual(boolean ended) {
        return ended ? ENDED : OPEN;
    }

    static List<ListColumn> offered(boolean ended) {
        return Arrays.stream(values()).filter(column -> column.in(ended)).toList();
    }
}
