package org.baoxiu.audit;

import java.math.BigDecimal;
import java.time.Instant;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/**
 * A slip as an event log tells of it: neither who reported it nor where anybody lives.
 *
 * @param ownerPays in yuan; null until the fee is reviewed
 * @param place     what slips of the same place have in common: the number of the first of them
 */
record LoggedSlip(
        String number,
        String office,
        Channel channel,
        Area area,
        @Nullable RepairClass repairClass,
        @Nullable String item,
        boolean emergency,
        SlipState state,
        long reworks,
        @Nullable BigDecimal ownerPays,
        Instant received,
        @Nullable Instant ended,
        @Nullable String building,
        String place) {

    /** Id of a place. */
    static String placeOf(String firstSlip) {
        return "地点 " + firstSlip;
    }

    /** What was known when it was received. */
    LogAttributes reported() {
        return new LogAttributes()
                .text("管理处", office)
                .text("渠道", channel.label())
                .text("部位", area.label())
                .time("接报", received);
    }

    /** What it has become since. */
    LogAttributes became() {
        return new LogAttributes()
                .text("类别", RepairClass.labelOf(repairClass))
                .text("项目", item)
                .truth("紧急", emergency)
                .text("状态", state.label())
                .whole("返工次数", reworks)
                .yuan("业主应付", ownerPays)
                .time("结束", ended);
    }
}
