package org.baoxiu.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as people type them: {@code 0930}, {@code 9点半}, {@code 下午3:05}, {@code 12月1日}, {@code 2026/12/1},
 * {@code 12-1 9.30}, {@code 明天上午9点}. Whatever can be read in two ways is not read at all. A date without a year is the
 * nearest one on the side that its field looks to. Forms of earlier releases send ISO 8601, which is read as well.
 */
public final class TypedTime {

    /** Where the time of a field lies: behind or ahead. */
    public enum Side {
        PAST,
        FUTURE
    }

    private static final String HOUR = "(2[0-3]|[01]?\\d)";
    private static final String MINUTE = "([0-5]\\d)";
    private static final String PART_OF_DAY = "(凌晨|清晨|早上|上午|中午|下午|傍晚|晚上)";
    private static final String SECONDS = "(?::[0-5]\\d(?:\\.\\d{1,9})?)?";
    private static final String SPOKEN = HOUR + "[点时](?:(半|一刻|三刻|整)|" + MINUTE + "分?|([0-9])分)?";
    private static final Pattern TIME = Pattern.compile(
            PART_OF_DAY + "? ?(?:" + HOUR + "[:.]" + MINUTE + SECONDS + "|" + SPOKEN + ")|" + HOUR + MINUTE);

    private static final String MONTH = "(1[0-2]|0?[1-9])";
    private static final String DAY = "(3[01]|[12]\\d|0?[1-9])";
    private static final String WORD = "(前天|昨天|今天|明天|后天)";
    private static final Pattern DATE = Pattern.compile(
            "(?:(\\d{4}) ?[-/.年] ?)?" + MONTH + " ?[-/.月] ?" + DAY + " ?[日号]?|(\\d{4})(\\d\\d)(\\d\\d)|" + WORD);
    private static final Pattern WHOLE_MONTH =
            Pattern.compile("(?:(\\d{4})[-/.年])?" + MONTH + "月|(\\d{4})[-/.年]" + MONTH);

    private static final Pattern OFFSET = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*(?:Z|[+-]\\d\\d:\\d\\d)");

    private static final Map<String, Integer> DAYS = Map.of("前天", -2, "昨天", -1, "今天", 0, "明天", 1, "后天", 2);
    private static final Map<String, Integer> PARTS = Map.of("半", 30, "一刻", 15, "三刻", 45, "整", 0);

    private TypedTime() {}

    /** A time of day, to the minute. */
    public static Optional<LocalTime> time(String typed) {
        Matcher found = TIME.matcher(plain(typed));
        if (!found.matches()) {
            return Optional.empty();
        }
        if (found.group(8) != null) {
            return Optional.of(LocalTime.of(number(found.group(8)), number(found.group(9))));
        }
        boolean figures = found.group(2) != null;
        int minute = figures ? number(found.group(3)) : spokenMinute(found);
        return hour(found.group(1), number(figures ? found.group(2) : found.group(4)))
                .map(hour -> LocalTime.of(hour, minute));
    }

    private static int spokenMinute(Matcher found) {
        return found.group(5) != null
                ? PARTS.getOrDefault(found.group(5), 0)
                : Stream.of(6, 7)
                        .map(found::group)
                        .filter(digits -> digits != null)
                        .findFirst()
                        .map(TypedTime::number)
                        .orElse(0);
    }

    /** Empty for what nobody says, such as 上午15点, and for 晚上12点, which is the end of one day to some and the beginning to others. */
    private static Optional<Integer> hour(@Nullable String partOfDay, int hour) {
        return switch (partOfDay == null ? "" : partOfDay) {
            case "凌晨", "清晨", "早上" -> Optional.of(hour).filter(morning -> morning < 12);
            case "上午" -> Optional.of(hour).filter(morning -> morning <= 12);
            case "中午" -> Optional.of(hour < 3 ? hour + 12 : hour).filter(noon -> hour != 0 && noon >= 11 && noon < 15);
            case "下午", "傍晚" ->
                Optional.of(hour < 12 ? hour + 12 : hour).filter(afternoon -> hour != 0 && afternoon < 20);
            case "晚上" -> Optional.of(hour < 12 ? hour + 12 : hour).filter(evening -> hour > 4 && evening > 12);
            default -> Optional.of(hour);
        };
    }

    /** A day of the calendar. */
    public static Optional<LocalDate> day(String typed, Side side, LocalDate today) {
        Matcher found = DATE.matcher(plain(typed));
        if (!found.matches()) {
            return Optional.empty();
        }
        if (found.group(7) != null) {
            return Optional.ofNullable(DAYS.get(found.group(7))).map(today::plusDays);
        }
        if (found.group(1) != null || found.group(4) != null) {
            return dayWithYear(found);
        }
        int month = number(found.group(2));
        int day = number(found.group(3));
        return years(side, today)
                .mapToObj(year -> day(year, month, day))
                .flatMap(Optional::stream)
                .filter(date -> side == Side.FUTURE ? !date.isBefore(today) : !date.isAfter(today))
                .findFirst();
    }

    /** A day that is written with its year, where it may lie on either side and any number of years away. */
    public static Optional<LocalDate> dayWithYear(String typed) {
        Matcher found = DATE.matcher(plain(typed));
        return found.matches() ? dayWithYear(found) : Optional.empty();
    }

    private static Optional<LocalDate> dayWithYear(Matcher found) {
        if (found.group(4) != null) {
            return day(number(found.group(4)), number(found.group(5)), number(found.group(6)));
        }
        return found.group(1) == null
                ? Optional.empty()
                : day(number(found.group(1)), number(found.group(2)), number(found.group(3)));
    }

    private static IntStream years(Side side, LocalDate today) {
        return IntStream.of(today.getYear(), today.getYear() + (side == Side.FUTURE ? 1 : -1));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A month, or the month of a day, that is over or running. */
    public static Optional<YearMonth> month(String typed, LocalDate today) {
        Matcher found = WHOLE_MONTH.matcher(plain(typed));
        if (!found.matches()) {
            return day(typed, Side.PAST, today).map(YearMonth::from);
        }
        if (found.group(3) != null) {
            return Optional.of(YearMonth.of(number(found.group(3)), number(found.group(4))));
        }
        int month = number(found.group(2));
        int year = found.group(1) != null
                ? number(found.group(1))
                : month > today.getMonthValue() ? today.getYear() - 1 : today.getYear();
        return Optional.of(YearMonth.of(year, month));
    }

    /** A date with a time, or a time of today that cannot be taken for a date, in the office's local time. */
    public static Optional<Instant> moment(String typed, Side side, Instant now) {
        String text = plain(typed);
        try {
            if (OFFSET.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        return dateAndTime(text, side, today)
                .map(local -> local.atZone(ZoneId.systemDefault()).toInstant());
    }

    /** A blank parts the two; behind a word it may be missing. */
    private static Optional<LocalDateTime> dateAndTime(String text, Side side, LocalDate today) {
        if (!DATE.matcher(text).matches() && time(text).isPresent()) {
            return time(text).map(today::atTime);
        }
        for (int blank = text.length() - 1; blank > 0; blank--) {
            boolean parted = " T".indexOf(text.charAt(blank)) >= 0;
            if (parted || "日号天".indexOf(text.charAt(blank - 1)) >= 0) {
                Optional<LocalDate> day = day(text.substring(0, blank), side, today);
                Optional<LocalTime> time = time(text.substring(parted ? blank + 1 : blank));
                if (day.isPresent() && time.isPresent()) {
                    return Optional.of(day.get().atTime(time.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The signs that a Chinese input method writes instead of those of a keyboard. */
    private static String plain(String typed) {
        return Texts.line(typed)
                .replaceAll(" +", " ")
                .replaceAll("[：﹕∶]", ":")
                .replaceAll("[．。]", ".")
                .replace('／', '/')
                .replaceAll("[－—–−‐]", "-");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
