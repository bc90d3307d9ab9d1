package org.baoxiu.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.baoxiu.audit.ElementPromises;
import org.baoxiu.commitment.CommitmentKind;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * How long the tasks and steps of former cases took, from the engine's history, as {@link EndedActivities} writes it down since. What each of
 * them promises is said by the room of the process, not once more here.
 */
@Component
class V63_1__TimesOfBefore extends BaseJavaMigration {

    private static final String FILL =
            """
      insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, limit_seconds, office, repair_class, item_code, technician)
      select a.ID_, s.number, a.ACT_ID_, a.START_TIME_, a.END_TIME_, a.DURATION_ / 1000, null, s.office, s.repair_class, s.item_code,
             coalesce(a.ASSIGNEE_, s.technician)
        from ACT_HI_ACTINST a join slip s on s.case_id = a.ROOT_PROC_INST_ID_
       where a.END_TIME_ is not null and a.DURATION_ is not null and a.ACT_TYPE_ in ('userTask', 'subProcess', 'callActivity')
         and not exists (select 1 from element_time t where t.activity = a.ID_)""";

    private static final String LIMIT =
            """
      update element_time set limit_seconds =
             (select nullif(c.limit_seconds, 0) from commitment c
               where c.slip_number = element_time.slip_number and c.kind = ? and c.started_at <= element_time.ended_at
               order by c.started_at desc, c.id desc fetch first row only)
       where element = ? and limit_seconds is null""";

    private final ElementPromises promises;

    V63_1__TimesOfBefore(ElementPromises promises) {
        this.promises = promises;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement fill = context.getConnection().prepareStatement(FILL)) {
            fill.executeUpdate();
        }
        try (PreparedStatement limit = context.getConnection().prepareStatement(LIMIT)) {
            for (Map.Entry<String, CommitmentKind> promise :
                    promises.byElement().entrySet()) {
                limit.setString(1, promise.getValue().name());
                limit.setString(2, promise.getKey());
                limit.executeUpdate();
            }
        }
    }
}
