package org.baoxiu.audit;

import java.time.Instant;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.shared.LocalTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down how long each task and step of a repair took, in the transaction in which it ends. */
@Component
public class ElementTimes {

    private static final String ADD =
            """
      insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, limit_seconds, office, repair_class, item_code, technician)
      select cast(:activity as varchar(64)), s.number, cast(:element as varchar(255)), cast(:started as timestamp(3)),
             cast(:ended as timestamp(3)), cast(:seconds as bigint),
             (select nullif(c.limit_seconds, 0) from commitment c
               where c.slip_number = s.number and c.kind = cast(:kind as varchar(20)) and c.started_at <= cast(:ended as timestamp(3))
               order by c.started_at desc, c.id desc fetch first row only),
             s.office, s.repair_class, s.item_code, coalesce(cast(:person as varchar(64)), s.technician)
        from slip s
       where s.case_id = :rootCase and not exists (select 1 from element_time t where t.activity = cast(:activity as varchar(64)))""";

    private final JdbcClient database;
    private final ElementPromises promises;

    ElementTimes(JdbcClient database, ElementPromises promises) {
        this.database = database;
        this.promises = promises;
    }

    /**
     * Of a case that is no repair nothing is written. What is interrupted from outside ends twice for the engine: the first time counts.
     *
     * @param activity id of this very run of the element
     * @param rootCase id of the case, or of the one that called it
     * @param person   login name of whoever had the task; whoever has the slip where nobody had
     */
    public void ended(
            String activity, String element, String rootCase, @Nullable String person, Instant started, Instant ended) {
        CommitmentKind kind = promises.byElement().get(element);
        database.sql(ADD)
                .param("activity", activity)
                .param("element", element)
                .param("started", LocalTimes.local(started))
                .param("ended", LocalTimes.local(ended))
                .param("seconds", ended.getEpochSecond() - started.getEpochSecond())
                .param("kind", kind == null ? null : kind.name())
                .param("person", person)
                .param("rootCase", rootCase)
                .update();
    }
}
