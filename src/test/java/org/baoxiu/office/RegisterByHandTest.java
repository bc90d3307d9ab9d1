package org.baoxiu.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.office.RegisterByHand.Listed;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("名册手工登记")
class RegisterByHandTest {

    @Autowired
    private RegisterByHand register;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private OfficeRegister offices;

    private long flat;
    private long lift;

    @BeforeEach
    void places() {
        offices.add(Office.named("翠湖管理处"));
        flat = register.enter(Map.of("管理处", "翠湖管理处", "楼栋", "3", "单元", "1", "房号", "501"));
        lift = register.enter(Map.of("管理处", "翠湖管理处", "楼栋", "3栋", "公共部位", "3号电梯", "短码", "dt3"));
    }

    @Test
    void aPlaceThatIsThereIsFoundAndNotPutDownTwice() {
        assertThat(register.enter(Map.of("管理处", "翠湖管理处", "楼栋", "３幢", "单元", "一", "房号", "501室")))
                .isEqualTo(flat);
        assertThat(places.place(lift).orElseThrow().code()).isEqualTo("DT3");
    }

    @Test
    void codeAndNoteOfAPlaceThatIsThereAreNotOverwritten() {
        register.describe(lift, "dt3", "机房在楼顶");
        for (Map<String, String> typed : List.of(Map.of("短码", "dt4"), Map.of("备注", "有狗"))) {
            Map<String, String> again = new HashMap<>(Map.of("管理处", "翠湖管理处", "楼栋", "3", "公共部位", "3号电梯"));
            again.putAll(typed);
            Refusal.of(() -> register.enter(again)).invalid().says("这一处已经登记，请在它的页面上修改。");
        }
        assertThat(places.place(lift).orElseThrow())
                .extracting(Place::code, Place::note)
                .containsExactly("DT3", "机房在楼顶");
    }

    @Test
    void peopleComeChangeAndEnd() {
        register.add(flat, Map.of("身份", "业主", "姓名", "业主甲", "电话", "13800138000", "其他电话", "13800138001", "备注", "有狗"));
        Listed owner = person("业主甲");
        assertThat(owner.resident().telephones()).containsExactly("13800138000", "13800138001");

        register.change(owner.id(), Map.of("身份", "住户", "姓名", "业主佳", "电话", "13800138001", "起", "2020-05-01"));
        Resident changed = register.person(owner.id()).orElseThrow().resident();
        assertThat(changed)
                .isEqualTo(new Resident(
                        ResidentKind.OCCUPANT, "业主佳", List.of("13800138001"), LocalDate.of(2020, 5, 1), null, null));

        register.end(owner.id(), LocalDate.of(2026, 10, 31));
        assertThat(person("业主佳").resident().on(LocalDate.of(2026, 10, 31))).isTrue();
        assertThat(person("业主佳").resident().on(LocalDate.of(2026, 11, 1))).isFalse();
    }

    @Test
    void onePersonIsNotTwo() {
        register.add(flat, Map.of("身份", "业主", "姓名", "业主甲"));
        register.add(flat, Map.of("身份", "业主", "姓名", "业主乙"));

        Refusal.of(() -> register.add(flat, Map.of("身份", "业主", "姓名", " 业主甲 ")))
                .invalid()
                .says("已经有业主“业主甲”");
        Refusal.of(() -> register.change(person("业主乙").id(), Map.of("身份", "业主", "姓名", "业主甲")))
                .invalid()
                .says("已经有业主“业主甲”");
        register.change(person("业主乙").id(), Map.of("身份", "业主", "姓名", "业主乙", "备注", "听力不好"));
        assertThat(person("业主乙").resident().note()).isEqualTo("听力不好");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        register.add(flat, Map.of("身份", "业主", "姓名", "业主甲", "起", "2020-05-01"));

        Refusal.of(() -> register.end(person("业主甲").id(), LocalDate.of(2020, 4, 30)))
                .invalid()
                .says("早于");
        Refusal.of(() -> register.add(flat, Map.of("身份", "业主"))).invalid().says("姓名");
        Refusal.of(() -> register.add(flat, Map.of("身份", "业主", "姓名", "业主乙", "电话", "12")))
                .invalid()
                .says("能拨通的号码");
        Refusal.of(() -> register.add(lift, Map.of("身份", "业主", "姓名", "业主乙")))
                .invalid()
                .says("公共部位没有业主");
        Refusal.of(() -> register.describe(flat, "DT4", "")).invalid().says("只用于公共部位");
        long other = register.enter(Map.of("管理处", "翠湖管理处", "公共部位", "水泵房"));
        Refusal.of(() -> register.describe(other, "dt3", "")).invalid().says("短码“DT3”");
    }

    @Test
    void noteAndCodeOfAPlace() {
        register.describe(lift, "", " 机房在\n楼顶 ");
        assertThat(places.place(lift).orElseThrow())
                .extracting(Place::code, Place::note, Place::label)
                .containsExactly(null, "机房在 楼顶", "3栋 3号电梯");
        register.describe(lift, "dt03", "");
        assertThat(places.place(lift).orElseThrow())
                .extracting(Place::code, Place::note)
                .containsExactly("DT03", null);
    }

    private Listed person(String name) {
        return register.people(flat).stream()
                .filter(one -> one.resident().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
