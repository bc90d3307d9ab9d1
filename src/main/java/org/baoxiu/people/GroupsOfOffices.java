package org.baoxiu.people;

import java.util.Objects;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.OfficesChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A group for each office of the register, so that an administrator can say who belongs to it, here or in Admin. */
@Component
class GroupsOfOffices {

    private final TransactionOperations transaction;
    private final StartLock lock;
    private final OfficeRegister register;
    private final GroupsAtStart groups;

    GroupsOfOffices(TransactionOperations transaction, StartLock lock, OfficeRegister register, GroupsAtStart groups) {
        this.transaction = transaction;
        this.lock = lock;
        this.register = register;
        this.groups = groups;
    }

    /** One node after the other; running again changes nothing. Before the lists of the offices, which these groups may see. */
    @EventListener({ApplicationReadyEvent.class, OfficesChanged.class})
    @Order(0)
    void create() {
        transaction.executeWithoutResult(status -> {
            lock.acquire();
            for (Office office : register.all()) {
                groups.create(OfficeGroups.of(Objects.requireNonNull(office.id())), office.name(), OfficeGroups.TYPE);
            }
        });
    }
}
