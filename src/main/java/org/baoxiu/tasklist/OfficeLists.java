package org.baoxiu.tasklist;

import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.OfficesChanged;
import org.baoxiu.people.StartLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A list in Tasklist for each office that something can be reported to. */
@Component
class OfficeLists {

    private final TransactionOperations transaction;
    private final StartLock lock;
    private final OfficeRegister offices;
    private final Filters filters;

    OfficeLists(TransactionOperations transaction, StartLock lock, OfficeRegister offices, Filters filters) {
        this.transaction = transaction;
        this.lock = lock;
        this.offices = offices;
        this.filters = filters;
    }

    /** One node after the other; running again changes nothing. */
    @EventListener({ApplicationReadyEvent.class, OfficesChanged.class})
    void create() {
        transaction.executeWithoutResult(status -> {
            lock.acquire();
            filters.create(offices.all());
        });
    }
}
