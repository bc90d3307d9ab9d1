package org.baoxiu.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

/** The tables keep times as the office's clock shows them. */
public final class LocalTimes {

    private LocalTimes() {}

    /** Null for null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime local = row.getObject(column, LocalDateTime.class);
        return local == null ? null : local.atZone(ZoneId.systemDefault()).toInstant();
    }

    /** The first moment of a month, as the office reads its clocks. */
    public static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    /** Null for null. */
    public static LocalDateTime local(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    }
}
