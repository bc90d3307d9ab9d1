package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("地点的规范写法")
class PlaceNameTest {

    @ParameterizedTest
    @Tag("S2")
    @ValueSource(
            strings = {
                "3栋2单元501",
                "3 栋 2 单元 501 室",
                "３栋２单元５０１室",
                "3幢2单元501房",
                "3座2单元501",
                "3号楼2单元501室",
                "3#2单元501",
                "3＃楼2单元501",
                "3-2-501",
                "3—2—501室",
                "3 - 2 - 501",
                "3 2 501",
                "3/2/501",
                "3.2.501",
                "3栋2-501",
                "3栋-2单元-501",
                "3-2单元501",
                "03栋02单元0501室",
                "三栋二单元五零一室",
                "三栋二单元501",
                "3楼2单元501",
                "3栋2单元5楼501",
                "3栋2单元五层501室",
                "3栋2单元501厨房",
                "3栋2单元501（卫生间）",
                "3栋2单元501室内",
                "一号管理处 3栋2单元501",
                "3栋\u200B2单元\u00A0501"
            })
    void spellingsOfOneFlatAreOne(String spelling) {
        assertThat(PlaceName.of("一号管理处", spelling).key()).isEqualTo("3栋2单元501");
        assertThat(PlaceName.of("一号管理处", spelling).isFlat()).isTrue();
    }

    @ParameterizedTest
    @Tag("S2")
    @CsvSource({
        "3栋12室, 31栋2室",
        "3-2-501, 32-501",
        "3-2-501, 3-2501",
        "3栋2单元501, 3栋2501",
        "3栋501, 3栋2单元501",
        "3栋501, 3栋501A",
        "东区3栋501, 西区3栋501",
        "一期3栋501, 二期3栋501",
        "3栋502, 3栋502门口",
        "3栋502, 3栋502、503",
        "3栋502 503, 3栋502、 503",
        "3栋502, 3栋5楼楼道",
        "A座501, B座501",
        "3栋1号电梯, 3栋2号电梯",
        "3栋电梯, 3栋2单元电梯",
        "12栋1室, 1栋21室",
        "二十一栋1室, 二十栋11室",
        "32 501, 3 2501"
    })
    void differentPlacesAreNever(String one, String other) {
        assertThat(PlaceName.of(one).key()).isNotEqualTo(PlaceName.of(other).key());
    }

    @ParameterizedTest
    @Tag("S2")
    @CsvSource({
        "东区 3 栋 501 室, 东区3-501",
        "一期3栋501, 1期三幢501",
        "A座1201, a 栋 1201室",
        "A-1201, Ａ座１２０１",
        "紫荆楼2单元301, 紫荆楼 2-301 室",
        "紫荆楼301, 紫荆楼301室",
        "88弄12号501室, 88弄12号楼501",
        "十二栋一百零一室, 12-101",
        "3号楼3号电梯, 3栋 三号电梯",
        "水泵房 , '水 泵 房。'",
        "3幢2单元电梯, 3栋二单元 电梯"
    })
    void otherPlacesAreOneToo(String one, String other) {
        assertThat(PlaceName.of(one).key()).isEqualTo(PlaceName.of(other).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"电梯机房", "501", "3栋", "3栋502、503", "3栋5楼楼道", "地下车库B1", "3栋1号电梯", "1-3-2-501", ""})
    void whatIsNoFlatIsNotTakenForOne(String text) {
        assertThat(PlaceName.of(text).isFlat()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 501, 3-2-501",
        "3栋, 2单元, 501室, 3栋2单元501",
        "3号楼, '', 501, 3栋501",
        "东区3, '', 501, 东区3栋501",
        "A座, '', 1201, A座1201",
        "紫荆楼, 1, 301, 紫荆楼1单元301",
        "三, 二, 五零一, 3-2-501",
        "3, '', 商铺2, 3栋商铺2"
    })
    void columnsOfAListSayTheSameAsAText(String building, String unit, String flat, String text) {
        assertThat(PlaceName.ofParts(building, unit, flat).key())
                .isEqualTo(PlaceName.of(text).key());
    }

    @ParameterizedTest
    @CsvSource({
        "3栋502, 3 栋 502 室, true",
        "3栋502, 3-2-502, true",
        "3-2-502, 3栋2单元502, true",
        "3-1-502, 3-2-502, false",
        "3栋502, 3栋503, false",
        "31栋2, 3栋12, false",
        "3栋电梯, 3栋电梯, true",
        "3栋电梯, 3栋1单元电梯, false"
    })
    @DisplayName("two names can mean one place if only the unit is left out, and only of a flat")
    void mayBe(String one, String other, boolean may) {
        assertThat(PlaceName.of(one).mayBe(PlaceName.of(other))).isEqualTo(may);
        assertThat(PlaceName.of(other).mayBe(PlaceName.of(one))).isEqualTo(may);
    }
}
