package org.baoxiu.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creates groups, rights, lists and people before the first request, in one transaction. Running again changes nothing. */
@Component
class IdentitySetup implements SmartInitializingSingleton {

  private final TransactionOperations transaction;
  private final StartLock lock;
  private final Groups groups;
  private final Rights rights;
  private final Filters filters;
  private final People people;

  IdentitySetup(TransactionOperations transaction, StartLock lock, Groups groups, Rights rights, Filters filters,
      People people) {
    this.transaction = transaction;
    this.lock = lock;
    this.groups = groups;
    this.rights = rights;
    this.filters = filters;
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
    filters.create();
    people.create();
  }
}
