package org.baoxiu.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.baoxiu.incident.Incident.Stage;
import org.baoxiu.office.Location;
import org.baoxiu.office.Part;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("公共故障：谁受影响，怎么说")
class IncidentTest {

    private static final Instant NINE = at(9);
    private static final Instant NOON = at(12);
    private static final Instant THREE = at(15);

    private static final Part BUILDING = new Part(3L, null, null, "3栋", "3栋", null, null);
    private static final Part UNIT = new Part(3L, 32L, null, "3栋2单元", "3栋", "3栋2单元", null);
    private static final Part LIFT = new Part(3L, 32L, 77L, "3栋2单元电梯", "3栋", "3栋2单元", null);
    private static final Part PUMP = new Part(null, null, 78L, "水泵房", null, null, null);

    @BeforeEach
    void thisYear() {
        Times.tellBy(java.time.Clock.fixed(NOON, java.time.ZoneId.systemDefault()));
    }

    @ParameterizedTest
    @CsvSource({
        // place, building, id; building 3, its unit 2, the lift there, the pump house, all
        "3栋2单元501, 3栋, 1, true, true, true, false, true",
        "3栋1单元501, 3栋, 2, true, false, false, false, true",
        "3栋501, 3栋, , true, true, true, false, true",
        "3栋, 3栋, , true, true, true, false, true",
        "31栋2单元501, 31栋, 3, false, false, false, false, true",
        "3栋2单元电梯, 3栋, 77, true, true, true, false, true",
        "水泵房, , 78, false, false, false, true, true",
        "什么地方, , , false, false, false, false, true"
    })
    void concernsWhoIsInItsPlaces(
            String key,
            @Nullable String building,
            @Nullable Long id,
            boolean ofBuilding,
            boolean ofUnit,
            boolean ofLift,
            boolean ofPump,
            boolean ofAll) {
        Location at = new Location(key, building, id);
        assertThat(List.of(
                        BUILDING.concerns(at),
                        UNIT.concerns(at),
                        LIFT.concerns(at),
                        PUMP.concerns(at),
                        Part.WHOLE.concerns(at)))
                .containsExactly(ofBuilding, ofUnit, ofLift, ofPump, ofAll);
        assertThat(incident(false, NINE, null, null, PUMP, UNIT).concerns(at)).isEqualTo(ofPump || ofUnit);
    }

    @ParameterizedTest
    @CsvSource({
        // as it was declared, the place of a report, whether it is concerned
        "3栋电梯, 3栋电梯, true",
        "3栋电梯, 3幢２单元 电梯, true",
        "3栋电梯, 3-2-501, true",
        "3栋电梯, 13栋电梯, false",
        "3栋电梯, 东区3栋501, false",
        "３幢２单元, 3-2-501, true",
        "３幢２单元, 3-1-501, false",
        "3号楼, 3-1-501, true",
        "水泵房, 水泵房, true",
        "水泵房, 小区 水泵房门口, true",
        "水泵房, 水泵, false",
        "2号门, 12号门, false",
        "2号门, 小区2号门岗亭, true",
        "B1车库, B1 车库, true",
        "B1车库, B12车库, false",
        "车库B1, 车库B12, false",
        "车库B1, 车库B1入口, true",
        "紫荆楼电梯, 紫荆楼501, true",
        "紫荆楼电梯, 玉兰楼501, false"
    })
    @DisplayName("a place that no register has is known by its normal form, wherever a report says it or a part of it")
    void concernsWhoSaysItInOtherWords(String declared, String reported, boolean concerned) {
        PlaceName name = PlaceName.of("一号管理处", reported);
        Location at = new Location(name.key(), name.building().isEmpty() ? null : name.building(), null);
        assertThat(Part.said("一号管理处", declared, null, null).concerns(at)).isEqualTo(concerned);
    }

    @Test
    void saysWhatWhoeverIsAboutToReportItNeedsToKnow() {
        assertThat(incident(false, NINE, THREE, null, LIFT).words(NOON))
                .isEqualTo("3栋2单元电梯停运，已在抢修，预计 11月23日 15:00 恢复。");
        assertThat(incident(false, NINE, null, null, LIFT, PUMP).words(NOON)).isEqualTo("3栋2单元电梯、水泵房停运，已在抢修，恢复时间待定。");
        assertThat(incident(false, NINE, NOON, null, LIFT).words(THREE))
                .isEqualTo("3栋2单元电梯停运，已在抢修，原预计 11月23日 12:00 恢复，是否恢复正在核实。");
        assertThat(incident(true, NOON, THREE, null, BUILDING).words(NINE))
                .isEqualTo("3栋停运，计划 11月23日 12:00 至 11月23日 15:00。");
        assertThat(incident(true, NINE, THREE, null, BUILDING).words(NOON))
                .isEqualTo("3栋停运，正在按计划进行，预计 11月23日 15:00 恢复。");
        assertThat(incident(true, NINE, NOON, null, BUILDING).words(NOON)).isEqualTo("3栋停运，已于 11月23日 12:00 结束。");
        assertThat(incident(false, NINE, THREE, NOON, LIFT).words(THREE)).isEqualTo("3栋2单元电梯停运，已于 11月23日 12:00 恢复。");
    }

    @Test
    void runsFromItsBeginningToItsEnd() {
        assertThat(incident(true, NOON, THREE, null, PUMP).stage(NOON.minusMillis(1)))
                .isEqualTo(Stage.PLANNED);
        assertThat(incident(true, NOON, THREE, null, PUMP).stage(NOON)).isEqualTo(Stage.RUNNING);
        assertThat(incident(true, NOON, THREE, null, PUMP).stage(THREE.minusMillis(1)))
                .isEqualTo(Stage.RUNNING);
        assertThat(incident(true, NOON, THREE, null, PUMP).stage(THREE))
                .as("a planned one ends by itself")
                .isEqualTo(Stage.ENDED);
        assertThat(incident(true, NOON, THREE, null, PUMP).over(THREE.plusSeconds(1)))
                .isEqualTo(THREE);
        assertThat(incident(false, NINE, NOON, null, PUMP).stage(THREE))
                .as("nobody knows whether it is over")
                .isEqualTo(Stage.RUNNING);
        assertThat(incident(false, NINE, NOON, null, PUMP).late(NOON)).isTrue();
        assertThat(incident(false, NINE, NOON, null, PUMP).late(NOON.minusMillis(1)))
                .isFalse();
        assertThat(incident(true, NINE, NOON, null, PUMP).late(THREE)).isFalse();
        assertThat(incident(false, NINE, NOON, THREE, PUMP).late(THREE)).isFalse();
        assertThat(incident(true, NOON, THREE, NINE, PUMP).stage(THREE)).isEqualTo(Stage.CALLED_OFF);
        assertThat(incident(true, NINE, THREE, NOON, PUMP).stage(NOON)).isEqualTo(Stage.ENDED);
    }

    private static Incident incident(
            boolean planned, Instant begins, @Nullable Instant expected, @Nullable Instant ended, Part... parts) {
        return new Incident(
                1, "一号管理处", "停运", planned, begins, expected, ended, null, NINE, "clerk1", 0, List.of(parts), 0);
    }

    /** As the clock of the machine shows it, wherever it stands. */
    private static Instant at(int hour) {
        return LocalDateTime.of(2026, 11, 23, hour, 0)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }
}
