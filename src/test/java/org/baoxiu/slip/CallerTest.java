package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import org.baoxiu.slip.Caller.Known;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("来电的人是哪张单的")
class CallerTest {

    private static final String NUMBER = "WX20261123-000017";

    @ParameterizedTest
    @Tag("4.1")
    @DisplayName("a number in any spelling, its last digits, and that of the slip find it")
    @CsvSource({
        "13800138000,138 0013 8000",
        "13800138000,+86 138-0013-8000",
        "13800138000,8000",
        "13800138000,00138000",
        "13800138000,0013800",
        "0755-26512345,26512345",
        "0755-26512345,075526512345",
        "26512345,0755-26512345",
        "0755-26512345,2651234",
        "13900000000,WX20261123-000017",
        "13900000000,20261123000017",
        "13900000000,wx20261123000017",
        "13900000000,000017",
        "13900000000,1123000017",
    })
    void found(String known, String typed) {
        assertThat(Caller.of(typed).mayBe(new Known(NUMBER, known))).isTrue();
    }

    @ParameterizedTest
    @Tag("4.1")
    @DisplayName("a few digits are the last ones of a telephone, not any; five are not enough for the number of a slip")
    @CsvSource({
        "13800138000,1380",
        "13800138000,001380",
        "13900000000,00017",
        "13900000000,000018",
        "13900000000,WX20261124-000017",
        "265123,0755265123",
        "13800138000,13800138001",
    })
    void notFound(String known, String typed) {
        assertThat(Caller.of(typed).mayBe(new Known(NUMBER, known))).isFalse();
    }

    @ParameterizedTest
    @Tag("4.1")
    @DisplayName("fewer than four digits find everybody, and are refused")
    @ValueSource(strings = {"", "800", "张三", "WX-12"})
    void tooFew(String typed) {
        Refusal.of(() -> Caller.of(typed)).invalid().says("来电号码", "4 位", "维修单号");
    }

    @Test
    @Tag("4.1")
    @DisplayName("four digits are enough")
    void four() {
        assertThat(Caller.of("8000").digits()).isEqualTo("8000");
        assertThat(Caller.of("8000").slipNumber()).isNull();
    }

    @ParameterizedTest
    @Tag("4.3.1")
    @DisplayName("the number of a slip is read with and without its letters and its dash, in full width too")
    @ValueSource(strings = {"WX20261123-000017", " wx20261123000017", "20261123-000017", "ＷＸ２０２６１１２３－００００１７"})
    void slipNumber(String typed) {
        assertThat(Caller.slipNumber(typed)).contains(NUMBER);
        assertThat(Caller.neededSlipNumber(typed)).isEqualTo(NUMBER);
        assertThat(Caller.of(typed).slipNumber()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @Tag("4.3.1")
    @DisplayName("what can be no number of a slip is refused where one is needed")
    @ValueSource(strings = {"", "WX2026112-000017", "13800138000", "XW20261123-000017"})
    void noSlipNumber(String typed) {
        assertThat(Caller.slipNumber(typed)).isEmpty();
        Refusal.of(() -> Caller.neededSlipNumber(typed)).invalid().says("维修单号", "WX20261123-000001");
    }
}
