package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("手写的数字")
class TypedNumberTest {

  @ParameterizedTest
  @Tag("found:D1")
  @CsvSource(delimiter = '|', value = {"1,200|1200", "45。5|45.5", "４５．５|45.5", "１，２００|1200", "45.50 元|45.50", "0|0", "12,345,678.9|12345678.9",
      "  7|7", "0.001|0.001"})
  void asItIsMeant(String typed, String number) {
    assertThat(TypedNumber.of(typed)).hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @Tag("found:D1")
  @ValueSource(strings = {"1e3", "1E3", "1,2", "1,20", "1,2000", "12,00", "1.200,50", "45.5.5", "-5", "－5", "+5", "", " ", "元", "四十五", "½", "٤٥",
      "1234567890", "45.1234", "NaN", "Infinity", "0x10", "1 200"})
  void whatCouldMeanSomethingElseIsNone(String typed) {
    assertThat(TypedNumber.of(typed)).isEmpty();
  }
}
