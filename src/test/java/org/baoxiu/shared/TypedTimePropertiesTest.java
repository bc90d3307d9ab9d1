package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.baoxiu.shared.TypedTime.Side;

/** Whatever spelling a person chooses, the time is the one that was meant, and what is no time is none. */
class TypedTimePropertiesTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 28, 19, 36);
    private static final LocalDate TODAY = NOW.toLocalDate();

    @Property
    void everySpellingOfATimeIsThatTime(
            @ForAll("times") LocalTime time,
            @ForAll("spellingsOfTimes") Function<LocalTime, String> spelling,
            @ForAll boolean wide) {
        assertThat(TypedTime.time(typed(spelling.apply(time), wide))).contains(time);
    }

    @Property
    void everySpellingOfADayIsThatDay(
            @ForAll("days") LocalDate day, @ForAll("spellingsOfDays") String pattern, @ForAll boolean wide) {
        assertThat(TypedTime.day(typed(day.format(DateTimeFormatter.ofPattern(pattern)), wide), Side.FUTURE, TODAY))
                .contains(day);
        assertThat(TypedTime.dayWithYear(typed(day.format(DateTimeFormatter.ofPattern(pattern)), wide)))
                .contains(day);
    }

    @Property
    void aDayWithoutAYearLiesOnTheSideOfItsField(
            @ForAll @IntRange(min = 0, max = 364) int distance, @ForAll("spellingsWithoutYear") String pattern) {
        LocalDate ahead = TODAY.plusDays(distance);
        LocalDate behind = TODAY.minusDays(distance);
        assertThat(TypedTime.dayWithYear(ahead.format(DateTimeFormatter.ofPattern(pattern))))
                .isEmpty();
        assertThat(TypedTime.day(ahead.format(DateTimeFormatter.ofPattern(pattern)), Side.FUTURE, TODAY))
                .contains(ahead);
        assertThat(TypedTime.day(behind.format(DateTimeFormatter.ofPattern(pattern)), Side.PAST, TODAY))
                .contains(behind);
    }

    @Property
    void aDayAndATimeAreAMoment(
            @ForAll("days") LocalDate day,
            @ForAll("spellingsOfDays") String pattern,
            @ForAll("times") LocalTime time,
            @ForAll("spellingsOfTimes") Function<LocalTime, String> spelling,
            @ForAll boolean wide) {
        String both = day.format(DateTimeFormatter.ofPattern(pattern)) + " " + spelling.apply(time);
        assertThat(moment(typed(both, wide))).contains(day.atTime(time));
    }

    @Property
    void aTimeAloneIsTodays(@ForAll("times") LocalTime time) {
        assertThat(moment(time.format(DateTimeFormatter.ofPattern("H:mm")))).contains(TODAY.atTime(time));
        assertThat(moment(time.format(DateTimeFormatter.ofPattern("HHmm")))).contains(TODAY.atTime(time));
    }

    @Property
    void whatFormsOfEarlierReleasesSendIsRead(@ForAll("days") LocalDate day, @ForAll("times") LocalTime time) {
        Instant instant = day.atTime(time).atZone(ZoneId.systemDefault()).toInstant();
        assertThat(TypedTime.moment(
                        day.atTime(time)
                                .atZone(ZoneId.systemDefault())
                                .toOffsetDateTime()
                                .toString(),
                        Side.FUTURE,
                        now()))
                .contains(instant);
        assertThat(TypedTime.moment(instant.toString(), Side.PAST, now())).contains(instant);
        assertThat(TypedTime.day(day.toString(), Side.PAST, TODAY)).contains(day);
        assertThat(TypedTime.time(time.toString())).contains(time);
    }

    @Property
    void nothingThatIsTypedIsAnError(@ForAll("scribbles") String text) {
        TypedTime.time(text).ifPresent(time -> assertThat(text).containsPattern("\\d"));
        TypedTime.day(text, Side.PAST, TODAY).ifPresent(day -> assertThat(text).hasSizeGreaterThan(1));
        TypedTime.month(text, TODAY).ifPresent(month -> assertThat(text).hasSizeGreaterThan(1));
        TypedTime.moment(text, Side.FUTURE, now())
                .ifPresent(moment -> assertThat(text).hasSizeGreaterThan(1));
    }

    @Example
    void whatPeopleSay() {
        assertThat(moment("2026/12/1 9点半")).contains(LocalDateTime.of(2026, 12, 1, 9, 30));
        assertThat(moment("12-1 0930")).contains(LocalDateTime.of(2026, 12, 1, 9, 30));
        assertThat(moment("1月5日下午3点一刻")).contains(LocalDateTime.of(2027, 1, 5, 15, 15));
        assertThat(moment("明天上午9点")).contains(LocalDateTime.of(2026, 11, 29, 9, 0));
        assertThat(moment("14.30")).contains(TODAY.atTime(14, 30));
        assertThat(TypedTime.time("中午12点半")).contains(LocalTime.of(12, 30));
        assertThat(TypedTime.time("晚上8：05")).contains(LocalTime.of(20, 5));
        assertThat(TypedTime.time("9.30")).contains(LocalTime.of(9, 30));
        assertThat(TypedTime.day("9.30", Side.PAST, TODAY)).contains(LocalDate.of(2026, 9, 30));
        assertThat(TypedTime.month("2026年10月", TODAY)).contains(YearMonth.of(2026, 10));
        assertThat(TypedTime.month("12月", TODAY))
                .as("the last one that there was")
                .contains(YearMonth.of(2025, 12));
        assertThat(TypedTime.month("2026-11-03", TODAY)).contains(YearMonth.of(2026, 11));
    }

    @Example
    void whatCanBeReadInTwoWaysIsNotRead() {
        assertThat(moment("9.30")).isEmpty();
        assertThat(moment("12-1")).isEmpty();
        assertThat(TypedTime.time("晚上12点")).isEmpty();
        assertThat(TypedTime.time("上午15点")).isEmpty();
        assertThat(TypedTime.time("9")).isEmpty();
        assertThat(TypedTime.time("24:00")).isEmpty();
        assertThat(TypedTime.day("26-12-1", Side.FUTURE, TODAY)).isEmpty();
        assertThat(TypedTime.day("2026-02-30", Side.FUTURE, TODAY)).isEmpty();
        assertThat(TypedTime.day("+999999999-01-01", Side.FUTURE, TODAY)).isEmpty();
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-36_500, 36_500).map(TODAY::plusDays);
    }

    @Provide
    Arbitrary<Function<LocalTime, String>> spellingsOfTimes() {
        return Arbitraries.of(
                written("HHmm"),
                written("Hmm"),
                written("H:mm"),
                written("HH:mm"),
                written("H：mm"),
                written("H.mm"),
                written("H。mm"),
                written("H点mm"),
                written("H点mm分"),
                written("H时mm分"),
                TypedTimePropertiesTest::spoken);
    }

    private static Function<LocalTime, String> written(String pattern) {
        return time -> time.format(DateTimeFormatter.ofPattern(pattern));
    }

    private static String spoken(LocalTime time) {
        String part = time.getHour() < 12 ? "上午" : time.getHour() < 19 ? "下午" : "晚上";
        String minute =
                switch (time.getMinute()) {
                    case 0 -> "";
                    case 15 -> "一刻";
                    case 30 -> "半";
                    case 45 -> "三刻";
                    default -> time.getMinute() + "分";
                };
        return part + (time.getHour() > 12 ? time.getHour() - 12 : time.getHour()) + "点" + minute;
    }

    @Provide
    Arbitrary<String> spellingsOfDays() {
        return Arbitraries.of("uuuu/M/d", "uuuu-MM-dd", "uuuu.M.d", "uuuu年M月d日", "uuuu年M月d号", "uuuu／M／d", "uuuuMMdd");
    }

    @Provide
    Arbitrary<String> spellingsWithoutYear() {
        return Arbitraries.of("M/d", "M-d", "MM-dd", "M.d", "M月d日", "M月d号");
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings()
                .withChars("0123456789:.-/ T年月日号点时分半上午下天明Z+九")
                .ofMaxLength(25);
    }

    private static Optional<LocalDateTime> moment(String text) {
        return TypedTime.moment(text, Side.FUTURE, now())
                .map(found -> LocalDateTime.ofInstant(found, ZoneId.systemDefault()));
    }

    private static Instant now() {
        return NOW.atZone(ZoneId.systemDefault()).toInstant();
    }

    /** As a Chinese input method writes digits and blanks. */
    private static String typed(String text, boolean wide) {
        StringBuilder all = new StringBuilder();
        text.chars()
                .forEach(sign -> all.append((char)
                        (wide && sign >= '0' && sign <= '9' ? sign + 0xFEE0 : wide && sign == ' ' ? 0x3000 : sign)));
        return all.toString();
    }
}
