package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** What is written in capitals is the amount and no other. */
@PropertyDefaults(tries = 10_000)
@Tag("4.3.1.4")
class CapitalsPropertiesTest {

    private static final List<Character> DIGITS = List.of('零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖');
    private static final Map<Character, Long> SMALL = Map.of('拾', 10L, '佰', 100L, '仟', 1_000L);
    private static final Map<Character, Long> LARGE = Map.of('万', 10_000L, '亿', 100_000_000L, '元', 1L);

    @Property
    void whatIsWrittenReadsBack(
            @ForAll @BigRange(min = "-999999999999.99", max = "999999999999.99") @Scale(2) BigDecimal yuan) {
        assertThat(read(Capitals.of(yuan))).isEqualByComparingTo(yuan);
    }

    /** Round numbers, where the zeros are. */
    @Property
    void zerosInsideAreWrittenOnce(@ForAll("sparse") BigDecimal yuan) {
        String words = Capitals.of(yuan);
        assertThat(read(words)).isEqualByComparingTo(yuan);
        assertThat(words).doesNotContain("零零", "零元", "零万", "零亿", "亿万");
    }

    @Provide
    Arbitrary<BigDecimal> sparse() {
        return Arbitraries.of(0, 0, 0, 1, 5, 9).list().ofSize(13).map(digits -> new BigDecimal(
                        "1" + digits.stream().map(String::valueOf).reduce("", String::concat))
                .movePointLeft(2));
    }

    /** A reader of its own: it adds up what it reads and knows nothing of how it was written. */
    private static BigDecimal read(String words) {
        long yuan = 0;
        long fen = 0;
        long section = 0;
        long digit = 0;
        for (char word : words.replace("负", "").replace("整", "").toCharArray()) {
            if (DIGITS.contains(word)) {
                digit = DIGITS.indexOf(word);
            } else if (SMALL.containsKey(word)) {
                section += digit * SMALL.get(word);
                digit = 0;
            } else if (LARGE.containsKey(word)) {
                yuan += (section + digit) * LARGE.get(word);
                section = 0;
                digit = 0;
            } else {
                assertThat(word).isIn('角', '分');
                fen += digit * (word == '角' ? 10 : 1);
                digit = 0;
            }
        }
        BigDecimal amount = BigDecimal.valueOf(yuan).add(BigDecimal.valueOf(fen, 2));
        return words.startsWith("负") ? amount.negate() : amount;
    }
}
