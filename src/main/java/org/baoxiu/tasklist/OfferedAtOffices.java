package org.baoxiu.tasklist;

import java.util.List;
import org.baoxiu.office.OfficesChanged;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.StartLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Open tasks that were offered to roles by a former release, or before their office was registered, are offered to the roles in that
 * office as well, as by {@link OfficeGroups#at} for every task since. All at once: there may be tens of thousands.
 */
@Component
class OfferedAtOffices {

    private static final String ROLES =
            "select distinct GROUP_ID_ from ACT_RU_IDENTITYLINK where TYPE_ = 'candidate' and GROUP_ID_ is not null";

    private static final String MISSING =
            """
      insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)
      select l.ID_ || '-' || cast(o.id as varchar(20)), 1, l.GROUP_ID_ || '%1$s' || cast(o.id as varchar(20)), l.TYPE_, l.TASK_ID_
        from ACT_RU_IDENTITYLINK l
        join ACT_RU_TASK t on t.ID_ = l.TASK_ID_
        join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
        join slip s on s.number = p.BUSINESS_KEY_
        join office o on o.name = s.office
       where l.TYPE_ = 'candidate' and l.GROUP_ID_ in (:roles)
         and not exists (select 1 from ACT_RU_IDENTITYLINK k where k.TASK_ID_ = l.TASK_ID_
                          and k.GROUP_ID_ = l.GROUP_ID_ || '%1$s' || cast(o.id as varchar(20)))"""
                    .formatted(OfficeGroups.AT);

    private final TransactionOperations transaction;
    private final StartLock lock;
    private final JdbcClient database;

    OfferedAtOffices(TransactionOperations transaction, StartLock lock, JdbcClient database) {
        this.transaction = transaction;
        this.lock = lock;
        this.database = database;
    }

    /** One node after the other; running again changes nothing. */
    @EventListener({ApplicationReadyEvent.class, OfficesChanged.class})
    void complete() {
        transaction.executeWithoutResult(status -> {
            lock.acquire();
            List<String> roles = database.sql(ROLES).query(String.class).list().stream()
                    .filter(group -> !OfficeGroups.isAtOffice(group))
                    .toList();
            if (!roles.isEmpty()) {
                database.sql(MISSING).param("roles", roles).update();
            }
        });
    }
}
