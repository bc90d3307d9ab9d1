package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("坏了什么")
class DiagnosisTest {

    private static final CatalogueItem LIFT = new CatalogueItem(
            "LI-01", "电梯停运", "lift", 2, BigDecimal.ZERO, false, true, "", "", Area.PUBLIC, false, true);

    @Test
    @Tag("4.5.1")
    @Tag("4.5.2")
    @DisplayName("an item of the other area has to be confirmed, and the confirmation counts for that item only")
    void otherArea() {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.choose("LI-01", false);
        diagnosis.use(LIFT);
        assertThat(diagnosis.objectionToItemIn(Area.PUBLIC)).isEmpty();
        assertThat(diagnosis.objectionToItemIn(Area.INSIDE)).get().asString().contains("电梯停运", "已核实");

        diagnosis.choose("PL-01", true);
        assertThat(diagnosis.objectionToItemIn(Area.INSIDE)).isPresent();
        diagnosis.choose("LI-01", true);
        assertThat(diagnosis.objectionToItemIn(Area.INSIDE)).isEmpty();
    }

    @Test
    @Tag("Q2")
    @DisplayName("the standard hours hold until somebody has judged how long it takes")
    void hours() {
        Diagnosis diagnosis = new Diagnosis();
        diagnosis.use(SlipAt.listedItem());
        assertThat(diagnosis.estimatedHours()).isEqualTo(0.5);
        diagnosis.judge(new Assessment("PL-01", "墙内管老化", 6, false));
        diagnosis.use(SlipAt.listedItem());
        assertThat(diagnosis.estimatedHours()).isEqualTo(6);
    }
}
