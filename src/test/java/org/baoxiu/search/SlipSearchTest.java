package org.baoxiu.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Contacts;
import org.baoxiu.slip.Correction;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@DomainTest
@DisplayName("查单")
class SlipSearchTest {

    private static final Person CLERK = SlipStory.CLERK;

    @Autowired
    private Slips slips;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Corrections corrections;

    @Autowired
    private SlipSearch search;

    @Autowired
    private SlipTextTable table;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void nothingElseIsInTheBook() {
        clock.restart();
        database.update("delete from slip_text");
    }

    @ParameterizedTest
    @DisplayName("a telephone is found by any part of it, in whatever way either was typed")
    @Tag("found:D4")
    @CsvSource({
        "0755-88886666-801, 0755-88886666转801",
        "0755-88886666转801, 0755 8888 6666",
        "0755-88886666转801, 88886666",
        "0755-88886666转801, 075588",
        "+86 755 8888 6666, 0755-8888",
        "+86 755 8888 6666, 0755-88886666",
        "400-820-8820, 4008208820",
        "4008208820, 400-820-8820",
        "4008208820, 400-8208820",
        "4008208820, 8820",
        "+852 9123 4567, 9123 4567",
        "+852 9123 4567, 0085291234567",
        "+852 9123 4567, +852-9123",
        "0086 13800138000, 13800138000",
        "(+86)13800138000, 138 0013 8000",
        "13800138000, 0086138",
        "13800138000, +86 138 0013 8000",
        "13800138000, (+86)13800138000",
        "13800138000, １３８００１３８０００",
        "１３８００１３８０００, 138-0013",
        "13800138000, 8000",
        "13800138000, 80013",
        "+1 415 555 0132, 415-555-0132",
        "88886666, 8888 6666"
    })
    void byTelephone(String written, String asked) {
        String number = reported("张三", written, "3 栋 502", "水龙头漏水");
        reported("李四", "13922227777", "5 栋 101", "门锁坏了");

        assertThat(found(asked)).containsExactly(number);
    }

    @ParameterizedTest
    @DisplayName("a flat is found in each of its spellings, and no other flat")
    @CsvSource({
        "3-2-501, 3栋2单元501",
        "3栋2单元501室, 3-2-501",
        "３幢二单元５０１, 3号楼2单元501",
        "3号楼2单元501, 3栋501",
        "3 栋 2 单元 501, 3棟2单元50",
        "3 栋 2 单元 501, 3 栋",
        "东区3栋501, 3栋501",
        "东区3栋501, 东区3号楼",
        "地下车库 B1, 车库b1"
    })
    void byPlace(String written, String asked) {
        String number = reported("张三", "13900001111", written, "水龙头漏水");
        reported("李四", "13922227777", "32-501", "门锁坏了");
        reported("王五", "13922227776", "13栋2单元501", "门锁坏了");

        assertThat(found(asked)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-2-501", "3栋501", "32栋50"})
    void anotherFlatIsNotTheFlat(String asked) {
        reported("李四", "13922227777", "13栋2单元501", "门锁坏了");

        assertThat(found(asked)).isEmpty();
    }

    @Test
    @DisplayName("by number, its last digits, name, item and words of the fault; by several of them at once")
    void byWhatElseASlipSays() {
        String number = reported("欧阳建国", "13900001111", "3 栋 502", "客厅灯——不亮，12㎡ Ø50 的顶灯");
        reported("李四", "13922227777", "5 栋 101", "门锁坏了");
        slips.register(number, SlipStory.registration("PL-01", null, false, false, false, false, false, null), CLERK);
        slips.useItem(number, SlipStory.listed("plumbing"));

        assertThat(List.of(
                        number,
                        number.toLowerCase(),
                        number.substring(2),
                        number.substring(number.length() - 6),
                        "欧阳建国",
                        "建国",
                        "不亮",
                        "灯不亮",
                        "客厅 顶灯",
                        "ø50",
                        "12m2",
                        "pl-01",
                        "ＰＬ０１",
                        "水管接头",
                        "建国 3栋502 不亮"))
                .allSatisfy(asked -> assertThat(found(asked)).as(asked).containsExactly(number));
        assertThat(found("建国 门锁")).isEmpty();
        assertThat(found("灯亮")).isEmpty();
    }

    @Test
    @DisplayName("what is corrected is found as it is now")
    void whatIsCorrected() {
        String number = reported("张三", "13900001111", "3 栋 502", "水龙头漏水");
        contacts.correctTelephone(number, "13655554444", CLERK);

        assertThat(found("13655554444")).containsExactly(number);
        assertThat(found("13900001111")).isEmpty();
    }

    @Test
    @DisplayName("open ones first, then the newest; the ended ones stay; twenty at most")
    void order() {
        String older = reported("张三", "13900001111", "3 栋 502", "水龙头漏水");
        String open = reported("张三", "13900001111", "3 栋 502", "漏水，水管");
        String newest = reported("张三", "13900001111", "3 栋 502", "马桶漏水");
        slips.cancel(newest, "不用了", CLERK);
        slips.cancel(older, "不用了", CLERK);

        assertThat(found("漏水")).containsExactly(open, newest, older);
        assertThat(found("栋 漏水")).containsExactly(open, newest, older);
        assertThat(found("")).containsExactly(open);

        for (int i = 0; i < SlipSearch.MOST; i++) {
            reported("张三", "13900001111", "3 栋 502", "水管漏水");
        }
        Found all = search.find("漏水", true);
        assertThat(all.hits()).hasSize(SlipSearch.MOST).noneMatch(hit -> hit.state()
                .ended());
        assertThat(all.more()).isTrue();
    }

    @Test
    @DisplayName(
            "of several years: open ones first, however old, then the ended ones from the newest year to the oldest")
    void ofSeveralYears() {
        List<String> ended = new ArrayList<>();
        String open = reported("张三", "13900001111", "3 栋 502", "水管漏水");
        for (int year = 0; year < 3; year++) {
            ended.add(0, reported("张三", "13900001111", "3 栋 502", "马桶漏水"));
            slips.cancel(ended.get(0), "不用了", CLERK);
            clock.advance(Duration.ofDays(400));
        }

        assertThat(found("漏水")).startsWith(open).hasSize(4).endsWith(ended.toArray(String[]::new));
        assertThat(found("马桶")).containsExactlyElementsOf(ended);
        if (table.hasGrams()) {
            assertThat(table.byYears(Reading.of("漏水").get(0), true, OfficeScope.COMPANY, 4))
                    .as("as soon as there are very many")
                    .isEqualTo(found("漏水"));
            assertThat(table.byYears(Reading.of("马桶").get(0), true, OfficeScope.COMPANY, 2))
                    .isEqualTo(ended.subList(0, 2));
        }
    }

    @Test
    @DisplayName("slips that a former release wrote down without their year have it after the migration, each once")
    void yearsOfAFormerRelease() {
        String open = reported("张三", "13900001111", "3 栋 502", "水管漏水");
        String ended = reported("张三", "13900001111", "3 栋 502", "马桶漏水");
        slips.cancel(ended, "不用了", CLERK);
        if (table.hasGrams()) {
            database.update(
                    "update slip_text set grams = array(select gram from unnest(grams) gram where gram not in (?, ?))",
                    Grams.year(0),
                    Grams.year(2026));
            assertThat(years()).isEmpty();
        }

        migrate();
        migrate();

        assertThat(years()).isEqualTo(table.hasGrams() ? Map.of(open, 0, ended, 2026) : Map.of());
        assertThat(found("漏水")).containsExactly(open, ended);
    }

    private void migrate() {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            Context context = mock(Context.class);
            when(context.getConnection()).thenReturn(connection);
            new V76__YearsOfSlipText().migrate(context);
            return true;
        });
    }

    /** By the number of a slip, from its grams; none where there are none. */
    private Map<String, Integer> years() {
        Map<String, Integer> years = new HashMap<>();
        if (table.hasGrams()) {
            database.query(
                    "select slip_number, gram - ? as year_ from slip_text, unnest(grams) gram where gram between ? and ?",
                    row -> {
                        assertThat(years.put(row.getString("slip_number"), row.getInt("year_")))
                                .as("once")
                                .isNull();
                    },
                    Grams.year(0),
                    Grams.year(0),
                    Grams.year(9999));
        }
        return years;
    }

    @ParameterizedTest
    @DisplayName("signs mean nothing by themselves, neither to the search nor to the database")
    @ValueSource(
            strings = {
                "%",
                "_",
                "%%",
                "漏_",
                "漏%",
                "'",
                "' or '1'='1",
                "\\",
                "\"",
                "--",
                ";",
                "?",
                ":罅",
                "，。",
                "{罅}",
                "漏\u0000"
            })
    void signs(String asked) {
        reported("张三", "13900001111", "3 栋 502", "水龙头漏水");
        reported("李四", "13922227777", "5 栋 101", "门锁坏了");

        assertThat(found(asked)).hasSizeLessThan(2);
    }

    @Test
    @DisplayName("one character finds, nothing at all shows the newest open ones, an endless question ends")
    void shortAndLong() {
        String number = reported("张三", "13900001111", "3 栋 502", "水龙头漏水");

        assertThat(found("漏")).containsExactly(number);
        assertThat(found("   ")).containsExactly(number);
        assertThat(found("井")).isEmpty();
        assertThat(found("水龙头 ".repeat(1000))).containsExactly(number);
        assertThat(found("1".repeat(5000))).isEmpty();
    }

    @Test
    @DisplayName("whoever may not see people neither sees them nor finds by them")
    void withoutPeople() {
        String number = reported("欧阳建国", "13900001111", "3 栋 502", "漏水，打 13655554444 找物业");

        for (String asked : List.of("欧阳建国", "13900001111", "13655554444", "5555")) {
            assertThat(found(asked)).containsExactly(number);
            assertThat(search.find(asked, false).hits()).as(asked).isEmpty();
        }
        Hit hit = search.find("漏水", false).hits().get(0);
        assertThat(hit.reporter()).isEmpty();
        assertThat(hit.fault()).doesNotContain("13655554444");
        assertThat(search.find("漏水", true).hits().get(0).reporter())
                .isEqualTo(Optional.of(new Hit.Reporter("欧阳建国", "13900001111")));
    }

    @Test
    @DisplayName("of some offices only theirs are found, and a corrected office is the new one's at once")
    void ofOffices() {
        String number = reported("张三", "13900001111", "3 栋 502", "水龙头漏水");

        for (String asked : List.of("漏水", "13900001111", "")) {
            assertThat(found(asked, "一号管理处")).as(asked).containsExactly(number);
            assertThat(found(asked, "二号管理处", "三号管理处")).as(asked).isEmpty();
        }

        Correction is = Correction.of(slips.get(number));
        corrections.correct(
                number,
                new Correction(
                        "二号管理处",
                        is.area(),
                        is.reporterName(),
                        is.reporterPhone(),
                        is.place(),
                        is.fault(),
                        is.wantedAt(),
                        is.itemCode(),
                        is.emergency(),
                        is.lossOrInjury()),
                false,
                "听错了",
                CLERK);
        assertThat(found("漏水", "一号管理处")).isEmpty();
        assertThat(found("漏水", "二号管理处", "三号管理处")).containsExactly(number);
    }

    private List<String> found(String asked, String... offices) {
        return search.find(asked, true, new OfficeScope(Set.of(offices))).hits().stream()
                .map(Hit::number)
                .toList();
    }

    @Test
    @DisplayName("the slips of a former release are found as those of this one")
    void ofAFormerRelease() {
        String number = reported("张三", "13900001111", "3 栋 502", "水龙头漏水");
        List<SlipText> kept = rows(number);
        database.update("delete from slip_text");
        V40__SlipText.fill(database, table);

        assertThat(rows(number)).isEqualTo(kept);
        assertThat(found("13900001111")).contains(number);
    }

    private List<SlipText> rows(String number) {
        return database.query(
                "select * from slip_text where slip_number = ?",
                (row, index) -> new SlipText(
                        row.getString("slip_number"),
                        row.getString("office"),
                        row.getBoolean("ended"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getString("said"),
                        row.getString("people")),
                number);
    }

    private List<String> found(String asked) {
        return search.find(asked, true).hits().stream().map(Hit::number).toList();
    }

    private String reported(String name, String telephone, String place, String fault) {
        clock.advance(Duration.ofMinutes(1));
        return slips.open(
                        new Report("一号管理处", Channel.PHONE, Area.INSIDE, name, telephone, place, fault, clock.instant()),
                        CLERK)
                .number();
    }
}
