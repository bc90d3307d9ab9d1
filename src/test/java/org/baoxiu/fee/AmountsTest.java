package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("金额")
class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "999999.99, 0.00, true",
        "1000000.00, 0.00, false",
        "999999.99, 999999.99, true",
        "0.00, 1000000.00, false"
    })
    @Tag("4.3.4.4")
    @DisplayName("the total and what the owner pays are each below a million yuan, or it was a slip of the pen")
    void belowAMillion(BigDecimal total, BigDecimal ownerPays, boolean payable) {
        BigDecimal none = BigDecimal.ZERO;
        assertThat(new Amounts(total, none, none, total, ownerPays).payable()).isEqualTo(payable);
    }
}
