package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("4.3.4.4")
@DisplayName("费用清单上“业主应付”后面的说明")
class CostSheetTest {

    @ParameterizedTest(name = "{0} {1}%，应付 {2}：{3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            owner,  100, 121.00, -
            owner,  100,  30.00, （按最低收费）
            owner,  100,  30.01, -
            owner,   50,  60.50, （合计的 50%）
            owner,   50,  30.00, （按最低收费）
            office,   0,   0.00, -
            office,   0,  91.00, （返修前已核定的金额，返修不另收费）
            """)
    void remark(String payer, int share, BigDecimal ownerPays, String remark) {
        FeeRule rule = new FeeRule(payer, "付费方", share, new BigDecimal("10.00"), new BigDecimal("30.00"), "原因");
        String sheet = new CostSheet().sum(rule, amounts(ownerPays)).markdown();

        assertThat(sheet).contains("上门服务费：10.00 元", "合计：121.00 元", "付费方：付费方（原因）");
        assertThat(sheet.lines().reduce((first, last) -> last).orElseThrow())
                .isEqualTo("- 业主应付：**%s 元**%s".formatted(ownerPays, remark == null ? "" : remark));
    }

    private static Amounts amounts(BigDecimal ownerPays) {
        return new Amounts(
                new BigDecimal("80.00"),
                new BigDecimal("31.00"),
                new BigDecimal("10.00"),
                new BigDecimal("121.00"),
                ownerPays);
    }
}
