package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("4.3.4.4")
@DisplayName("材料和收费规则的数值")
class MaterialLineTest {

    @ParameterizedTest
    @CsvSource({"0", "-1", "0.0001", "10000", ","})
    @DisplayName("a quantity is positive with up to three decimals")
    void quantity(BigDecimal quantity) {
        Refusal.of(() -> new MaterialLine("电线", quantity, BigDecimal.ONE))
                .invalid()
                .says("电线", "数量");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "0.001", "1000000", ","})
    @DisplayName("a price is whole fen and not negative")
    void price(BigDecimal price) {
        Refusal.of(() -> new MaterialLine("电线", BigDecimal.ONE, price))
                .invalid()
                .says("电线", "单价");
    }

    @Test
    @DisplayName("a material has a name")
    void name() {
        Refusal.of(() -> new MaterialLine(" ", BigDecimal.ONE, BigDecimal.ONE))
                .invalid()
                .says("名称");
        Refusal.of(() -> new MaterialLine("长".repeat(101), BigDecimal.ONE, BigDecimal.ONE))
                .invalid()
                .says("100 字");
    }

    @Test
    @DisplayName("2.5 metres at 3.99 yuan are 9.98 yuan")
    void amount() {
        MaterialLine wire = new MaterialLine("电线", new BigDecimal("2.500"), new BigDecimal("3.99"));
        assertThat(wire.amount()).isEqualTo("9.98");
        assertThat(wire.describe()).isEqualTo("电线，2.5 × 3.99 元 = 9.98 元");
    }

    @Test
    @DisplayName("a share is a percentage and charges are whole fen: else the decision table is wrong, not the person")
    void rule() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(101, "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(-1, "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule(100, "-0.01"));
    }

    private static FeeRule rule(int share, String service) {
        return new FeeRule("owner", "业主承担", share, new BigDecimal(service), BigDecimal.ZERO, "有偿维修");
    }
}
