package org.baoxiu.workflow.engine;

import java.util.List;
import org.baoxiu.identity.LoginDelays;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The engine's own people and groups, which tell {@link PeopleWatch} of their changes: whoever changes them, in Admin, over REST
 * or in the application, comes through here. Told is before the commit, when the engine has written the change and every query
 * sees it; what fails then takes the change back as well.
 */
final class WatchedPeople extends Accounts {

  private final ObjectProvider<PeopleWatch> watch;

  private WatchedPeople(LoginDelays delays, ObjectProvider<PeopleWatch> watch) {
    super(delays);
    this.watch = watch;
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    beforeCommit(() -> watch.forEach(PeopleWatch::changed));
    return super.saveUser(user);
  }

  @Override
  public IdentityOperationResult createMembership(String person, String group) {
    beforeCommit(() -> watch.forEach(PeopleWatch::changed));
    return super.createMembership(person, group);
  }

  @Override
  public IdentityOperationResult deleteUser(String person) {
    leaves(person);
    return super.deleteUser(person);
  }

  @Override
  public IdentityOperationResult deleteMembership(String person, String group) {
    leaves(person);
    return super.deleteMembership(person, group);
  }

  @Override
  public IdentityOperationResult deleteGroup(String group) {
    List<User> members = createUserQuery().memberOfGroup(group).list();
    members.forEach(member -> leaves(member.getId()));
    return super.deleteGroup(group);
  }

  private void leaves(String person) {
    beforeCommit(() -> watch.forEach(one -> one.left(person)));
  }

  private static void beforeCommit(Runnable telling) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void beforeCommit(boolean readOnly) {
        telling.run();
      }
    });
  }

  @Component
  static class Plugin extends AbstractProcessEnginePlugin {

    private final LoginDelays delays;
    private final ObjectProvider<PeopleWatch> watch;

    Plugin(LoginDelays delays, ObjectProvider<PeopleWatch> watch) {
      this.delays = delays;
      this.watch = watch;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.setIdentityProviderSessionFactory(new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
          return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
          return new WatchedPeople(delays, watch);
        }
      });
    }
  }
}
