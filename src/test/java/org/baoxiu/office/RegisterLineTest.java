package org.baoxiu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("名册里的一行")
class RegisterLineTest {

    @Test
    void aFlatWithItsOwner() {
        RegisterLine line =
                read("一号管理处|３号楼|2|501室||| 业主 |业主甲|138 0013 8000|0755-88886666转801、13800138001|2020/5/1||听力不好");

        assertThat(line.key()).isEqualTo("3栋2单元501");
        assertThat(line.shortKey()).isEqualTo("3栋501");
        assertThat(line.note()).as("the note is the person's").isNull();
        assertThat(line.resident())
                .isEqualTo(new Resident(
                        ResidentKind.OWNER,
                        "业主甲",
                        List.of("138 0013 8000", "0755-88886666转801", "13800138001"),
                        LocalDate.of(2020, 5, 1),
                        null,
                        "听力不好"));
    }

    @Test
    void aFlatAloneAndAPublicPlace() {
        assertThat(read("一号管理处|3栋||501|||||||||有狗").note()).isEqualTo("有狗");
        assertThat(read("一号管理处|3栋||501|||||||||有狗").shortKey()).isNull();
        RegisterLine lift = read("一号管理处|3|2||3号电梯|dt3");
        assertThat(lift.kind()).isEqualTo(PlaceKind.PUBLIC);
        assertThat(lift.key()).isEqualTo("3栋2单元3号电梯");
        assertThat(lift.code()).isEqualTo("DT3");
        assertThat(read("一号管理处||||水泵房").key()).isEqualTo("水泵房");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|3栋||501; 没有填“管理处”",
                "一号管理处|3栋; “房号”和“公共部位”要填一个",
                "一号管理处|3栋||501|电梯; “房号”和“公共部位”要填一个",
                "一号管理处|||501; 要填“楼栋”",
                "一号管理处|。||501; “楼栋”和“房号”要有数字或文字",
                "一号管理处||2||电梯; 有“单元”的要填“楼栋”",
                "一号管理处|||| 。 ; “公共部位”要有数字或文字",
                "一号管理处|3栋||501||DT1; “短码”只用于公共部位",
                "一号管理处||||水泵房|||业主甲; 公共部位没有业主和住户",
                "一号管理处|3栋||501|||业主; 没有“姓名”",
                "一号管理处|3栋||501||||业主甲; “身份”请填“业主”或“住户”",
                "一号管理处|3栋||501|||租客|业主甲; “身份”请填“业主”或“住户”",
                "一号管理处|3栋||501|||业主|业主甲|问前台; “电话”不正确",
                "一号管理处|3栋||501|||业主|业主甲|13800138000|+8613800138000; 同一个电话写了两遍",
                "一号管理处|3栋||501|||业主|业主甲|||去年; “起”的日期看不懂",
                "一号管理处|3栋||501|||业主|业主甲|||2021-02-30; “起”的日期看不懂",
                "一号管理处|3栋||501|||业主|业主甲|||2021-03-01|2020-03-01; 早于“起”"
            })
    void whatCannotBeMeantIsRefusedWithItsReason(String cells, String reason) {
        Refusal.of(() -> read(cells)).invalid().says(reason);
    }

    @Test
    void whatIsTooLongIsRefused() {
        Refusal.of(() -> read("一号管理处|" + "楼".repeat(41) + "||501")).invalid().says("“楼栋”最多 40 个字");
    }

    @Test
    void aPersonIsThereFromTheFirstDayToTheLast() {
        Resident person = new Resident(
                ResidentKind.OCCUPANT, "住户乙", List.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), null);
        assertThat(person.on(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(person.on(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(person.on(LocalDate.of(2026, 1, 31))).isTrue();
        assertThat(person.on(LocalDate.of(2026, 2, 1))).isFalse();
    }

    /** @param cells in the order of the template */
    static RegisterLine read(String cells) {
        String[] typed = cells.split("[|]", -1);
        Map<RegisterColumn, String> line = new EnumMap<>(RegisterColumn.class);
        for (int i = 0; i < typed.length; i++) {
            line.put(RegisterColumn.values()[i], typed[i]);
        }
        return RegisterLine.read(line);
    }
}
