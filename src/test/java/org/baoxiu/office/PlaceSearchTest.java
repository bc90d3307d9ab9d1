package org.baoxiu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.baoxiu.office.PlaceSearch.Found;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("在名册里查找")
class PlaceSearchTest {

    /** More than are looked into at once. */
    private static final int OFFICES = 20;

    private static final String LIST =
            """
            管理处,楼栋,单元,房号,公共部位,短码,身份,姓名,电话,其他电话,起,止,备注
            翠湖管理处,3栋,1单元,501,,,业主,欧阳甲,13800138000,0755-88886666转801,2020-05-01,,
            翠湖管理处,3栋,1单元,501,,,住户,住户乙,13800138002,,,2021-01-01,
            翠湖管理处,3栋,2单元,502,,,业主,业主_丙,,,,,
            翠湖管理处,13栋,2单元,501,,,业主,业主丁,13900139000,,,,
            翠湖管理处,3栋,2单元,,3号电梯,DT3,,,,,,,
            东湖管理处,3栋,1单元,501,,,业主,业主戊,13700137000,,,,
            """;

    @Autowired
    private PlaceSearch search;

    @Autowired
    private RegisterImport register;

    @Autowired
    private RegisterByHand byHand;

    @Autowired
    private OfficeRegister offices;

    @BeforeEach
    void register() {
        offices.add(Office.named("翠湖管理处"));
        offices.add(Office.named("东湖管理处"));
        register.apply(new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "３幢一单元５０１室   | 3栋1单元501",
                "3栋501            | 3栋1单元501",
                "3栋               | 3栋1单元501 3栋2单元502 3栋2单元3号电梯",
                "501               | 3栋1单元501 13栋2单元501",
                "dt3               | 3栋2单元3号电梯",
                "电梯               | 3栋2单元3号电梯",
                "欧阳               | 3栋1单元501",
                "_丙               | 3栋2单元502",
                "1380013           | 3栋1单元501",
                "138 0013 8002     | 3栋1单元501",
                "9000              | 13栋2单元501",
                "0755-88886666     | 3栋1单元501",
                "翠湖管理处 13-2-501 | 13栋2单元501",
                "3-2-501           | ",
                "王五               | "
            })
    void byWhateverSomebodyTypes(String typed, String keys) {
        assertThat(search.find("翠湖管理处", typed, 0).found())
                .extracting(found -> found.place().key())
                .containsExactlyInAnyOrder(keys == null ? new String[0] : keys.split(" "));
    }

    @Test
    void inOneOfficeOrInAll() {
        assertThat(search.find("", "3-1-501", 0).found())
                .extracting(found -> found.place().office())
                .containsExactly("翠湖管理处", "东湖管理处");
        assertThat(search.find("东湖管理处", "", 0).found()).hasSize(1);
    }

    @Test
    void saysWhoHasToDoWithItToday() {
        assertThat(search.find("翠湖管理处", "3-1-501", 0).found())
                .singleElement()
                .extracting(Found::people)
                .as("the occupant has left, and the first telephone is the preferred one")
                .isEqualTo(List.of("欧阳甲 13800138000"));
        byHand.end(
                byHand.people(search.find("翠湖管理处", "13-2-501", 0)
                                .found()
                                .get(0)
                                .place()
                                .id())
                        .get(0)
                        .id(),
                LocalDate.of(2026, 11, 22));
        assertThat(search.find("翠湖管理处", "13-2-501", 0).found().get(0).people()).isEmpty();
    }

    @Test
    void pageByPage() {
        StringBuilder flats = new StringBuilder("管理处,楼栋,房号\n");
        IntStream.range(0, PlaceSearch.PAGE + 1)
                .forEach(flat -> flats.append("翠湖管理处,7栋,").append(100 + flat).append('\n'));
        register.apply(new ByteArrayInputStream(flats.toString().getBytes(StandardCharsets.UTF_8)));

        PlaceSearch.Page first = search.find("翠湖管理处", "7栋", 0);
        assertThat(first.found()).hasSize(PlaceSearch.PAGE);
        assertThat(first.more()).isTrue();
        PlaceSearch.Page second = search.find("翠湖管理处", "7栋", 1);
        assertThat(second.found()).extracting(found -> found.place().name()).containsExactly("130");
        assertThat(second.more()).isFalse();
    }

    @Test
    @DisplayName("of many offices: one office after the other, on each page")
    void pagesOfManyOffices() {
        StringBuilder flats = new StringBuilder("管理处,楼栋,房号\n");
        List<String> all = new ArrayList<>();
        for (int office = 0; office < OFFICES; office++) {
            offices.add(Office.named("湖" + office + "管理处"));
            for (int flat = 101; flat < 105; flat++) {
                flats.append("湖%d管理处,7栋,%d%n".formatted(office, flat));
                all.add("湖%d管理处 %d".formatted(office, flat));
            }
        }
        register.apply(new ByteArrayInputStream(flats.toString().getBytes(StandardCharsets.UTF_8)));

        List<String> read = new ArrayList<>();
        PlaceSearch.Page page;
        int pages = 0;
        do {
            page = search.find("", "7栋", pages++);
            page.found()
                    .forEach(found -> read.add(
                            found.place().office() + " " + found.place().name()));
        } while (page.more());

        assertThat(read).containsExactlyElementsOf(all);
        assertThat(pages).isEqualTo(3);
        assertThat(search.find("", "7栋104", 0).found()).as("one in each").hasSize(OFFICES);
    }
}
