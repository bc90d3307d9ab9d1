package org.baoxiu.people;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creates groups, rights, lists and people before the first request, in one transaction. Running again changes nothing. */
@Component
public class IdentitySetup implements SmartInitializingSingleton {

    private final TransactionOperations transaction;
    private final StartLock lock;
    private final GroupsAtStart groups;
    private final Rights rights;
    private final List<SetUp> others;
    private final People people;

    IdentitySetup(
            TransactionOperations transaction,
            StartLock lock,
            GroupsAtStart groups,
            Rights rights,
            List<SetUp> others,
            People people) {
        this.transaction = transaction;
        this.lock = lock;
        this.groups = groups;
        this.rights = rights;
        this.others = others;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> setUp());
    }

    private void setUp() {
        lock.acquire();
        groups.create();
        rights.grant(OfficeRights.all());
        others.forEach(SetUp::create);
        people.create();
    }
}
