package org.baoxiu.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.baoxiu.operation.Records;
import org.baoxiu.testing.RecordingServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After something has broken: whether all is there that people were told, once, and whether the records agree. */
final class Reckoning {

    private final DataSource database;
    private final JdbcClient sql;

    Reckoning(DataSource database) {
        this.database = database;
        this.sql = JdbcClient.create(database);
    }

    /** @param settled when nothing was due any more */
    Reckoning recordsAgree(Instant settled) {
        assertThat(Records.disagreements(database, settled))
                .as("what the application's own check finds")
                .isEmpty();
        return this;
    }

    Reckoning nothingIsLost(Shift shift) {
        assertThat(missing(shift.openedCases(), "select case_id from slip"))
                .as("cases that were acknowledged and are not there")
                .isEmpty();
        assertThat(missing(shift.doneTasks(), "select id_ from act_hi_taskinst where end_time_ is not null"))
                .as("steps that were acknowledged and are not done")
                .isEmpty();
        assertThat(missing(shift.openedPlaces(), "select place from slip"))
                .as("slips that the app was told of and that are not there")
                .isEmpty();
        assertThat(shift.unclear()).as("answers without a Chinese word").isEmpty();
        return this;
    }

    private List<String> missing(List<String> acknowledged, String there) {
        List<String> missing = new ArrayList<>(acknowledged);
        missing.removeAll(Set.copyOf(sql.sql(there).query(String.class).list()));
        return missing;
    }

    Reckoning nothingIsTwice(Shift shift) {
        assertThat(sql.sql("select place from slip where place like ? group by place having count(*) > 1")
                        .param(shift.street() + "%")
                        .query(String.class)
                        .list())
                .as("places that were reported once and have two slips")
                .isEmpty();
        assertThat(sql.sql(
                                """
                select task_def_key_ || ' of ' || proc_inst_id_ from act_hi_taskinst where task_def_key_ in (:steps)
                 group by task_def_key_, proc_inst_id_ having count(*) > 1""")
                        .param("steps", Shift.STEPS.keySet())
                        .query(String.class)
                        .list())
                .as("steps that came twice")
                .isEmpty();
        none(
                "timers that fired twice",
                """
            select process_instance_id_ from act_hi_job_log where act_id_ = 'Timer_RegistrationOverdue' and job_state_ = 2
             group by process_instance_id_ having count(*) > 1""");
        none(
                "misses that were noted twice",
                """
            select slip_number from commitment where kind = 'REGISTRATION' and missed_at is not null
             group by slip_number having count(*) > 1""");
        none(
                "misses that were written down twice",
                """
            select slip_number || text from history_entry where text like '%已超时%'
             group by slip_number, text having count(*) > 1""");
        none(
                "slips that were billed twice",
                "select slip_number from fee_entry where kind = 'BILLED' group by slip_number having count(*) > 1");
        return this;
    }

    private void none(String what, String question) {
        assertThat(sql.sql(question).query(String.class).list()).as(what).isEmpty();
    }

    /**
     * What the gateway got: each message at least once. Only what was on its way when a node died may have come again, and then with
     * the same id, so that the gateway knows it.
     *
     * @param onTheWay messages that a death may have met, at most
     */
    Reckoning ownersAreTold(Shift shift, RecordingServer gateway, int onTheWay) {
        List<String> got = gateway.requests().stream()
                .map(RecordingServer.Request::json)
                .filter(text -> text.has("slipNumber"))
                .map(text -> text.path("id").asText())
                .toList();
        Set<String> once = new HashSet<>(got);
        assertThat(missing(
                        sql.sql(
                                        """
                select cast(m.id as varchar(20)) from message m join slip s on s.number = m.slip_number
                 where m.channel = 'SMS' and s.place like ?""")
                                .param(shift.street() + "%")
                                .query(String.class)
                                .list(),
                        once))
                .as("text messages that never came")
                .isEmpty();
        assertThat(got.size() - once.size()).as("text messages that came again").isLessThanOrEqualTo(onTheWay);
        Faults.say(once.size() + " text messages, " + (got.size() - once.size()) + " of them again after a death");
        return this;
    }

    private static List<String> missing(List<String> expected, Set<String> there) {
        return expected.stream().filter(one -> !there.contains(one)).collect(Collectors.toList());
    }
}
