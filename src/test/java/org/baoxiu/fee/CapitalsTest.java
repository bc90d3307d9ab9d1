package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("人民币大写")
@Tag("4.3.1.4")
class CapitalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "10, 壹拾元整",
        "10.05, 壹拾元零伍分",
        "101.01, 壹佰零壹元零壹分",
        "80.00, 捌拾元整",
        "1680.32, 壹仟陆佰捌拾元零叁角贰分",
        "10000, 壹万元整",
        "10000.05, 壹万元零伍分",
        "107000.53, 壹拾万零柒仟元零伍角叁分",
        "1000000.10, 壹佰万元零壹角整",
        "100000001, 壹亿零壹元整",
        "999999999999.99, 玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
        "-12.30, 负壹拾贰元叁角整"
    })
    void amountsAreWrittenAsOnCheques(BigDecimal yuan, String words) {
        assertThat(Capitals.of(yuan)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.004, 零元整", "0.005, 壹分", "-0.001, 零元整", "9.995, 壹拾元整"})
    void whatIsLessThanAFenIsRoundedHalfUp(BigDecimal yuan, String words) {
        assertThat(Capitals.of(yuan)).isEqualTo(words);
    }

    @Test
    void aTrillionIsTooMuch() {
        assertThatThrownBy(() -> Capitals.of(new BigDecimal("999999999999.995")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
