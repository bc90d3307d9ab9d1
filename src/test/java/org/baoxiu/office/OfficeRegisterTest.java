package org.baoxiu.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DomainTest
@DisplayName("管理处登记册")
class OfficeRegisterTest {

    @Autowired
    private OfficeRegister register;

    @Autowired
    private JdbcClient database;

    @Test
    @Tag("4.3.1.1")
    void anOfficeReadsBackAndIsOfferedInTheOrderOfComing() {
        register.add(new Office(null, " 翠湖管理处 ", "0755-88886666转801", "翠湖路 1 号", "4008208820"));
        register.add(Office.named("东湖管理处"));

        assertThat(register.names()).endsWith("翠湖管理处", "东湖管理处");
        Office read = register.find("翠湖管理处").orElseThrow();
        assertThat(read).isEqualTo(new Office(read.id(), "翠湖管理处", "0755-88886666转801", "翠湖路 1 号", "4008208820"));
        assertThat(register.has("东湖管理处")).isTrue();
        Refusal.of(() -> register.checked("西湖管理处")).invalid().says("没有“西湖管理处”这个管理处");
    }

    @Test
    void anyNameIsTakenWhileTheRegisterIsEmpty() {
        database.sql("delete from office").update();
        assertThat(register.has("西湖管理处")).isTrue();
        assertThat(register.has(" ")).isFalse();
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        register.add(Office.named("翠湖管理处"));
        Refusal.of(() -> register.add(Office.named("翠湖管理处\u200B"))).invalid().says("已经有“翠湖管理处”");
        Refusal.of(() -> register.add(Office.named("\u00A0"))).invalid().says("请填写管理处名称");
        Refusal.of(() -> register.add(Office.named("管".repeat(41)))).invalid().says("最多 40 个字");
        Refusal.of(() -> register.add(new Office(null, "东湖管理处", "打前台", null, null)))
                .invalid()
                .says("客服电话");
        Refusal.of(() -> register.change(Office.named("西湖管理处"))).invalid().says("请先登记");
    }

    @Test
    void theSettingsBeginAndCompleteButDoNotUndo() {
        Office setting = new Office(null, "翠湖管理处", "0755-00000001", "翠湖路 1 号", null);
        register.complete(setting);
        register.change(new Office(null, "翠湖管理处", "4008208820", null, null));
        register.complete(setting);
        register.complete(setting);

        assertThat(List.of(register.find("翠湖管理处").orElseThrow()))
                .extracting(Office::telephone, Office::address)
                .containsExactly(tuple("4008208820", "翠湖路 1 号"));
    }
}
