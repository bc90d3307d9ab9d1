package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.baoxiu.slip.SlipAt.NUMBER;
import static org.baoxiu.slip.SlipAt.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.baoxiu.shared.Plausible;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that cannot be meant are refused by the record itself, by whatever door they come in. */
@DisplayName("不可能的时间")
@Tag("found:D3")
class PlausibleTest {

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-22T09:00", "1926-11-28T09:00", "0026-11-28T09:00", "-0001-11-28T09:00"})
    @DisplayName("what was received more than a year ago was typed wrong, whatever the reason")
    void receivedInAnotherYear(String time) {
        Refusal.of(() -> open(at(time), "补记")).invalid().says("收到时间", "核对年份");
    }

    @Test
    @DisplayName("what was received more than thirty days ago needs a reason")
    void receivedLongAgo() {
        Instant longAgo = NINE.minus(Duration.ofDays(31));
        Refusal.of(() -> open(longAgo, null)).invalid().says("2026年10月23日 09:00", "补记原因");
        Refusal.of(() -> open(longAgo, "\u00A0")).invalid().says("补记原因");
        assertThat(open(longAgo, "信函寄错了").report().receivedAt()).isEqualTo(longAgo);
        assertThat(open(NINE.minus(Duration.ofDays(30)), null).report().receivedAt())
                .isEqualTo(NINE.minus(Duration.ofDays(30)));
    }

    @Test
    @DisplayName("nothing is received in the future, and no extreme of a clock is an error of the program")
    void receivedInTheFuture() {
        Refusal.of(() -> open(at("2126-11-23T09:00"), null)).invalid().says("2126年11月23日", "不能晚于现在");
        Refusal.of(() -> open(Instant.MAX, null)).invalid().says("不能晚于现在");
        Refusal.of(() -> open(Instant.MIN, "补记")).invalid().says("核对年份");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2126-12-08T09:00", "9999-12-31T09:00", "2027-11-23T09:01", "+999999999-01-01T09:00"})
    @DisplayName("what is wished or promised lies within a year")
    void tooFarAhead(String time) {
        Refusal.of(() -> register(at(time))).invalid().says(NUMBER, "希望上门时间", "要在一年以内");
        Refusal.of(() -> SlipAt.pickedUp().dispatching().reschedule(at(time), NINE))
                .invalid()
                .says(NUMBER, "预约上门时间", "要在一年以内");
        Refusal.of(() -> deferred().repairing().promise(at(time), NINE))
                .invalid()
                .says(NUMBER, "约定维修时间", "要在一年以内");
        Refusal.of(() -> SlipAt.working().repairing().expect(at(time), NINE))
                .invalid()
                .says(NUMBER, "新的完成时间", "要在一年以内");
        Refusal.of(() -> SlipAt.working().repairing().approve(at(time), NINE))
                .invalid()
                .says(NUMBER, "批准的完成时间", "要在一年以内");
        Refusal.of(() -> Plausible.ahead("希望上门时间", at(time), NINE)).invalid().says("要在一年以内");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T09:00", "2026-11-23T09:00", "0026-11-23T09:00"})
    @DisplayName("what is wished or promised lies ahead")
    void over(String time) {
        Refusal.of(() -> register(at(time))).invalid().says(NUMBER, "希望上门时间", "要晚于现在");
        Refusal.of(() -> SlipAt.pickedUp().dispatching().reschedule(at(time), NINE))
                .invalid()
                .says("要晚于现在");
        Refusal.of(() -> deferred().repairing().promise(at(time), NINE))
                .invalid()
                .says("要晚于现在");
        Refusal.of(() -> SlipAt.working().repairing().expect(at(time), NINE))
                .invalid()
                .says("要晚于现在");
    }

    @Test
    @DisplayName("a year ahead is possible")
    void aYearAhead() {
        Instant time = at("2027-11-23T09:00");
        assertThat(register(time).intake().wantedAt()).isEqualTo(time);
    }

    @Test
    @DisplayName("a written application is of the last year")
    void application() {
        Refusal.of(() -> SlipAt.registered(true)
                        .registering()
                        .recordApplication(new EntryApplication("张三", "12 号", TODAY.withYear(26)), NINE))
                .invalid()
                .says(NUMBER, "0026年11月23日", "核对年份");
    }

    private static Slip open(Instant received, String reason) {
        return Slip.open(
                NUMBER,
                new Report("一号管理处", Channel.LETTER, Area.INSIDE, "张三", "13800000000", "1 栋 101", "水管漏水", received),
                null,
                reason,
                NINE,
                CLERK);
    }

    private static Slip register(Instant wanted) {
        Slip slip = SlipAt.received();
        slip.registering()
                .register(SlipStory.registration("PL-01", wanted, false, false, false, false, false, null), NINE);
        return slip;
    }

    private static Slip deferred() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.DEFER, "等配件", NINE);
        return slip;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SlipAt.ZONE).toInstant();
    }
}
