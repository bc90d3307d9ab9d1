package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("缩短的文字")
@Tag("found:A12")
class ExcerptTest {

    private static final String PLACE = "翠湖花园三号楼二单元五百零二室进门左";

    @Test
    @DisplayName(
            "a place of 18 characters and an emoji fits into 20, and is cut before or after the emoji, never inside")
    void emoji() {
        assertThat(PLACE + "😀").hasSize(20);
        assertThat(Excerpt.of(PLACE + "😀", 20)).isEqualTo(PLACE + "😀");
        assertThat(Excerpt.of(PLACE + "😀😀", 20)).isEqualTo(PLACE + "😀😀");
        assertThat(Excerpt.of(PLACE + "😀😀😀", 20)).isEqualTo(PLACE + "😀…");
        assertThat(Excerpt.of(PLACE + "手😀厨房", 20)).isEqualTo(PLACE + "手…");
    }

    @Test
    @DisplayName(
            "what is made of several code points stays whole: a family, a flag, a tone of skin, an accent, a rare character")
    void graphemes() {
        for (String character : new String[] {"👨‍👩‍👧", "🇨🇳", "👍🏽", "e\u0301", "𠮷"}) {
            assertThat(Excerpt.of("甲乙" + character + "丙丁戊", 4)).isIn("甲乙…", "甲乙" + character + "…");
        }
        assertThat(Excerpt.of("𠮷𠮷𠮷", 3)).isEqualTo("𠮷𠮷𠮷");
    }

    @Test
    @DisplayName("messages show it in one line and without telephone numbers")
    void line() {
        assertThat(Excerpt.line(" 3 栋\n502  13912345678 ", 30)).isEqualTo("3 栋 502 …");
    }

    @Property(tries = 300)
    void neverHalfACharacterAndNeverLonger(@ForAll String words, @ForAll @IntRange(min = 1, max = 40) int max) {
        String cut = Excerpt.of(words, max);
        assertThat(cut.codePointCount(0, cut.length())).isLessThanOrEqualTo(Math.max(max, 1));
        if (words.codePoints().noneMatch(one -> Character.getType(one) == Character.SURROGATE)) {
            assertThat(cut.codePoints().noneMatch(one -> Character.getType(one) == Character.SURROGATE))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请[点击这里重新登录](https://evil.example/login)",
                "看 https://evil.example",
                "看 www.evil.example",
                "evil.example/login",
                "写信到 a@evil.example",
                "<a href=https://evil.example>张三</a>",
                "<img src=x>",
                "HTTP://EVIL.EXAMPLE",
                "dingtalk://dingtalkclient/page/link?url=x"
            })
    @Tag("found:D6")
    @DisplayName("no chat and no mail program makes a link of what people have typed")
    void noLinks(String words) {
        assertThat(Excerpt.line(words, 200))
                .doesNotContain("://", "](", "<")
                .doesNotContainPattern("[\\w-]\\.[a-zA-Z]{2}")
                .hasSameSizeAs(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5mm 螺丝，No.2 柜", "3 栋 502", "12㎡，1/2″", "漏水……", "A.座"})
    @Tag("found:D6")
    @DisplayName("everything else stays as it is")
    void otherWords(String words) {
        assertThat(Excerpt.line(words, 200)).isEqualTo(words);
    }
}
