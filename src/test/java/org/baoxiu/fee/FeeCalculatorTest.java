package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("4.3.4.4")
@DisplayName("费用计算")
class FeeCalculatorTest {

    private static final MaterialLine JOINTS = new MaterialLine("接头", new BigDecimal("2"), new BigDecimal("15.50"));

    @Test
    @DisplayName("an owner who pays all pays labour, material and the visit")
    void ownerPaysAll() {
        Amounts amounts = FeeCalculator.amounts(rule(100, "10", "30"), new BigDecimal("80"), List.of(JOINTS));
        assertThat(amounts)
                .isEqualTo(new Amounts(yuan("80.00"), yuan("31.00"), yuan("10.00"), yuan("121.00"), yuan("121.00")));
    }

    @Test
    @DisplayName("an owner without a share pays nothing, neither visit nor minimum")
    void ownerPaysNothing() {
        Amounts amounts = FeeCalculator.amounts(rule(0, "10", "30"), new BigDecimal("80"), List.of(JOINTS));
        assertThat(amounts)
                .isEqualTo(new Amounts(yuan("80.00"), yuan("31.00"), yuan("0.00"), yuan("111.00"), yuan("0.00")));
    }

    @Test
    @DisplayName("a small repair costs the minimum")
    void minimum() {
        assertThat(FeeCalculator.amounts(rule(100, "10", "30"), new BigDecimal("5"), List.of())
                        .ownerPays())
                .isEqualTo("30.00");
    }

    @Test
    @DisplayName("half of an odd fen is rounded up")
    void rounding() {
        assertThat(FeeCalculator.amounts(rule(50, "0", "0"), new BigDecimal("0.05"), List.of())
                        .ownerPays())
                .isEqualTo("0.03");
    }

    @Test
    @DisplayName("a job without labour and material, such as the look at a gas smell, is free")
    void freeJob() {
        Amounts amounts = FeeCalculator.amounts(rule(100, "10", "30"), BigDecimal.ZERO, List.of());

        assertThat(amounts.ownerPays()).isEqualTo("0.00");
        assertThat(amounts.total()).isEqualTo("0.00");
    }

    private static FeeRule rule(int share, String service, String minimum) {
        return new FeeRule("owner", "业主承担", share, new BigDecimal(service), new BigDecimal(minimum), "有偿维修");
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
