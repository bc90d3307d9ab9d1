package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("缩短的文字")
@Tag("found:A12")
class ExcerptTest {

  private static final String PLACE = "翠湖花园三号楼二单元五百零二室进门左";

  @Test
  @DisplayName("a place of 18 characters and an emoji fits into 20, and is cut before or after the emoji, never inside")
  void emoji() {
    assertThat(PLACE + "😀").hasSize(20);
    assertThat(Excerpt.of(PLACE + "😀", 20)).isEqualTo(PLACE + "😀");
    assertThat(Excerpt.of(PLACE + "😀😀", 20)).isEqualTo(PLACE + "😀😀");
    assertThat(Excerpt.of(PLACE + "😀😀😀", 20)).isEqualTo(PLACE + "😀…");
    assertThat(Excerpt.of(PLACE + "手😀厨房", 20)).isEqualTo(PLACE + "手…");
  }

  @Test
  @DisplayName("what is made of several code points stays whole: a family, a flag, a tone of skin, an accent, a rare character")
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
      assertThat(cut.codePoints().noneMatch(one -> Character.getType(one) == Character.SURROGATE)).isTrue();
    }
  }
}
