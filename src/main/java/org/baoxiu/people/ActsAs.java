package org.baoxiu.people;

import java.util.List;
import java.util.function.Supplier;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Takes a step of the engine in somebody's name and with that one's rights: pages and owners' links do not tell the engine who is there.
 * What a rule refuses comes out as it was said.
 */
@Component
public class ActsAs {

    private final IdentityService identity;
    private final Persons persons;

    ActsAs(IdentityService identity, Persons persons) {
        this.identity = identity;
        this.persons = persons;
    }

    /** @param login of somebody of the office */
    public <T> T person(String login, Supplier<T> step) {
        return as(login, persons.groupsOf(login), step);
    }

    public <T> T owner(Supplier<T> step) {
        Person owner = Person.owner();
        return as(owner.id(), List.copyOf(owner.groups()), step);
    }

    private <T> T as(String id, List<String> groups, Supplier<T> step) {
        identity.setAuthentication(id, groups);
        try {
            return step.get();
        } catch (RuntimeException e) {
            throw plain(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The engine wraps what a step throws. */
    private static RuntimeException plain(RuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection refused) {
                return refused;
            }
            if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
                return Rejection.busy("这张单刚刚被别人更新过，请看最新的进展后再试。");
            }
        }
        return error;
    }
}
