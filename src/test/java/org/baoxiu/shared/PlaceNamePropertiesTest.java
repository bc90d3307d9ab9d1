package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** What holds for every flat, however two people write it. */
@Tag("S2")
class PlaceNamePropertiesTest {

    private static final int TRIES = 2_000;
    private static final String[] ONES = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    /** @param unit 0 where the building has none */
    record Flat(String part, String building, int unit, int floor, int door) {

        String number() {
            return "%d%02d".formatted(floor, door);
        }
    }

    /** How somebody writes; each choice is one of several ways. */
    record Hand(
            int building, int unit, int flat, int blanks, boolean wide, boolean words, boolean floor, boolean dashes) {

        String writes(Flat flat) {
            String text = flat.part() + (dashes ? dashed(flat) : signed(flat));
            return switch (blanks) {
                case 0 -> text;
                case 1 -> text.replaceAll("(?<=[0-9A-Z])(?=[^0-9A-Z-])|(?<=[^0-9A-Z-])(?=[0-9A-Z])", " ");
                default -> "  " + text.replaceAll("(?<=[0-9A-Z])(?=[^0-9A-Z-])", "\u00A0") + "\u200B";
            };
        }

        private String dashed(Flat flat) {
            String dash = new String[] {"-", "—", " - ", "/", "－"}[building];
            return digits(flat.building())
                    + dash
                    + (flat.unit() == 0 ? "" : digits("" + flat.unit()) + dash)
                    + digits(flat.number())
                    + (unit == 0 ? "" : "室");
        }

        private String signed(Flat flat) {
            return number(flat.building())
                    + new String[] {"栋", "幢", "座", "号楼", "#"}[building]
                    + (flat.unit() == 0
                            ? ""
                            : unit == 2 ? digits("" + flat.unit()) + "-" : number("" + flat.unit()) + "单元")
                    + (floor ? digits("" + flat.floor()) + (words ? "层" : "楼") : "")
                    + digits(flat.number())
                    + new String[] {"", "室", "房", "号"}[this.flat];
        }

        private String number(String digits) {
            return words && digits.matches("[1-9][0-9]?") ? inWords(Integer.parseInt(digits)) : digits(digits);
        }

        private static String inWords(int number) {
            String ten = number < 10 ? "" : number < 20 ? "十" : ONES[number / 10] + "十";
            return ten + (number % 10 == 0 ? "" : ONES[number % 10]);
        }

        private String digits(String typed) {
            return wide
                    ? typed.chars()
                            .mapToObj(one -> String.valueOf((char) (one + 0xFEE0)))
                            .collect(Collectors.joining())
                    : typed;
        }
    }

    @Property(tries = TRIES)
    void spellingsOfOneFlatAreOneFlat(
            @ForAll("flats") Flat flat, @ForAll("hands") Hand one, @ForAll("hands") Hand other) {
        PlaceName name = PlaceName.of(one.writes(flat));
        assertThat(name.isFlat()).as(one.writes(flat)).isTrue();
        assertThat(name.key())
                .as(one.writes(flat) + " and " + other.writes(flat))
                .isEqualTo(PlaceName.of(other.writes(flat)).key())
                .isEqualTo(PlaceName.ofParts(
                                flat.part() + flat.building(), flat.unit() == 0 ? "" : "" + flat.unit(), flat.number())
                        .key());
    }

    @Property(tries = TRIES)
    void differentFlatsNeverAre(
            @ForAll("close") Flat one,
            @ForAll("close") Flat other,
            @ForAll("hands") Hand hand,
            @ForAll("hands") Hand another) {
        Assume.that(!one.equals(other));
        assertThat(PlaceName.of(hand.writes(one)).key())
                .as(hand.writes(one) + " and " + another.writes(other))
                .isNotEqualTo(PlaceName.of(another.writes(other)).key());
    }

    @Provide
    Arbitrary<Flat> flats() {
        return flats(Arbitraries.integers().between(1, 99), 33, 12);
    }

    /** Few digits, so that they are put together in other ways to the same row. */
    @Provide
    Arbitrary<Flat> close() {
        return flats(Arbitraries.of(1, 2, 3, 12, 21, 23, 31, 32), 3, 3);
    }

    private static Arbitrary<Flat> flats(Arbitrary<Integer> buildings, int floors, int doors) {
        return Combinators.combine(
                        Arbitraries.of("", "", "东区", "西区", "1期", "2期"),
                        Arbitraries.oneOf(buildings.map(String::valueOf), Arbitraries.of("A", "B")),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, floors),
                        Arbitraries.integers().between(1, doors))
                .as(Flat::new);
    }

    @Provide
    Arbitrary<Hand> hands() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        either,
                        either,
                        either,
                        either)
                .as(Hand::new);
    }
}
