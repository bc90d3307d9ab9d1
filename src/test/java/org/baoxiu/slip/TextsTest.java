package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import org.baoxiu.shared.Texts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("输入的文字")
@Tag("found:D2")
class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "\u2060",
                "\u00AD",
                "\u3000",
                "\u2003",
                "\u202F",
                "\t",
                "\n",
                "\0",
                "\u001B",
                "\u200E",
                "\u202E",
                "\u2066",
                "\u200D",
                "\u180E",
                "\u3164",
                "\uFFA0",
                "\u115F",
                "\u2800",
                "\uFE0F",
                "\u034F",
                "\u2028",
                " \u200B\u00A0\u3000\uFEFF ",
                ""
            })
    @DisplayName("what nobody can see is nothing, and a slip needs more than that")
    void invisible(String text) {
        assertThat(Texts.isBlank(text)).isTrue();
        assertThat(Texts.line(text)).isEmpty();
        assertThat(Texts.lines(text)).isEmpty();
        Refusal.of(() -> open(text, "3 栋 502", "漏水")).invalid().says("报修人");
        Refusal.of(() -> open("张三", text, "漏水")).invalid().says("地点");
        Refusal.of(() -> open("张三", "3 栋 502", text)).invalid().says("故障");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "买买提·吐尔逊",
                "买买提．吐尔逊",
                "客厅灯——不亮，漏水。急！",
                "12㎡、½″、Ø15、〇",
                "𠮷野家",
                "（三）栋",
                "㑇㛃䶮",
                "A座/B座 #3 @5",
                "😀",
                "Ω α β ①②",
                "ㄅㄆ",
                "葛\uDB40\uDD00城"
            })
    @DisplayName("what can be seen stays as it is")
    void visible(String text) {
        assertThat(Texts.line(text)).isEqualTo(text);
        assertThat(Texts.lines(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'３栋５０２',3栋502",
        "'Ａ座ｂ单元',A座b单元",
        "'张\u200B三',张三",
        "'\uFEFF张三\u00A0',张三",
        "'张\u3000三',张 三",
        "'3\u00A0栋\u2003502',3 栋 502",
        "'水\u00AD管',水管",
        "'漏\u202E水',漏水",
        "'漏\u0000水',漏水",
        "'3 栋\n502',3 栋 502",
        "'3 栋\r\n\r\n502',3 栋 502"
    })
    @DisplayName("one width of letters and digits, one kind of blank, nothing invisible")
    void normalised(String typed, String text) {
        assertThat(Texts.line(typed)).isEqualTo(text);
    }

    @Test
    @DisplayName("longer texts keep their lines, however they end")
    void lines() {
        assertThat(Texts.lines("一、漏水\r\n二、堵\r三、响\u2028四、黑\n\n")).isEqualTo("一、漏水\n二、堵\n三、响\n四、黑");
    }

    private static Slip open(String name, String place, String fault) {
        return Slip.open(
                SlipAt.NUMBER,
                new Report("一号管理处", Channel.PHONE, Area.INSIDE, name, "13800000000", place, fault, SlipAt.NINE),
                null,
                null,
                SlipAt.NINE,
                SlipAt.CLERK);
    }
}
