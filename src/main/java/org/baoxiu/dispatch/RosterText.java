package org.baoxiu.dispatch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;

/**
 * A roster as somebody types or pastes it: one line for a day, or for several in a row with the same hours and people. Days and
 * hours are written as in every field.
 *
 * <pre>
 * 12-01 08:00-20:00 张三、李四
 * 2026-12-01~12-07 晚上8点至早上8点 王五
 * 12-08 清空
 * </pre>
 */
final class RosterText {

    /** Longer than any plan: a mistake in a year is told, not carried out. */
    private static final int AT_MOST_DAYS = 62;

    private static final String DAY = "((?:\\d{4} ?[-/.年] ?)?\\d{1,2} ?[-/.－月] ?\\d{1,2} ?[日号]?|\\d{8}|[今明后]天)";
    private static final String TIME = "([^\\s,，\\-－~～—–至到]+)";
    private static final Pattern LINE =
            Pattern.compile(DAY + "(?:\\s*[~～至到]\\s*" + DAY + ")?(?:\\s*[(（]?(?:周|星期)[一二三四五六日天][)）]?)?[\\s,，]+"
                    + "(?:清空|" + TIME + "\\s*[-－~～—–至到]+\\s*" + TIME + "[\\s,，]+(.+))");
    /** The end of a day, which a field for a time does not know. */
    private static final Pattern END_OF_DAY = Pattern.compile("24(?:[:：.]?00|[点时]整?)");

    private RosterText() {}

    /**
     * @param people as written: names or login names; empty where the day has no roster
     * @param start  midnight, as the end, where the day has no roster
     */
    record Day(LocalDate date, LocalTime start, LocalTime end, List<String> people) {

        LocalDateTime startsAt() {
            return date.atTime(start);
        }

        /** Hours that end no later than they begin reach into the next day. */
        LocalDateTime endsAt() {
            return end.isAfter(start) ? date.atTime(end) : date.plusDays(1).atTime(end);
        }
    }

    /** @throws Rejection with the line that cannot be read */
    static List<Day> read(String text, LocalDate today) {
        List<Day> days = new ArrayList<>();
        text.lines().map(Texts::line).filter(line -> !line.isEmpty()).forEach(line -> days.addAll(line(line, today)));
        if (days.isEmpty()) {
            throw Rejection.invalid("值班表是空的。请每行写一天或几天，例如：12-01 08:00-20:00 张三、李四。");
        }
        return days;
    }

    private static List<Day> line(String line, LocalDate today) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw unreadable(line);
        }
        LocalDate first = day(parts.group(1), today, today).orElseThrow(() -> unreadable(line));
        LocalDate last = parts.group(2) == null
                ? first
                : day(parts.group(2), first, today).orElseThrow(() -> unreadable(line));
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > AT_MOST_DAYS) {
            throw Rejection.invalid("值班表的“" + line + "”：日期要从前到后，一行最多 " + AT_MOST_DAYS + " 天，请改正后重新提交。");
        }
        boolean cleared = parts.group(5) == null;
        LocalTime start =
                cleared ? LocalTime.MIDNIGHT : TypedTime.time(parts.group(3)).orElseThrow(() -> unreadable(line));
        LocalTime end = cleared ? LocalTime.MIDNIGHT : end(parts.group(4)).orElseThrow(() -> unreadable(line));
        List<String> people = cleared
                ? List.of()
                : Arrays.stream(parts.group(5).split("[\\s,，、;；]+"))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList();
        return first.datesUntil(last.plusDays(1))
                .map(date -> new Day(date, start, end, people))
                .toList();
    }

    private static Optional<LocalTime> end(String typed) {
        return END_OF_DAY.matcher(typed).matches() ? Optional.of(LocalTime.MIDNIGHT) : TypedTime.time(typed);
    }

    /** Without a year the nearest day of that name: a roster is mended afterwards as well as made before. */
    private static Optional<LocalDate> day(String typed, LocalDate from, LocalDate today) {
        return typed.endsWith("天")
                ? TypedTime.day(typed, Side.FUTURE, today)
                : TypedTime.day(typed, Side.PAST, from.plusMonths(6));
    }

    private static Rejection unreadable(String line) {
        return Rejection.invalid("值班表的“" + line + "”看不懂。请每行写日期、时间和人员，例如：12-01 08:00-20:00 张三、李四；"
                + "连续几天：12-01~12-07 20:00-08:00 王五；取消一天：12-08 清空。");
    }
}
