package org.baoxiu.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.slip.SlipState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the office stands at one moment.
 *
 * @param open        open slips by state; every state of an open slip has its number
 * @param overdue     promises of open slips whose time is over and that are not kept, those that pause left out
 * @param waiting     messages that wait for their delivery
 * @param oldest      how long the oldest of them has been waiting
 * @param undelivered messages that have failed, expired or need a call, until somebody has seen to them; also those that time has
 *                    overtaken since, which 消息投递 leaves out
 * @param months      frozen months that general affairs have not received yet (4.3.8)
 * @param sessions    logins that are still good, of all nodes
 */
record OfficeFigures(
        Map<SlipState, Integer> open,
        int overdue,
        int waiting,
        Duration oldest,
        int undelivered,
        int months,
        int sessions) {

    private static final String OPEN =
            "select state, count(*) as slips from slip where closed_at is null group by state";

    private static final String COUNTS =
            """
      select (select count(*) from commitment c
               where c.ended_at is null and c.due_at < :now
                 and not exists (select 1 from commitment_pause p where p.commitment = c.id and p.paused_until is null))
                 as overdue,
             (select count(*) from message where state = 'WAITING') as waiting,
             (select min(created_at) from message where state = 'WAITING') as oldest,
             (select count(*) from message
               where state in ('FAILED', 'EXPIRED') or state = 'TO_CALL' and expires_at > :now) as undelivered,
             (select count(*) from business_month where state <> 'CLOSED') as months,
             (select count(*) from spring_session where principal_name is not null and expiry_time > :millis) as sessions""";

    static OfficeFigures read(JdbcClient database, Clock clock) {
        Instant now = clock.instant();
        LocalDateTime local = LocalTimes.local(now);
        Map<SlipState, Integer> open = open(database);
        return database.sql(COUNTS)
                .param("now", local)
                .param("millis", now.toEpochMilli())
                .query((row, number) -> read(row, now, open))
                .single();
    }

    private static Map<SlipState, Integer> open(JdbcClient database) {
        Map<SlipState, Integer> open = new EnumMap<>(SlipState.class);
        for (SlipState state : SlipState.values()) {
            if (!state.ended()) {
                open.put(state, 0);
            }
        }
        database.sql(OPEN).query(row -> {
            open.put(SlipState.valueOf(row.getString("state")), row.getInt("slips"));
        });
        return open;
    }

    private static OfficeFigures read(ResultSet row, Instant now, Map<SlipState, Integer> open) throws SQLException {
        Instant oldest = LocalTimes.instantOrNull(row, "oldest");
        return new OfficeFigures(
                open,
                row.getInt("overdue"),
                row.getInt("waiting"),
                oldest == null ? Duration.ZERO : Duration.between(oldest, now),
                row.getInt("undelivered"),
                row.getInt("months"),
                row.getInt("sessions"));
    }
}
