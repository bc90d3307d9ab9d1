package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.baoxiu.testing.TypedNumbers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("手写的数字")
class TypedNumberTest {

    @ParameterizedTest
    @Tag("found:D1")
    @MethodSource("org.baoxiu.testing.TypedNumbers#all")
    void asItIsMeantOrNot(TypedNumbers number) {
        Optional<BigDecimal> expected = number.meant();
        assertThat(TypedNumber.of(number.typed()).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }

    @ParameterizedTest
    @Tag("found:D1")
    @ValueSource(strings = {"", " ", "\u3000"})
    void nothingIsNone(String typed) {
        assertThat(TypedNumber.of(typed)).isEmpty();
    }
}
