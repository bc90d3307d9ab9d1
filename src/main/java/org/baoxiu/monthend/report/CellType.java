package org.baoxiu.monthend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.ResponsibleRole;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.fee.CollectionState;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/** What stands in a column: how it is read from the database, and in which unit people see it. */
public enum CellType {
    TEXT,
    /** A word or two. */
    BRIEF,
    SLIP,
    PLACE,
    /** What somebody has written: whatever looks like a telephone is hidden. */
    WORDS,
    PERSON,
    /** Somebody, or nobody where the promise is not a person's. */
    KEEPER,
    CHANNEL,
    AREA,
    REPAIR_CLASS,
    STATE,
    PROMISE,
    ROLE,
    REWORK,
    TEAM,
    COLLECTION,
    MOMENT,
    COUNT,
    /** Whole days between two moments. */
    DAYS,
    /** How long it was from one moment to another. */
    DURATION,
    YUAN,
    HOURS,
    SCORE,
    QUANTITY,
    RATE,
    /** Written out with its unit, where each line has another. */
    FIGURE;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    /** A rate is read from two columns, its part and its whole, days and durations from begin and end; everything else from one. */
    int width() {
        return this == RATE || this == DAYS || this == DURATION ? 2 : 1;
    }

    public boolean number() {
        return compareTo(COUNT) >= 0;
    }

    /** A {@link String}, {@link LocalDateTime}, {@link Long}, {@link Duration}, {@link BigDecimal} or {@link Rate}; null where there is nothing to say. */
    @Nullable
    Object read(ResultSet row, int column, Colleagues colleagues) throws SQLException {
        return switch (this) {
            case MOMENT -> row.getObject(column, LocalDateTime.class);
            case COUNT -> row.getLong(column);
            case DAYS ->
                Duration.between(
                                row.getObject(column, LocalDateTime.class),
                                row.getObject(column + 1, LocalDateTime.class))
                        .toDays();
            case DURATION ->
                between(row.getObject(column, LocalDateTime.class), row.getObject(column + 1, LocalDateTime.class));
            case YUAN, SCORE -> scaled(row.getBigDecimal(column), 2);
            case HOURS -> scaled(row.getBigDecimal(column), 1);
            case QUANTITY -> row.getBigDecimal(column);
            case RATE -> new Rate(row.getLong(column), row.getLong(column + 1));
            default -> label(row.getString(column), colleagues);
        };
    }

    static @Nullable Duration between(@Nullable LocalDateTime begin, @Nullable LocalDateTime end) {
        return begin == null || end == null ? null : Duration.between(begin, end);
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number, int scale) {
        return number == null ? null : number.setScale(scale, RoundingMode.HALF_UP);
    }

    private String label(String code, Colleagues colleagues) {
        if (code == null || code.isBlank()) {
            return missing();
        }
        return switch (this) {
            case PLACE, WORDS -> Telephones.hiddenIn(code);
            case PERSON, KEEPER -> colleagues.nameOf(code);
            case CHANNEL -> Channel.valueOf(code).label();
            case AREA -> Area.valueOf(code).label();
            case REPAIR_CLASS -> RepairClass.valueOf(code).label();
            case STATE -> SlipState.valueOf(code).label();
            case PROMISE -> CommitmentKind.valueOf(code).label();
            case ROLE -> ResponsibleRole.valueOf(code).label();
            case REWORK -> Rework.valueOf(code).label();
            case TEAM -> Qualification.of(code).label();
            case COLLECTION -> CollectionState.valueOf(code).label();
            default -> code;
        };
    }

    private String missing() {
        return switch (this) {
            case REPAIR_CLASS -> RepairClass.labelOf(null);
            case PERSON -> "未派人";
            case TEAM -> "未定班组";
            default -> "";
        };
    }

    /** How a page shows it. */
    String text(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof LocalDateTime time) {
            return time.format(MINUTE);
        }
        if (cell instanceof Duration time) {
            return TimeText.of(time);
        }
        return cell instanceof BigDecimal number ? number.toPlainString() + unit() : cell.toString();
    }

    private String unit() {
        return switch (this) {
            case YUAN -> " 元";
            case HOURS -> " 小时";
            case SCORE -> " 分";
            default -> "";
        };
    }

    /** How a spreadsheet shows it. */
    public String format() {
        return switch (this) {
            case MOMENT -> "yyyy-mm-dd hh:mm";
            case COUNT, DAYS -> "#,##0";
            case DURATION -> "[h]:mm";
            case YUAN -> "#,##0.00\" 元\"";
            case HOURS -> "#,##0.0\" 小时\"";
            case SCORE -> "0.00\" 分\"";
            case QUANTITY -> "#,##0.###";
            case RATE -> "0.0%";
            default -> "@";
        };
    }
}
