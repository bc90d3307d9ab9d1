package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("Q3")
@DisplayName("资质")
class QualificationTest {

    @ParameterizedTest
    @EnumSource
    @DisplayName("every qualification is found by its code")
    void byCode(Qualification qualification) {
        assertThat(Qualification.of(qualification.code())).isEqualTo(qualification);
    }

    @ParameterizedTest
    @CsvSource({
        "electrical,skillElectrical",
        "airConditioning,skillAirConditioning",
        "fireSafety,skillFireSafety",
        "general,maintenance"
    })
    @DisplayName("each has its group, general work is open to the whole team")
    void group(String code, String group) {
        assertThat(Qualification.of(code).group()).isEqualTo(group);
    }

    @Test
    @DisplayName("an unknown code is refused with the codes that are known")
    void unknown() {
        Refusal.of(() -> Qualification.of("magic")).invalid().says("magic", "电工（electrical）", "综合（general）");
    }
}
