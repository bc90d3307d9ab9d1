package org.baoxiu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("按字对查找")
class GramsPropertiesTest {

    @Property(tries = 2000)
    @Label("whatever part of a text is asked for, the text has all of its grams")
    void noPartIsMissed(@ForAll("texts") String text, @ForAll int from, @ForAll int to) {
        String all = Spelling.lines(Stream.of(text.split(" ")));
        if (all.isEmpty()) {
            return;
        }
        int begin = Math.floorMod(from, all.length());
        int end = begin + 1 + Math.floorMod(to, all.length() - begin);
        List<String> parts = Stream.of(all.substring(begin, end).split("\n"))
                .filter(part -> !part.isEmpty())
                .toList();

        assertThat(Arrays.stream(Grams.of(all)).boxed())
                .containsAll(Arrays.stream(Grams.asked(parts)).boxed().toList());
        assertThat(parts).allSatisfy(part -> assertThat(Grams.asked(part)).isNotEmpty());
    }

    @Example
    void figuresThatStandTogetherAreAskedForSideBySide() {
        assertThat(Grams.asked("13912345678")).hasSize(3).containsExactly(Grams.asked(List.of("1391", "2345", "5678")));
        assertThat(Grams.asked("水管")).hasSize(1);
        assertThat(Grams.asked("水管漏")).hasSize(2);
        assertThat(Grams.asked("502室")).hasSize(2);
    }

    @Property(tries = 500)
    @Label("a place is found by whatever it begins with")
    void beginnings(@ForAll("texts") String place, @ForAll int length) {
        String form = Spelling.of(place);
        if (form.isEmpty()) {
            return;
        }
        String begun = Spelling.PLACE + form.substring(0, 1 + Math.floorMod(length, form.length()));

        assertThat(Arrays.stream(Grams.of(Spelling.lines(Stream.of("漏水")) + Spelling.places(Stream.of(place))))
                        .boxed())
                .containsAll(Arrays.stream(Grams.asked(begun)).boxed().toList());
        assertThat(Grams.asked(begun)).hasSize(1);
    }

    @Example
    void whatStandsInTwoThingsIsNoPair() {
        assertThat(Arrays.stream(Grams.of(Spelling.lines(Stream.of("水", "管")))).boxed())
                .doesNotContainSequence(Arrays.stream(Grams.asked("水管")).boxed().toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("0123456789水管漏栋室ABxy𠮷〇ｗ１（）-%_'é ")
                .ofMinLength(1)
                .ofMaxLength(40);
    }
}
