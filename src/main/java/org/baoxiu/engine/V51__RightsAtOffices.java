package org.baoxiu.engine;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * The rights of the engine as {@code docs/decisions/0017-offices.md} has them. What shows the slips of all offices together becomes a right of
 * those of a role who work for the whole company: everybody so far. The right to a task is read from the task itself, and its grants go.
 */
@Component
class V51__RightsAtOffices extends BaseJavaMigration {

    private static final String OF_COMPANY =
            """
      update ACT_RU_AUTHORIZATION
         set GROUP_ID_ = GROUP_ID_ || 'OfCompany'
       where TYPE_ = 1
         and (GROUP_ID_ in ('director', 'dutyDirector')
                and (RESOURCE_TYPE_ = 0 and RESOURCE_ID_ = 'cockpit' or RESOURCE_TYPE_ in (6, 7, 10, 14) and RESOURCE_ID_ = '*')
              or GROUP_ID_ in ('customerService', 'customerServiceLead', 'engineeringSupervisor', 'director', 'dutyDirector', 'generalAffairs')
                and (RESOURCE_TYPE_ = 0 and RESOURCE_ID_ in ('months', 'today', 'heat')
                     or RESOURCE_TYPE_ = 6 and RESOURCE_ID_ = 'monthEnd'
                     or RESOURCE_TYPE_ = 5
                        and RESOURCE_ID_ in (select f.ID_ from ACT_RU_FILTER f join office o on o.name = f.NAME_)))""";

    private static final String OF_TASKS =
            "delete from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7 and RESOURCE_ID_ <> '*'";

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(OF_COMPANY);
            statement.execute(OF_TASKS);
        }
    }
}
