package org.baoxiu.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.office.ImportResult.Refused;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("导入名册")
class RegisterImportTest {

    private static final String HEADINGS = "管理处,楼栋,单元,房号,公共部位,短码,身份,姓名,电话,其他电话,起,止,备注";
    private static final String LIST = HEADINGS
            + """

            翠湖管理处,3栋,1单元,501,,,业主,业主甲,13800138000,0755-88886666转801、13800138001,2020-05-01,,
            翠湖管理处,3栋,1单元,501,,,住户,住户乙,13800138002,,,,听力不好
            翠湖管理处,3栋,2单元,502,,,,,,,,,有狗
            翠湖管理处,,,,水泵房,SB1,,,,,,,
            翠湖管理处,3栋,2单元,,3号电梯,DT3,,,,,,,
            """;

    @Autowired
    private RegisterImport imports;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private OfficeRegister offices;

    @BeforeEach
    void office() {
        offices.add(Office.named("翠湖管理处"));
        offices.add(Office.named("东湖管理处"));
    }

    @Test
    void aPreviewSaysWhatWouldBeAndChangesNothing() {
        assertThat(imports.preview(csv(LIST))).isEqualTo(result(5, 0, 0));
        assertThat(imports.preview(csv(LIST))).isEqualTo(result(5, 0, 0));
        assertThat(places.locate("翠湖管理处", "3-1-501").placeId()).isNull();
    }

    @Test
    void theSameListTwiceChangesNothing() {
        assertThat(imports.apply(csv(LIST))).isEqualTo(result(5, 0, 0));
        assertThat(imports.preview(csv(LIST))).isEqualTo(result(0, 0, 5));
        assertThat(imports.apply(csv(LIST.replace("3栋,1单元,501", "３幢,一,501室")))).isEqualTo(result(0, 0, 5));
    }

    @Test
    void whatWasImportedIsThere() {
        imports.apply(csv(LIST));

        Place flat = places.place(places.locate("翠湖管理处", "3-1-501").placeId()).orElseThrow();
        assertThat(flat)
                .extracting(Place::kind, Place::office, Place::building, Place::unit, Place::name, Place::code)
                .containsExactly(PlaceKind.FLAT, "翠湖管理处", "3栋", "1单元", "501", null);
        assertThat(places.residents(flat.id()))
                .extracting(Resident::kind, Resident::name, Resident::since, Resident::note)
                .containsExactly(
                        tuple(ResidentKind.OWNER, "业主甲", LocalDate.of(2020, 5, 1), null),
                        tuple(ResidentKind.OCCUPANT, "住户乙", null, "听力不好"));
        assertThat(places.residents(flat.id()).get(0).telephones())
                .as("the preferred one first")
                .containsExactly("13800138000", "0755-88886666转801", "13800138001");
        assertThat(places.place(places.locate("翠湖管理处", "3栋2单元502").placeId())
                        .orElseThrow()
                        .note())
                .isEqualTo("有狗");
        assertThat(places.publicPlaces("翠湖管理处"))
                .extracting(Place::name, Place::code, Place::building)
                .containsExactlyInAnyOrder(tuple("水泵房", "SB1", null), tuple("3号电梯", "DT3", "3栋"));
    }

    @Test
    void whatIsDifferentIsChangedAndNothingIsTakenAway() {
        imports.apply(csv(LIST));
        String changed = HEADINGS
                + """

                翠湖管理处,3栋,1单元,501,,,业主,业主甲,13900139000,,2020-05-01,,
                翠湖管理处,3栋,2单元,502,,,,,,,,,狗没有了
                翠湖管理处,3栋,1单元,501,,,业主,业主丙,,,,,
                翠湖管理处,,,,水泵房,,,,,,,,
                """;
        assertThat(imports.apply(csv(changed))).isEqualTo(result(1, 2, 1));

        long flat = places.locate("翠湖管理处", "3-1-501").placeId();
        assertThat(places.residents(flat)).extracting(Resident::name).containsExactly("业主甲", "业主丙", "住户乙");
        assertThat(places.residents(flat).get(0).telephones()).containsExactly("13900139000");
        assertThat(places.place(places.locate("翠湖管理处", "3-2-502").placeId())
                        .orElseThrow()
                        .note())
                .isEqualTo("狗没有了");
        assertThat(places.publicPlaces("翠湖管理处")).extracting(Place::code).contains("SB1");
    }

    @Test
    void aRefusedLineIsNamedWithItsRowAndReasonAndTheOthersAreDone() {
        String list = HEADINGS
                + """

                翠湖管理处,3栋,1单元,501,,,,,,,,,
                九号管理处,3栋,1单元,501,,,,,,,,,

                翠湖管理处,3幢,1,501室,,,,,,,,,
                翠湖管理处,,,,,,,,,,,,
                翠湖管理处,,,,水泵房,A1,,,,,,,
                翠湖管理处,,,,配电房,A1,,,,,,,
                翠湖管理处,3栋,1单元,501,,,业主,业主甲,,,,,
                翠湖管理处,3栋,1单元,501,,,业主,业主甲,13800138000,,,,
                东湖管理处,,,,配电房,A1,,,,,,,
                """;
        ImportResult result = imports.apply(csv(list));
        assertThat(result)
                .extracting(ImportResult::added, ImportResult::changed, ImportResult::unchanged)
                .containsExactly(4, 0, 0);
        assertThat(result.refused()).extracting(Refused::row).containsExactly(3, 5, 6, 8, 10);
        assertThat(result.refused())
                .extracting(Refused::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("没有“九号管理处”这个管理处"),
                        reason -> assertThat(reason).contains("与第 2 行是同一处"),
                        reason -> assertThat(reason).contains("“房号”和“公共部位”"),
                        reason -> assertThat(reason).contains("短码“A1”已经是另一个"),
                        reason -> assertThat(reason).contains("与第 9 行是同一户的同一个人"));
    }

    @Test
    @Tag("S2")
    void whatPeopleWriteIsRecognised() {
        imports.apply(csv(LIST));
        Location flat = places.locate("翠湖管理处", "翠湖管理处 ３号楼 一单元 501（厨房）");
        assertThat(flat.placeKey()).isEqualTo("3栋1单元501");
        assertThat(flat.building()).isEqualTo("3栋");
        assertThat(places.locate("翠湖管理处", "3栋501"))
                .as("only one unit has such a flat")
                .isEqualTo(flat);
        assertThat(places.locate("翠湖管理处", "dt3").placeKey()).isEqualTo("3栋2单元3号电梯");
        assertThat(places.locate("翠湖管理处", "3-2单元 3号电梯").placeId())
                .isEqualTo(places.locate("翠湖管理处", "DT3").placeId());

        for (String other : new String[] {"3栋2单元501", "31-501", "3-1-5010", "3栋", "电梯"}) {
            assertThat(places.locate("翠湖管理处", other).placeId()).as(other).isNull();
        }
        assertThat(places.locate("东湖管理处", "3-1-501").placeId()).isNull();
        assertThat(places.locate("没有登记的管理处", "3-1-501")).isEqualTo(new Location("3栋1单元501", "3栋", null));
    }

    @Test
    void aFlatWithoutItsUnitIsNotGuessed() {
        imports.apply(csv(LIST + "翠湖管理处,3栋,2单元,501,,,,,,,,,\n"));
        assertThat(places.locate("翠湖管理处", "3栋501")).isEqualTo(new Location("3栋501", "3栋", null));
    }

    @Test
    void byHandLineByLine() {
        imports.enter(Map.of("管理处", "翠湖管理处", "楼栋", "5", "房号", "101"));
        assertThat(places.locate("翠湖管理处", "5栋101").placeId()).isNotNull();
        Refusal.of(() -> imports.enter(Map.of("管理处", "翠湖管理处", "房号", "101")))
                .invalid()
                .says("要填“楼栋”");
    }

    @Test
    void theTextOfAChineseSpreadsheetProgramIsReadToo() {
        assertThat(imports.preview(new ByteArrayInputStream(LIST.getBytes(Charset.forName("GB18030")))))
                .isEqualTo(result(5, 0, 0));
        assertThat(imports.preview(csv("\uFEFF" + LIST.replace("\n", "\r\n")))).isEqualTo(result(5, 0, 0));
    }

    @Test
    void aWorkbookWithItsNumbersAndDays() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            CellStyle thousands = workbook.createCellStyle();
            thousands.setDataFormat((short) 3);
            Row headings = sheet.createRow(0);
            String[] names = {"姓名", "管理处", "楼栋", "房号", "身份", "电话", "起"};
            for (int i = 0; i < names.length; i++) {
                headings.createCell(i).setCellValue(names[i]);
            }
            Row row = sheet.createRow(4);
            row.createCell(0).setCellValue("业主甲");
            row.createCell(1).setCellValue("翠湖管理处");
            row.createCell(2).setCellValue(3);
            row.createCell(3).setCellValue(1501);
            row.getCell(3).setCellStyle(thousands);
            row.createCell(4).setCellValue("业主");
            row.createCell(5).setCellValue(13800138000.0);
            row.createCell(6).setCellValue(LocalDate.of(2020, 5, 1));
            row.getCell(6).setCellStyle(day);
            sheet.createRow(5).createCell(1).setCellValue("翠湖管理处");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);

            assertThat(imports.apply(new ByteArrayInputStream(file.toByteArray()))
                            .refused())
                    .extracting(Refused::row)
                    .containsExactly(6);
        }
        assertThat(places.residents(places.locate("翠湖管理处", "3栋1501").placeId()))
                .extracting(Resident::name, Resident::telephones, Resident::since)
                .containsExactly(tuple("业主甲", List.of("13800138000"), LocalDate.of(2020, 5, 1)));
    }

    @Test
    void theTemplateIsAListWithNothingInIt() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        imports.template(template);
        assertThat(imports.preview(new ByteArrayInputStream(template.toByteArray())))
                .isEqualTo(result(0, 0, 0));
    }

    @Test
    void whatIsNoListIsRefused() {
        Refusal.of(() -> imports.apply(csv(""))).invalid().says("什么也没有");
        Refusal.of(() -> imports.apply(csv("张三,李四\n1,2"))).invalid().says("不认识“张三”这一列", "管理处、楼栋");
        Refusal.of(() -> imports.apply(csv("管理处,姓名\n1,2"))).invalid().says("至少要有“管理处”");
        Refusal.of(() -> imports.apply(csv("管理处,房号,房号\n1,2,3"))).invalid().says("两列“房号”");
        Refusal.of(() -> imports.apply(csv("PK\u0003\u0004 no workbook")))
                .invalid()
                .says("打不开");
        Refusal.of(() -> imports.apply(new ByteArrayInputStream(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11})))
                .invalid()
                .says("另存为 .xlsx");
    }

    private static ImportResult result(int added, int changed, int unchanged) {
        return new ImportResult(added, changed, unchanged, List.of());
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
