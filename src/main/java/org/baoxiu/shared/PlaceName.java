package org.baoxiu.shared;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place as people write it, in its normal form: 3 栋 2 单元 501 室, 3-2-501, ３幢二单元５０１ and 3号楼2单元5楼501 are one flat;
 * 3栋12室 and 31栋2室, 3-2-501 and 32-501 are two. Nothing is guessed: what is not read as a flat stays a text.
 *
 * @param building such as 3栋, 东区3栋 or 紫荆楼; empty when none is said
 * @param unit     such as 2单元; empty when none is said
 * @param flat     the number of the flat, without zeros before it; empty where the text is no flat
 * @param rest     what else is said of a place that is no flat
 */
public record PlaceName(String building, String unit, String flat, String rest) {

    private static final String NUMBER = "[0-9]{1,3}[A-Z]?|[A-Z]{1,2}[0-9]{0,3}";
    private static final String UNIT_NUMBER = "[0-9]{1,2}|[A-Z]";
    private static final String BUILDING_SIGN = "(?:号楼|号栋|号幢|栋|棟|幢|座|#楼?|楼(?=(?:" + UNIT_NUMBER + ")单元)" + "|号(?=(?:"
            + UNIT_NUMBER + ")单元|[0-9]{2,4}[A-Z]?(?:室|房|号|户)?$))";

    /** What stands before the number of a building: a part of the community, a street. */
    private static final String BEFORE =
            "(?<before>(?:[^0-9A-Z-]|[0-9]+(?:期|区|号院|弄|村|组|号(?=[0-9A-Z]+(?:栋|幢|座|号楼))))*?)-?";

    private static final String SIGNED_BUILDING = BEFORE + "(?<building>" + NUMBER + ")" + BUILDING_SIGN + "-?";
    private static final String BARE_BUILDING = BEFORE + "(?<building>" + NUMBER + ")-";
    private static final String NAMED_BUILDING = "(?<named>[^0-9A-Z-]*[楼阁轩苑居府厦庭座])-?";
    private static final String SIGNED_UNIT = "(?<unit>" + UNIT_NUMBER + ")(?:单元|门)-?";
    private static final String BARE_UNIT = "(?<unit>" + UNIT_NUMBER + ")-";

    /** In a flat it does not matter where. */
    private static final String ROOMS = "(?:的|-|家|里|中|内|屋内|室内|厨房|卫生间|洗手间|厕所|浴室|客厅|餐厅|书房|主卧|次卧|卧室|阳台|房间|入户门)*";

    private static final String FLAT = "(?<flat>[0-9]{1,6}[A-Z]?|[A-Z][0-9]{1,4})(?:室|房|号房|号|户)?" + ROOMS;

    private static final List<Pattern> FLATS = Stream.of(
                    SIGNED_BUILDING + SIGNED_UNIT + FLAT,
                    SIGNED_BUILDING + BARE_UNIT + FLAT,
                    SIGNED_BUILDING + FLAT,
                    BARE_BUILDING + SIGNED_UNIT + FLAT,
                    NAMED_BUILDING + SIGNED_UNIT + FLAT,
                    NAMED_BUILDING + BARE_UNIT + FLAT,
                    NAMED_BUILDING + FLAT,
                    BARE_BUILDING + BARE_UNIT + FLAT,
                    BARE_BUILDING + FLAT)
            .map(Pattern::compile)
            .toList();

    private static final List<Pattern> PARTS = Stream.of(
                    SIGNED_BUILDING + SIGNED_UNIT,
                    BARE_BUILDING + SIGNED_UNIT,
                    NAMED_BUILDING + SIGNED_UNIT,
                    SIGNED_BUILDING)
            .map(Pattern::compile)
            .toList();

    private static final String ALONE = BEFORE + "(?<building>" + NUMBER + ")" + "(?:号楼|号栋|号幢|栋|棟|幢|座|#|号|楼)?";
    private static final Pattern BUILDING_ALONE = Pattern.compile(ALONE);
    private static final Pattern UNIT_ALONE = Pattern.compile("(?<unit>" + UNIT_NUMBER + ")(?:单元|门)?");
    private static final Pattern FLAT_ALONE = Pattern.compile(FLAT);

    private static final Pattern IN_WORDS =
            Pattern.compile(ChineseNumbers.DIGIT + "+(?=#|号|栋|棟|幢|座|单元|门|室|房|户|期|区|弄|层|楼|-)|^" + ChineseNumbers.DIGIT
                    + "+$|(?<=栋|棟|幢|座|楼|单元|-)" + ChineseNumbers.DIGIT + "+$");

    private static final Pattern DASHES = Pattern.compile("\\s*[-－—–−‐‑‒―_/／.．·]+\\s*");
    private static final Pattern BLANK_BETWEEN_NUMBERS = Pattern.compile("(?<=[0-9A-Z])\\s+(?=[0-9A-Z])");
    private static final Pattern LIST = Pattern.compile("(?<=[0-9A-Z])\\s*[,，、;；]\\s*(?=[0-9A-Z])");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^\\p{L}\\p{N}#+-]");

    /** The floor says nothing that the number of the flat does not say. */
    private static final Pattern FLOOR = Pattern.compile("(?<![0-9A-Z])([1-9][0-9]?)(?:楼|层)-?(?=\\1[0-9]{2}(?![0-9]))");

    /** @param text as it was typed, with the name of its office before it or without */
    public static PlaceName of(String office, String text) {
        String line = plain(text);
        String before = plain(office);
        return of(line.startsWith(before) ? line.substring(before.length()) : line);
    }

    public static PlaceName of(String text) {
        String plain = FLOOR.matcher(plain(text)).replaceAll("");
        return FLATS.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::matches)
                .findFirst()
                .map(found -> new PlaceName(building(found), unit(found), number(found.group("flat")), ""))
                .orElseGet(() -> text(plain));
    }

    private static PlaceName text(String plain) {
        return PARTS.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::lookingAt)
                .findFirst()
                .map(found -> new PlaceName(building(found), unit(found), "", plain.substring(found.end())))
                .orElseGet(() -> new PlaceName("", "", "", plain));
    }

    /** Of the columns of a list, where each says by itself what it is: 3 or 3栋, 2 or 2单元, 501 or 501室; unit may be empty. */
    public static PlaceName ofParts(String building, String unit, String flat) {
        String where = alone(building, BUILDING_ALONE).map(PlaceName::building).orElseGet(() -> plain(building));
        String entrance = alone(unit, UNIT_ALONE).map(PlaceName::unit).orElseGet(() -> plain(unit));
        return alone(flat, FLAT_ALONE)
                .map(found -> new PlaceName(where, entrance, number(found.group("flat")), ""))
                .orElseGet(() -> new PlaceName(where, entrance, "", plain(flat)));
    }

    private static Optional<Matcher> alone(String part, Pattern pattern) {
        return Optional.of(pattern.matcher(plain(part))).filter(Matcher::matches);
    }

    public boolean isFlat() {
        return !building.isEmpty() && !flat.isEmpty();
    }

    /** What all spellings of one place have in common, and no two places. */
    public String key() {
        return building + unit + flat + rest;
    }

    /** Whether both can mean one place: a unit that only one of them says is not held against the other. */
    public boolean mayBe(PlaceName other) {
        boolean unitOpen = unit.isEmpty() || other.unit.isEmpty();
        return key().equals(other.key())
                || isFlat() && unitOpen && withoutUnit().equals(other.withoutUnit());
    }

    /** A flat without the unit, which is often left out where a building has one only. */
    public String withoutUnit() {
        return building + flat;
    }

    private static String building(Matcher found) {
        return group(found, "named")
                .orElseGet(() ->
                        group(found, "before").orElse("").replaceAll("-$", "") + number(found.group("building")) + "栋");
    }

    private static String unit(Matcher found) {
        return group(found, "unit").map(unit -> number(unit) + "单元").orElse("");
    }

    private static Optional<String> group(Matcher found, String name) {
        return found.pattern().pattern().contains("(?<" + name + ">")
                ? Optional.ofNullable(found.group(name))
                : Optional.empty();
    }

    private static String number(String typed) {
        return typed.replaceFirst("^0+(?=[0-9])", "");
    }

    /** Capitals and Arabic numbers, one kind of dash between numbers, no blanks and no other signs. */
    private static String plain(String typed) {
        String line =
                Texts.line(typed).toUpperCase(Locale.ROOT).replace('＃', '#').replace('№', '#');
        line = DASHES.matcher(line).replaceAll("-");
        line = BLANK_BETWEEN_NUMBERS.matcher(line).replaceAll("-");
        line = LIST.matcher(line).replaceAll("+");
        line = OTHER_SIGNS.matcher(line).replaceAll("");
        return IN_WORDS.matcher(line).replaceAll(words -> ChineseNumbers.arabic(words.group()));
    }
}
