package org.baoxiu.audit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/** What stands in a column of an {@link AuditTopic}, and from how many columns of its query it is read. */
enum AuditCell {
    TEXT(1),
    /** Number of a slip. */
    SLIP(1),
    /** What somebody has written: whatever looks like a telephone is hidden. */
    WORDS(1),
    PERSON(1),
    PROMISE(1),
    /** Kind of a promise, and whoever had to keep it where it is one person's. */
    KEEPER(2),
    /** When a promise was due, and when it was kept, if it was. */
    LATE(2),
    CLASS(1),
    STATE(1),
    MOMENT(1),
    COUNT(1),
    YUAN(1);

    private final int width;

    AuditCell(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /**
     * A {@link Long} or a {@link BigDecimal} in yuan, or else a text; empty where there is nothing to say.
     *
     * @param names of people by their login names
     */
    Object read(ResultSet row, int column, Instant now, UnaryOperator<String> names) throws SQLException {
        return switch (this) {
            case COUNT -> row.getLong(column);
            case YUAN -> Optional.<Object>ofNullable(row.getBigDecimal(column)).orElse("");
            case LATE -> late(moment(row, column), moment(row, column + 1), now);
            case MOMENT ->
                Optional.ofNullable(moment(row, column)).map(Times::minute).orElse("");
            case KEEPER -> keeper(row.getString(column), row.getString(column + 1), names);
            default -> text(row.getString(column), names);
        };
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        return LocalTimes.instantOrNull(row, row.getMetaData().getColumnLabel(column));
    }

    private static String late(@Nullable Instant due, @Nullable Instant kept, Instant now) {
        return due == null
                ? ""
                : TimeText.after(kept == null ? "已超时" : "迟", Duration.between(due, kept == null ? now : kept));
    }

    private static String keeper(String kind, @Nullable String person, UnaryOperator<String> names) {
        return CommitmentKind.valueOf(kind).keptBy().label() + (person == null ? "" : "（" + names.apply(person) + "）");
    }

    private String text(@Nullable String value, UnaryOperator<String> names) {
        if (value == null) {
            return "";
        }
        return switch (this) {
            case WORDS -> Telephones.hiddenIn(value);
            case PERSON -> names.apply(value);
            case PROMISE -> CommitmentKind.valueOf(value).label();
            case CLASS -> RepairClass.valueOf(value).label();
            case STATE -> SlipState.valueOf(value).label();
            default -> value;
        };
    }
}
