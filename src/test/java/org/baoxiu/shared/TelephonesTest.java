package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("电话号码")
class TelephonesTest {

    @ParameterizedTest
    @CsvSource({
        "0755-88886666-801,+8675588886666",
        "0755-88886666转801,+8675588886666",
        "0755-88886666 转 801,+8675588886666",
        "(0755)88886666,+8675588886666",
        "０７５５－８８８８６６６６,+8675588886666",
        "0755—8888 6666,+8675588886666",
        "400-820-8820,+864008208820",
        "+852 9123 4567,+85291234567",
        "0086 138 0013 8000,+8613800138000",
        "(+86)13800138000,+8613800138000",
        "（＋86）138-0013-8000,+8613800138000",
        "１３８００１３８０００,+8613800138000",
        "138.0013.8000,+8613800138000",
        "86 13800138000,+8613800138000",
        "+1 650 253 0000,+16502530000",
        "010-12345678,+861012345678",
        "88886666,",
        "6688123,"
    })
    @Tag("found:D4")
    @DisplayName("what can be dialled is taken as it was typed, and known as it is dialled from anywhere")
    void canBeDialled(String typed, String e164) {
        assertThat(Telephones.checked("联系电话", typed)).isEqualTo(Texts.line(typed));
        assertThat(Telephones.e164(typed)).isEqualTo(Optional.ofNullable(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me",
                "12345",
                "1234567890123456",
                "23800138000",
                "138001380000",
                "138 或 139",
                "电话 13800138000",
                "0755",
                "----",
                "99999999999",
                "13800138000 13900139000"
            })
    @Tag("found:D4")
    @DisplayName("what cannot be dialled is refused with an example of what can")
    void cannotBeDialled(String typed) {
        Refusal.of(() -> Telephones.checked("联系电话", typed)).invalid().says("联系电话", "能拨通的号码");
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000,13800138000",
        "138-0013-8000,13800138000",
        "（＋８６）138 0013 8000,+8613800138000",
        "(0755)88886666转801,'075588886666,801'",
        "0755—8888 6666 分机 801,'075588886666,801'",
        "0755-88886666-801,'075588886666,801'",
        "88886666,88886666"
    })
    @Tag("found:D4")
    @DisplayName("a link dials what people read, and the extension after a pause")
    void dialled(String typed, String dialled) {
        assertThat(Telephones.dialled(typed)).isEqualTo(dialled);
    }

    @Test
    @Tag("found:D4")
    @DisplayName("a text message goes to a mobile of the mainland and to nothing else")
    void mobiles() {
        for (String mobile : new String[] {
            "(+86)13800138000", "0086 138 0013 8000", "１３８００１３８０００", "+86-138-0013-8000", "13800138000"
        }) {
            assertThat(Telephones.mobile(mobile)).as(mobile).contains("13800138000");
        }
        for (String other : new String[] {
            "0755-88886666",
            "400-820-8820",
            "+852 9123 4567",
            "+1 415 555 0100",
            "1 415 555 0100",
            "88886666",
            "call me"
        }) {
            assertThat(Telephones.mobile(other)).as(other).isEmpty();
        }
    }

    @Test
    @Tag("found:D4")
    @DisplayName("two spellings of one number are one number")
    void oneNumber() {
        assertThat(Telephones.key("(+86)138-0013-8000")).isEqualTo(Telephones.key("１３８ ００１３ ８０００"));
        assertThat(Telephones.key("8888 6666")).isEqualTo(Telephones.key("8888-6666"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "１３８００１３８０００",
                "138 0013 8000",
                "138.0013.8000",
                "138—0013—8000",
                "138－0013－8000",
                "138-001-38000",
                "1380 0138 000",
                "+86 13800138000",
                "(+86)13800138000",
                "0086-13800138000",
                "8613800138000",
                "88886666",
                "8888 6666",
                "8888-6666",
                "6688123",
                "0755-88886666",
                "(0755)88886666",
                "0755 8888 6666",
                "0755—88886666",
                "075588886666",
                "0755.8888.6666",
                "0755-88886666-801",
                "0755-88886666转801",
                "0571-8888666",
                "400-820-8820",
                "4008208820",
                "400 8208 820",
                "800-820-8820",
                "+852 9123 4567",
                "+1 415 555 0100",
                "+86 755 8888 6666",
                "1 3 8 0 0 1 3 8 0 0 0",
                "010-12345678",
                "010-62345678"
            })
    @Tag("found:D5")
    @DisplayName("a number is hidden however it is written")
    void hidden(String telephone) {
        assertThat(Telephones.hiddenIn("请打" + telephone + "找张三")).isEqualTo("请打…找张三");
        assertThat(Telephones.hiddenIn("3 栋 502（" + telephone + "）")).isEqualTo("3 栋 502（…）");
        assertThat(Telephones.hiddenIn("微信vx" + telephone)).isEqualTo("微信vx…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "梁长1200000mm",
                "1200000 mm",
                "面积 8888666㎡",
                "WX20261123-000001",
                "见 WX20261123-000001。",
                "12-3-1801",
                "3栋2单元1801",
                "2301-2302室",
                "2025-2026 年",
                "20261128",
                "2026-11-28 09:30",
                "2026.11.28",
                "¥12345678.00",
                "8888666.50 元",
                "8888666 元",
                "25000000元",
                "8,888,666.50",
                "电表 12345678",
                "房号 12-13-1802-2026",
                "功率2200000W",
                "１２０００００mm",
                "GB/T 50096-2011",
                "12:30-14:00",
                "20kg",
                "6222020200112233445",
                "3500000毫米"
            })
    @Tag("found:D5")
    @DisplayName("measures, dates, amounts, rooms and the numbers of slips are left alone")
    void leftAlone(String words) {
        assertThat(Telephones.hiddenIn(words)).isEqualTo(words);
    }
}
