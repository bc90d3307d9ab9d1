package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.baoxiu.office.Location;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.PlaceNote;
import org.baoxiu.office.PlaceNotes;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.SlipPlaces.Unmatched;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

@DomainTest
@DisplayName("维修单在哪里")
class SlipPlacesTest {

    private static final String OFFICE = "翠湖管理处";

    @Autowired
    private Slips slips;

    @Autowired
    private PlaceSlips placeSlips;

    @Autowired
    private SlipPlaces slipPlaces;

    @Autowired
    private Corrections corrections;

    @Autowired
    private RegisterImport register;

    @Autowired
    private OfficeRegister offices;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private PlaceNotes notes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataSource connections;

    @Autowired
    private TestClock clock;

    private int callers;

    @BeforeEach
    void office() {
        clock.restart();
        offices.add(Office.named(OFFICE));
    }

    @Test
    @Tag("S1")
    @DisplayName("open slips of one flat are found however its place is written, with a register and without")
    void openSlipsHereAreThoseOfTheFlat() {
        Slip dashes = open("3-1-501");
        Slip signs = open("３幢一单元５０１室");
        open("31-501");
        assertThat(placeSlips.besides(signs)).extracting(Slip::number).containsExactly(dashes.number());

        flat("3栋", "1单元", "501");
        Slip registered = open("3号楼501");
        assertThat(placeSlips.besides(registered))
                .extracting(Slip::number)
                .containsExactlyInAnyOrder(dashes.number(), signs.number());
        assertThat(slips.openAt(OFFICE, "3栋501厨房")).hasSize(3);
    }

    @Test
    @Tag("S2")
    void aSlipRefersToThePlaceThatIsRecognised() {
        flat("3栋", "1单元", "501");
        Slip slip = slips.get(open("3—501").number());
        assertThat(slip.report().place()).as("as it was typed").isEqualTo("3—501");
        assertThat(slip.intake().location())
                .isEqualTo(new Location(
                        "3栋1单元501", "3栋", places.locate(OFFICE, "3栋1单元501").placeId()));
        assertThat(slips.get(open("什么地方").number()).intake().location()).isEqualTo(new Location("什么地方", null, null));
    }

    @Test
    @Tag("S2")
    void slipsFromBeforeFindTheirPlaceWhenTheRegisterHasIt() {
        String whole = open("3-1-501").number();
        String withoutUnit = open("3栋501").number();
        String elsewhere = open("3-2-501").number();
        open("3 - 2 - 501");
        long version = version(whole);

        flat("3栋", "1单元", "501");

        long place = places.locate(OFFICE, "3-1-501").placeId();
        assertThat(placeOf(whole)).isEqualTo(place);
        assertThat(placeOf(withoutUnit)).isEqualTo(place);
        assertThat(placeOf(elsewhere)).isNull();
        assertThat(version(whole))
                .as("whoever has read it before takes the step again")
                .isEqualTo(version + 1);
        assertThat(slipPlaces.unmatched(1_000))
                .filteredOn(unmatched -> unmatched.office().equals(OFFICE))
                .singleElement()
                .extracting(Unmatched::slips)
                .isEqualTo(2);
    }

    @Test
    void somebodySaysWhichPlaceItIs() {
        String written = open("五楼王阿姨家").number();
        String otherwise = open("六楼王阿姨家").number();
        flat("3栋", "1单元", "501");
        Unmatched line = slipPlaces.unmatched(1_000).stream()
                .filter(one -> one.office().equals(OFFICE) && one.place().equals("五楼王阿姨家"))
                .findFirst()
                .orElseThrow();

        notes.add(OFFICE, line.placeKey(), "有狗", SlipAt.CLERK);
        notes.add(OFFICE, "六楼王阿姨家", "听力不好", SlipAt.CLERK);

        Location flat = places.locate(OFFICE, "3-1-501");
        assertThat(slipPlaces.belongs(OFFICE, line.placeKey(), flat)).isEqualTo(1);

        assertThat(placeOf(written)).isEqualTo(flat.placeId());
        assertThat(database.sql("select place_key from slip where number = ?")
                        .param(written)
                        .query(String.class)
                        .single())
                .isEqualTo("3栋1单元501");
        assertThat(placeOf(otherwise)).isNull();
        assertThat(noted("3栋1单元501")).as("what is noted goes with the slips").containsExactly("有狗");
    }

    @Test
    void notesOfARegisteredFlatStayWithItWhenAnotherIsCalledLikeItWithoutItsUnit() {
        notes.add(OFFICE, "3栋501", "有狗", SlipAt.CLERK);
        flat("3栋", "", "501");

        flat("3栋", "1单元", "501");

        assertThat(noted("3栋501")).containsExactly("有狗");
        assertThat(noted("3栋1单元501")).isEmpty();
    }

    private List<String> noted(String placeKey) {
        return notes.of(OFFICE, placeKey).stream().map(PlaceNote::text).toList();
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("a place that somebody has matched stays matched until the place itself is corrected")
    void correctedSlips() {
        flat("3栋", "1单元", "501");
        Slip slip = open("五楼王阿姨家");
        Location matched = places.locate(OFFICE, "3-1-501");
        slip.intake().locate(matched);

        Correction asIs = Correction.of(slip);
        corrections.correct(slip.number(), saying(asIs, "13900000000", asIs.place()), false, "听错了", SlipAt.CLERK);
        assertThat(placeOf(slip.number())).isEqualTo(matched.placeId());
        assertThat(slips.get(slip.number()).intake().location()).isEqualTo(matched);

        corrections.correct(slip.number(), saying(asIs, "13900000000", "六楼王阿姨家"), false, "听错了", SlipAt.CLERK);
        assertThat(placeOf(slip.number())).isNull();
    }

    private static Correction saying(Correction slip, String telephone, String place) {
        return new Correction(
                slip.office(),
                slip.area(),
                slip.reporterName(),
                telephone,
                place,
                slip.fault(),
                slip.wantedAt(),
                slip.itemCode(),
                slip.emergency(),
                slip.lossOrInjury());
    }

    @Test
    void slipsOfFormerReleasesGetTheNormalFormOfTheirPlace() throws SQLException {
        String flat = open("３幢一单元５０１室").number();
        String other = open("电梯 机房").number();
        database.sql("update slip set place_key = null, building = null").update();
        Connection connection = DataSourceUtils.getConnection(connections);
        Context context = mock(Context.class);
        when(context.getConnection()).thenReturn(connection);

        new V37_1__PlaceKeys().migrate(context);

        assertThat(where(flat)).containsEntry("place_key", "3栋1单元501").containsEntry("building", "3栋");
        assertThat(where(other)).containsEntry("place_key", "电梯机房").containsEntry("building", null);
    }

    private Map<String, Object> where(String number) {
        return database.sql("select place_key, building from slip where number = ?")
                .param(number)
                .query()
                .singleRow();
    }

    private Long placeOf(String number) {
        return database.sql("select place_id from slip where number = ?")
                .param(number)
                .query((row, index) -> row.getObject(1, Long.class))
                .list()
                .get(0);
    }

    private long version(String number) {
        return database.sql("select version from slip where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private Slip open(String place) {
        return slips.open(
                new Report(OFFICE, Channel.PHONE, Area.INSIDE, "张三", telephone(), place, "水管漏水", SlipAt.NINE),
                SlipAt.CLERK);
    }

    /** Each caller has one of their own: only the place says what belongs together. */
    private String telephone() {
        return "1380000%04d".formatted(++callers);
    }

    private void flat(String building, String unit, String number) {
        register.enter(Map.of("管理处", OFFICE, "楼栋", building, "单元", unit, "房号", number));
    }
}
