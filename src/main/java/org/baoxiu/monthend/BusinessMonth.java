package org.baoxiu.monthend;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.baoxiu.commitment.Deadline;
import org.baoxiu.commitment.Stage;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One month from its freezing to its closing, with the clock of its hand-over (4.3.7, 4.3.8). The limit is the one that was in
 * force when the month was frozen; it runs from the end of the month.
 */
public class BusinessMonth {

    @Id
    /** As the calendar writes it, such as 2026-11. */
    private String period;

    @Version
    private @Nullable Long version;

    private String caseId;
    private MonthState state;
    private Instant startsAt;
    private Instant endsAt;
    private Instant frozenAt;

    @Embedded.Empty
    private Deadline deadline;

    private @Nullable Instant handedOverAt;
    private @Nullable String handedOverBy;
    private @Nullable String checkNote;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable String receiptNote;

    /** For the persistence only, which fills in what is never missing. */
    @SuppressWarnings("NullAway.Init")
    BusinessMonth() {}

    static BusinessMonth freeze(YearMonth month, String caseId, Deadline handOver, Instant now) {
        BusinessMonth frozen = new BusinessMonth();
        frozen.period = month.toString();
        frozen.caseId = caseId;
        frozen.state = MonthState.FROZEN;
        frozen.startsAt = LocalTimes.start(month);
        frozen.endsAt = end(month);
        frozen.frozenAt = now;
        frozen.deadline = handOver;
        return frozen;
    }

    /** The first moment after it, from which the hand-over is owed. */
    static Instant end(YearMonth month) {
        return LocalTimes.start(month.plusMonths(1));
    }

    static YearMonth of(Instant time) {
        return YearMonth.from(LocalTimes.local(time));
    }

    void handOver(@Nullable String noteOrNull, Instant now, Person by) {
        require(MonthState.FROZEN, "移交");
        state = MonthState.HANDED_OVER;
        checkNote = noteOrNull;
        handedOverAt = now;
        handedOverBy = by.id();
    }

    void receive(@Nullable String noteOrNull, Instant now, Person by) {
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
        Optional<Stage> stage = handedOverAt == null ? deadline.stage(now) : Optional.empty();
        stage.ifPresent(told -> deadline.told(told, now));
        return stage;
    }

    public YearMonth month() {
        return YearMonth.parse(period);
    }

    public String label() {
        return Times.month(month());
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

    /** When the month has to be with general affairs, and who was told of it. */
    public Deadline deadline() {
        return deadline;
    }

    public @Nullable Instant handedOverAt() {
        return handedOverAt;
    }

    public @Nullable String handedOverBy() {
        return handedOverBy;
    }

    public @Nullable String checkNote() {
        return checkNote;
    }

    public @Nullable Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable String receivedBy() {
        return receivedBy;
    }

    public @Nullable String receiptNote() {
        return receiptNote;
    }
}
