package org.baoxiu.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's own check of its records, asked as strictly as a test can: nothing counts as still under way. */
public final class Records {

    /** What the check allows for work that is under way. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private Records() {}

    /** @param settled when nothing was due any more */
    public static List<String> disagreements(DataSource database, Instant settled) {
        TimeZone before = TimeZone.getDefault();
        // the tables keep times as the office's clock shows them
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        try {
            return new Consistency(
                            JdbcClient.create(database), Clock.fixed(settled.plus(GRACE), ZoneId.systemDefault()))
                    .findings();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
