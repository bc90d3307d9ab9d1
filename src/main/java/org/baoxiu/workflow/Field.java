package org.baoxiu.workflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.slip.Rejection;

/**
 * A field of a form: its variable, its Chinese label and the check of what was submitted. Forms are only a convenience, so
 * every value is read through a field, whatever way it came in.
 *
 * @param <T> what the rest of the application gets to see
 */
public final class Field<T> {

  private final String name;
  private final String label;
  private final Function<Object, T> parse;

  private Field(String name, String label, Function<Object, T> parse) {
    this.name = name;
    this.label = label;
    this.parse = parse;
  }

  /** A text of at most {@code max} characters. */
  public static Field<String> text(String name, String label, int max) {
    return new Field<>(name, label, value -> {
      String text = string(label, value);
      if (text.length() > max) {
        throw Rejection.invalid("“" + label + "”最多 " + max + " 个字，现在有 " + text.length() + " 个，请缩短后重新提交。");
      }
      return text;
    });
  }

  /** A text that has to look like {@code pattern}; {@code hint} says in Chinese what is expected. */
  public static Field<String> text(String name, String label, String pattern, String hint) {
    return new Field<>(name, label, value -> {
      String text = string(label, value);
      if (!text.matches(pattern)) {
        throw Rejection.invalid("“" + label + "”不正确：" + hint);
      }
      return text;
    });
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

  /** A number between two bounds, both included, with at most {@code decimals} digits after the point. */
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

  /** A point in time, with an offset or in the office's local time. */
  public static Field<Instant> moment(String name, String label) {
    return new Field<>(name, label, value -> {
      String text = string(label, value);
      try {
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
      } catch (DateTimeException e) {
        throw Rejection.invalid("“" + label + "”不是有效的日期和时间，请重新选择。");
      }
    });
  }

  /** A time of day, to the minute. */
  public static Field<LocalTime> time(String name, String label) {
    return new Field<>(name, label, value -> {
      try {
        return LocalTime.parse(string(label, value)).truncatedTo(ChronoUnit.MINUTES);
      } catch (DateTimeException e) {
        throw Rejection.invalid("“" + label + "”不是有效的时间，请按 14:35 这样填写。");
      }
    });
  }

  public static Field<LocalDate> day(String name, String label) {
    return new Field<>(name, label, value -> {
      try {
        return LocalDate.parse(string(label, value));
      } catch (DateTimeException e) {
        throw Rejection.invalid("“" + label + "”不是有效的日期，请重新选择。");
      }
    });
  }

  /** One of the constants of an enumeration, written in camel case: {@code OWNER_ABSENT} is {@code ownerAbsent}. */
  public static <E extends Enum<E>> Field<E> choice(String name, String label, Class<E> type) {
    return new Field<>(name, label, value -> {
      String code = string(label, value);
      return Arrays.stream(type.getEnumConstants()).filter(constant -> code(constant).equals(code)).findFirst()
          .orElseThrow(() -> Rejection.invalid("“" + label + "”没有“" + code + "”这一选项，请从列出的选项中选择。"));
    });
  }

  /** The spelling of a constant in forms, variables and decision tables. */
  public static String code(Enum<?> constant) {
    String words = Arrays.stream(constant.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase())
        .collect(Collectors.joining());
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  public String name() {
    return name;
  }

  String label() {
    return label;
  }

  /** Reads a value that is there; wrong type or content is a {@link Rejection}. */
  T parse(Object value) {
    return parse.apply(value);
  }

  private static String string(String label, Object value) {
    if (value instanceof String text) {
      if (text.codePoints().anyMatch(Field::unprintable)) {
        throw Rejection.invalid("“" + label + "”里有不能显示的字符，请删去后重新提交。");
      }
      return text.strip();
    }
    throw Rejection.invalid("“" + label + "”的内容格式不对，请改正后重新提交。");
  }

  /** What a database may refuse to store: control characters other than line breaks and tabs, and halves of a character. */
  private static boolean unprintable(int character) {
    return Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0
        || Character.getType(character) == Character.SURROGATE;
  }

  private static BigDecimal decimal(String label, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return new BigDecimal(number.toString());
    }
    throw Rejection.invalid("“" + label + "”要填数字，请改正后重新提交。");
  }
}
