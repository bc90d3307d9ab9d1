package org.baoxiu.process.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.baoxiu.engine.EngineClock;
import org.baoxiu.shared.Codes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.TypedNumber;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form: its variable, its Chinese label and the check of what was submitted. Forms are only a convenience, so
 * every value is read through a field, whatever way it came in.
 *
 * @param <T> what the rest of the application gets to see
 */
public final class Field<T> {

    private static final int ONE_LINE = 200;

    private final String name;
    private final String label;
    private final Function<Object, T> parse;

    private Field(String name, String label, Function<Object, T> parse) {
        this.name = name;
        this.label = label;
        this.parse = parse;
    }

    /** A text of at most {@code max} characters; up to {@value #ONE_LINE} it is one line. */
    public static Field<String> text(String name, String label, int max) {
        return new Field<>(name, label, value -> {
            String text = max > ONE_LINE ? Texts.lines(string(label, value)) : Texts.line(string(label, value));
            if (text.length() > max) {
                throw Rejection.invalid("“" + label + "”最多 " + max + " 个字，现在有 " + text.length() + " 个，请缩短后重新提交。");
            }
            return text;
        });
    }

    /** A text that has to look like {@code pattern}; {@code hint} says in Chinese what is expected. */
    public static Field<String> text(String name, String label, String pattern, String hint) {
        return new Field<>(name, label, value -> {
            String text = Texts.line(string(label, value));
            if (!text.matches(pattern)) {
                throw Rejection.invalid("“" + label + "”不正确：" + hint);
            }
            return text;
        });
    }

    /** A number that can be dialled, as it was typed. */
    public static Field<String> telephone(String name, String label) {
        return new Field<>(name, label, value -> Telephones.checked(label, string(label, value)));
    }

    /** A box to tick; an absent value means not ticked. */
    public static Field<Boolean> tick(String name, String label) {
        return new Field<>(name, label, value -> {
            if (value instanceof Boolean ticked) {
                return ticked;
            }
            throw Rejection.invalid("“" + label + "”只能是勾选或不勾选，请改正后重新提交。");
        });
    }

    /** A number as people type it between two bounds, both included, with at most {@code decimals} digits after the point. */
    public static Field<BigDecimal> number(String name, String label, String min, String max, int decimals) {
        BigDecimal low = new BigDecimal(min);
        BigDecimal high = new BigDecimal(max);
        return new Field<>(name, label, value -> {
            BigDecimal number = decimal(label, value);
            if (number.compareTo(low) < 0 || number.compareTo(high) > 0) {
                throw Rejection.invalid("“" + label + "”要在 " + min + " 和 " + max + " 之间，请改正后重新提交。");
            }
            if (number.stripTrailingZeros().scale() > decimals) {
                throw Rejection.invalid("“" + label + "”最多 " + decimals + " 位小数，请改正后重新提交。");
            }
            return number;
        });
    }

    /** A point in time as people type it; one without a year lies on the given side of the present. */
    public static Field<Instant> moment(String name, String label, Side side) {
        return typed(
                name,
                label,
                text -> TypedTime.moment(text, side, EngineClock.now()),
                "不是有效的日期和时间，请按 2026-12-01 9:30 这样填写，今天的可以只填时间。");
    }

    /** A time of day as people type it, to the minute. */
    public static Field<LocalTime> time(String name, String label) {
        return typed(name, label, TypedTime::time, "不是有效的时间，请按 14:35 这样填写。");
    }

    /** A day as people type it; one without a year lies on the given side of the present. */
    public static Field<LocalDate> day(String name, String label, Side side) {
        return typed(name, label, text -> TypedTime.day(text, side, today()), "不是有效的日期，请按 2026-12-01 这样填写。");
    }

    /** A month that is over or running, or a day of it. */
    public static Field<YearMonth> month(String name, String label) {
        return typed(name, label, text -> TypedTime.month(text, today()), "不是有效的月份，请按 2026-11 这样填写。");
    }

    private static <T> Field<T> typed(String name, String label, Function<String, Optional<T>> read, String hint) {
        return new Field<>(name, label, value -> read.apply(string(label, value))
                .orElseThrow(() -> Rejection.invalid("“" + label + "”" + hint)));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(EngineClock.now(), ZoneId.systemDefault());
    }

    /** One of the constants of an enumeration, written in camel case: {@code OWNER_ABSENT} is {@code ownerAbsent}. */
    public static <E extends Enum<E>> Field<E> choice(String name, String label, Class<E> type) {
        return new Field<>(name, label, value -> {
            String code = Texts.line(string(label, value));
            return constant(type, code)
                    .orElseThrow(() -> Rejection.invalid("“" + label + "”没有“" + code + "”这一选项，请从列出的选项中选择。"));
        });
    }

    /** The constant that is spelt so; empty for whatever else. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable Object code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(code))
                .findFirst();
    }

    /** The spelling of a constant in forms, variables and decision tables. */
    public static String code(Enum<?> constant) {
        return Codes.of(constant);
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /** Reads a value that is there; wrong type or content is a {@link Rejection}. */
    public T parse(Object value) {
        return parse.apply(value);
    }

    /** Half a character cannot be kept, and nobody can say which it was. */
    private static String string(String label, Object value) {
        if (value instanceof String text) {
            if (text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE)) {
                throw Rejection.invalid("“" + label + "”里有不能显示的字符，请删去后重新提交。");
            }
            return text;
        }
        throw Rejection.invalid("“" + label + "”的内容格式不对，请改正后重新提交。");
    }

    private static BigDecimal decimal(String label, Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString());
        }
        return Optional.ofNullable(value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(TypedNumber::of)
                .orElseThrow(() -> Rejection.invalid("“" + label + "”要填数字，例如 45.50，请改正后重新提交。"));
    }
}
