package org.baoxiu.incident;

import java.time.Clock;
import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has called about an incident: joined to it instead of a slip of their own, and told of its change and end. */
@Service
@Transactional
public class IncidentCallers {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient database;
    private final Incidents incidents;
    private final Clock clock;

    IncidentCallers(JdbcClient database, Incidents incidents, Clock clock) {
        this.database = database;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * @param said what else, or empty
     * @throws Rejection if somebody cannot be called back by it, or it is over
     */
    public void join(long incident, String name, String telephone, String place, String said, Person by) {
        if (incidents.get(incident).over(clock.instant()) != null) {
            throw Rejection.outOfTurn("这条公共故障已经结束，请照常登记报修。");
        }
        database.sql(
                        """
            insert into incident_caller (incident_id, name, telephone, telephone_key, place, said, called_at, taken_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        incident,
                        needed("来电人姓名", name, LONGEST_NAME),
                        Telephones.checked("来电人电话", telephone),
                        Telephones.key(telephone),
                        needed("地点", place, LONGEST_PLACE),
                        within("故障情况", Texts.lines(said), LONGEST_WORDS),
                        LocalTimes.local(clock.instant()),
                        by.id())
                .update();
    }

    private static String needed(String label, String typed, int longest) {
        String text = Texts.line(typed);
        if (text.isEmpty()) {
            throw Rejection.invalid("请填写“" + label + "”。");
        }
        return within(label, text, longest);
    }

    private static String within(String label, String text, int longest) {
        if (text.length() > longest) {
            throw Rejection.invalid("“" + label + "”最多 " + longest + " 个字。");
        }
        return text;
    }

    /** The latest first. */
    public List<IncidentCaller> of(long incident) {
        return database.sql(
                        """
            select id, name, telephone, place, said, called_at, taken_by from incident_caller
             where incident_id = ? order by id desc""")
                .param(incident)
                .query((row, number) -> new IncidentCaller(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("telephone"),
                        row.getString("place"),
                        row.getString("said"),
                        LocalTimes.instant(row, "called_at"),
                        row.getString("taken_by")))
                .list();
    }
}
