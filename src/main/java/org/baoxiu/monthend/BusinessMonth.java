package org.baoxiu.monthend;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.baoxiu.commitment.Limit;
import org.baoxiu.commitment.Stage;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One month from its freezing to its closing, with the clock of its hand-over (4.3.7, 4.3.8). The limit is the one that was in
 * force when the month was frozen; it runs from the end of the month.
 */
public class BusinessMonth {

    @Id
    /** As the calendar writes it, such as 2026-11. */
    private String period;

    @Version
    private Long version;

    private String caseId;
    private MonthState state;
    private Instant startsAt;
    private Instant endsAt;
    private Instant frozenAt;
    private Instant dueAt;
    private long warningSeconds;
    private long againSeconds;
    private String clause;
    private Instant warnedAt;
    private Instant missedAt;
    private Instant toldAt;
    private Instant handedOverAt;
    private String handedOverBy;
    private String checkNote;
    private Instant receivedAt;
    private String receivedBy;
    private String receiptNote;

    /** For the persistence only. */
    BusinessMonth() {}

    static BusinessMonth freeze(YearMonth month, String caseId, Limit limit, Instant now) {
        BusinessMonth frozen = new BusinessMonth();
        frozen.period = month.toString();
        frozen.caseId = caseId;
        frozen.state = MonthState.FROZEN;
        frozen.startsAt = start(month);
        frozen.endsAt = start(month.plusMonths(1));
        frozen.frozenAt = now;
        frozen.dueAt = frozen.endsAt.plus(limit.time());
        frozen.warningSeconds = limit.warning().toSeconds();
        frozen.againSeconds = limit.again().toSeconds();
        frozen.clause = limit.clause();
        return frozen;
    }

    /** The first moment of a month, as the office reads its clocks. */
    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    static YearMonth of(Instant time) {
        return YearMonth.from(LocalDate.ofInstant(time, ZoneId.systemDefault()));
    }

    void handOver(String noteOrNull, Instant now, Person by) {
        require(MonthState.FROZEN, "移交");
        state = MonthState.HANDED_OVER;
        checkNote = noteOrNull;
        handedOverAt = now;
        handedOverBy = by.id();
    }

    void receive(String noteOrNull, Instant now, Person by) {
        require(MonthState.HANDED_OVER, "签收");
        state = MonthState.CLOSED;
        receiptNote = noteOrNull;
        receivedAt = now;
        receivedBy = by.id();
    }

    private void require(MonthState expected, String step) {
        if (state != expected) {
            throw Rejection.invalid(label() + state.label() + "，不能" + step + "。请刷新任务列表后再看。");
        }
    }

    /** What is to be told about the hand-over at this moment, if anything; what is told is noted. */
    Optional<Stage> judge(Instant now) {
        if (handedOverAt != null) {
            return Optional.empty();
        }
        if (missedAt != null) {
            return againSeconds > 0 && times(now) > times(toldAt)
                    ? Optional.of(missed(Stage.AGAIN, now))
                    : Optional.empty();
        }
        if (!dueAt.isAfter(now)) {
            return Optional.of(missed(Stage.MISSED, now));
        }
        if (warningSeconds > 0 && warnedAt == null && !warningAt().isAfter(now)) {
            warnedAt = now;
            return Optional.of(Stage.WARNING);
        }
        return Optional.empty();
    }

    /** How often a miss was to be told again until then. Counted from the due time, so that a timer that was late skips none. */
    private long times(Instant moment) {
        return Duration.between(dueAt, moment).toSeconds() / againSeconds;
    }

    private Stage missed(Stage stage, Instant now) {
        missedAt = missedAt == null ? now : missedAt;
        toldAt = now;
        return stage;
    }

    public YearMonth month() {
        return YearMonth.parse(period);
    }

    public String label() {
        return label(month());
    }

    public static String label(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** Whether this is the one case that settles the month: no other may take a step on it. */
    public boolean isSettledBy(String caseId) {
        return caseId.equals(this.caseId);
    }

    public MonthState state() {
        return state;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    /** When the month has to be with general affairs. */
    public Instant dueAt() {
        return dueAt;
    }

    /** When customer service is reminded; the due time itself where nobody is. */
    public Instant warningAt() {
        return dueAt.minusSeconds(warningSeconds);
    }

    /** How long after a miss it is told again, and again. */
    public Duration again() {
        return Duration.ofSeconds(againSeconds);
    }

    public Instant missedAt() {
        return missedAt;
    }

    /** When somebody was told last that the hand-over is late. */
    public Instant toldAt() {
        return toldAt;
    }

    public Instant handedOverAt() {
        return handedOverAt;
    }

    public String handedOverBy() {
        return handedOverBy;
    }

    public String checkNote() {
        return checkNote;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String receivedBy() {
        return receivedBy;
    }

    public String receiptNote() {
        return receiptNote;
    }
}
