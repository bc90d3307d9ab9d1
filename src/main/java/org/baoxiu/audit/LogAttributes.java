package org.baoxiu.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.audit.LogAttribute.Type;
import org.jspecify.annotations.Nullable;

/** Those of one thing; what is not known is left out, as neither format has a sign for it. */
final class LogAttributes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final List<LogAttribute> all = new ArrayList<>();

    LogAttributes text(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : add(name, Type.TEXT, plain(value));
    }

    LogAttributes time(String name, @Nullable Instant value) {
        return value == null ? this : add(name, Type.TIME, timeOf(value));
    }

    LogAttributes whole(String name, @Nullable Long value) {
        return value == null ? this : add(name, Type.WHOLE, value.toString());
    }

    LogAttributes yuan(String name, @Nullable BigDecimal value) {
        return value == null ? this : add(name, Type.YUAN, value.toPlainString());
    }

    LogAttributes truth(String name, boolean value) {
        return add(name, Type.TRUTH, Boolean.toString(value));
    }

    private LogAttributes add(String name, Type type, String value) {
        all.add(new LogAttribute(name, type, value));
        return this;
    }

    List<LogAttribute> all() {
        return all;
    }

    /** Both formats want the offset with it. */
    static String timeOf(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Without the signs that XML cannot hold. */
    static String plain(String value) {
        return value.codePoints()
                .filter(sign -> !Character.isISOControl(sign)
                        && Character.getType(sign) != Character.SURROGATE
                        && (sign & 0xFFFE) != 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
