package org.baoxiu.slip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners add to their slips after the report, and what the office answers, each with its line in the history (4.3.1.2, Q1). */
@Service
@Transactional
public class OwnerRemarks {

    private static final int MOST = 500;
    private static final Duration WORTH_ANSWERING = Duration.ofDays(30);

    private final JdbcClient database;
    private final Slips slips;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    OwnerRemarks(JdbcClient database, Slips slips, ApplicationEventPublisher listeners, Clock clock) {
        this.database = database;
        this.slips = slips;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** All of a slip, the oldest first. */
    public List<OwnerRemark> of(String number) {
        return database.sql("select * from owner_remark where slip_number = ? order by id")
                .param(number)
                .query(OwnerRemarks::remark)
                .list();
    }

    /**
     * A remark that nobody has answered.
     *
     * @param number of its slip
     * @param place  of its slip
     */
    public record Waiting(String number, String office, String place, OwnerRemark remark) {}

    /** Those of the last weeks in some offices, the oldest first. */
    public List<Waiting> waiting(OfficeScope scope) {
        return database.sql(
                        """
            select r.*, s.office, s.place from owner_remark r join slip s on s.number = r.slip_number
             where r.answered_at is null and r.said_at >= :since and %s
             order by r.said_at, r.id fetch first 50 rows only"""
                                .formatted(scope.condition("s.office")))
                .param("since", LocalTimes.local(clock.instant().minus(WORTH_ANSWERING)))
                .param("offices", scope.parameter())
                .query((row, number) -> new Waiting(
                        row.getString("slip_number"),
                        row.getString("office"),
                        row.getString("place"),
                        remark(row, number)))
                .list();
    }

    /** @throws Rejection if the slip has ended */
    public void add(String number, String words, Person by) {
        Slip slip = slips.get(number);
        slip.requireOpen("补充情况");
        database.sql("insert into owner_remark (slip_number, words, said_at) values (?, ?, ?)")
                .params(number, checked(words, "补充的情况"), LocalTimes.local(clock.instant()))
                .update();
        slips.note(number, by, 0, "4.3.1.2", "业主留言：" + words);
    }

    /**
     * Answers once, also after the slip has ended.
     *
     * @throws Rejection if there is no such remark on this slip, or somebody has answered it
     */
    public void answer(String number, long remark, String words, Person by) {
        String answer = checked(words, "答复");
        Instant now = clock.instant();
        int answered = database.sql(
                        "update owner_remark set answer = ?, answered_by = ?, answered_at = ? where id = ? and slip_number = ? and answer is null")
                .params(answer, by.id(), LocalTimes.local(now), remark, number)
                .update();
        if (answered == 0) {
            throw Rejection.outOfTurn(number, "这条留言已经有人答复，请看答复的内容。");
        }
        Slip slip = slips.change(number, by, 0, "Q1", "答复业主留言：" + answer, told -> told.contacting()
                .answered(now));
        listeners.publishEvent(new RemarkAnswered(slip, remark, answer));
    }

    private static String checked(String words, String what) {
        String text = Texts.lines(words);
        if (text.isEmpty()) {
            throw Rejection.invalid("请填写“" + what + "”。");
        }
        if (text.length() > MOST) {
            throw Rejection.invalid("“" + what + "”最多 " + MOST + " 个字，现在有 " + text.length() + " 个，请缩短后重新提交。");
        }
        return text;
    }

    private static OwnerRemark remark(ResultSet row, int number) throws SQLException {
        return new OwnerRemark(
                row.getLong("id"),
                row.getString("words"),
                LocalTimes.instant(row, "said_at"),
                row.getString("answer"),
                row.getString("answered_by"),
                LocalTimes.instantOrNull(row, "answered_at"));
    }
}
