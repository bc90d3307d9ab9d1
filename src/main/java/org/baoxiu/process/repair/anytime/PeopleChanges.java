package org.baoxiu.process.repair.anytime;

import java.util.Set;
import org.baoxiu.dispatch.CertificatesChanged;
import org.baoxiu.engine.PeopleWatch;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Person;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work and lists follow whoever comes, leaves, is called otherwise or has another certificate (3.3, Q3). */
@Component
class PeopleChanges implements PeopleWatch {

    private final PeoplesWork work;
    private final FreshLists lists;
    private final Persons persons;
    private final IdentityService identity;

    private final TransactionSynchronization lookAtTheLists = new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
            unrestricted(lists::write);
        }
    };

    PeopleChanges(PeoplesWork work, FreshLists lists, Persons persons, IdentityService identity) {
        this.work = work;
        this.lists = lists;
        this.persons = persons;
        this.identity = identity;
    }

    @Override
    public void changed(Set<String> left) {
        Person by = persons.current();
        unrestricted(() -> {
            left.forEach(person -> work.leave(person, by));
            lists.write();
        });
    }

    /** The lists are looked at once, however many certificates a transaction records: it knows each synchronization once. */
    @EventListener(CertificatesChanged.class)
    void certificatesChanged() {
        TransactionSynchronizationManager.registerSynchronization(lookAtTheLists);
    }

    /** Whoever changes people need not have a right to all the cases that hang on them. */
    private void unrestricted(Runnable step) {
        Authentication login = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            step.run();
        } finally {
            if (login != null) {
                identity.setAuthentication(login.getUserId(), login.getGroupIds(), login.getTenantIds());
            }
        }
    }
}
