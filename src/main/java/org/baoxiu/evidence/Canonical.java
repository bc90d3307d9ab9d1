package org.baoxiu.evidence;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A text that is the same for the same values and another one for any others: each value has its length before it. */
final class Canonical {

    private final StringBuilder text = new StringBuilder();

    Canonical add(@Nullable Object value) {
        String written = value(value);
        text.append(written == null ? "-" : written.length() + ":" + written).append(';');
        return this;
    }

    /** Nothing at all where there is no value: a column that is added later changes nothing for the rows of before. */
    Canonical addNamed(String name, @Nullable String value) {
        if (value != null) {
            text.append(name).append('=');
            add(value);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    byte[] hash() {
        return hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the databases give it; the same for both of them. */
    static @Nullable String value(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(hash(bytes));
        }
        if (value instanceof Timestamp time) {
            return value(time.toLocalDateTime());
        }
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MILLIS).toString();
        }
        if (value instanceof Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value == null ? null : value.toString();
    }
}
