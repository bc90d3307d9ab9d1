package org.baoxiu.monthend;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.SlipFacts.Call;
import org.baoxiu.monthend.SlipFacts.Clock;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;

/** A slip as a test tells of it; all of them are tech1's, for a tap. */
record ToldSlip(
        int serial,
        LocalDateTime received,
        LocalDateTime closed,
        String office,
        String place,
        RepairClass repairClass,
        List<Clock> clocks,
        List<Call> calls) {

    static ToldSlip slip(int serial, String received, String closedOrNull) {
        return new ToldSlip(
                serial,
                at(received),
                closedOrNull == null ? null : at(closedOrNull),
                "一号管理处",
                "3 栋 101",
                RepairClass.DAILY,
                List.of(),
                List.of());
    }

    static Clock promise(CommitmentKind kind, String due, String keptOrNull, String person) {
        return new Clock(
                kind,
                "4.6",
                at(due).minusMinutes(15),
                at(due),
                keptOrNull == null ? null : at(keptOrNull),
                person,
                false);
    }

    static Clock withdrawn(CommitmentKind kind, String due, String ended) {
        return new Clock(kind, "4.6", at(due).minusMinutes(15), at(due), at(ended), null, true);
    }

    static Call call(int score) {
        return new Call(at("2026-10-22T09:00"), "tech1", true, score, false, false);
    }

    static String number(int serial) {
        return "WX20261101-%06d".formatted(serial);
    }

    static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    ToldSlip with(Clock clock) {
        return new ToldSlip(
                serial,
                received,
                closed,
                office,
                place,
                repairClass,
                Stream.concat(clocks.stream(), Stream.of(clock)).toList(),
                calls);
    }

    ToldSlip with(Call call) {
        return new ToldSlip(
                serial,
                received,
                closed,
                office,
                place,
                repairClass,
                clocks,
                Stream.concat(calls.stream(), Stream.of(call)).toList());
    }

    ToldSlip in(String office, String place) {
        return new ToldSlip(serial, received, closed, office, place, repairClass, clocks, calls);
    }

    ToldSlip of(RepairClass repairClass) {
        return new ToldSlip(serial, received, closed, office, place, repairClass, clocks, calls);
    }

    SlipFacts facts() {
        return new SlipFacts(
                number(serial),
                received,
                closed,
                false,
                office,
                place,
                Area.INSIDE,
                Channel.PHONE,
                new SlipFacts.Item("PL-01", "更换水龙头", "plumbing", new BigDecimal("50.00")),
                repairClass,
                "tech1",
                new BigDecimal("0.50"),
                null,
                "垫圈老化",
                closed == null ? null : closed.minusMinutes(5),
                0,
                clocks,
                calls,
                List.of(),
                List.of());
    }
}
