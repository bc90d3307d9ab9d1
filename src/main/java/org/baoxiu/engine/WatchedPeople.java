package org.baoxiu.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.people.LoginDelays;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
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
        Changes changes = changed();
        if (user instanceof UserEntity known && known.hasNewPassword()) {
            changes.passwords.add(user.getId());
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult createMembership(String person, String group) {
        changed();
        return super.createMembership(person, group);
    }

    @Override
    public IdentityOperationResult deleteUser(String person) {
        changed(person);
        return super.deleteUser(person);
    }

    @Override
    public IdentityOperationResult deleteMembership(String person, String group) {
        changed(person);
        return super.deleteMembership(person, group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        List<User> members = createUserQuery().memberOfGroup(group).list();
        members.forEach(member -> changed(member.getId()));
        return super.deleteGroup(group);
    }

    /** One look at all the work and all the lists for everything that a transaction changes: a group has many members. */
    private Changes changed(String... left) {
        Changes known = (Changes) TransactionSynchronizationManager.getResource(watch);
        if (known == null) {
            known = new Changes(watch, new TreeSet<>(), new TreeSet<>());
            TransactionSynchronizationManager.bindResource(watch, known);
            TransactionSynchronizationManager.registerSynchronization(known);
        }
        known.left.addAll(List.of(left));
        return known;
    }

    /** Login names of those who have left something, and of those with another password. */
    private record Changes(ObjectProvider<PeopleWatch> watch, Set<String> left, Set<String> passwords)
            implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            watch.forEach(one -> {
                one.changed(left);
                one.passwordsChanged(passwords);
            });
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(watch);
        }
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
