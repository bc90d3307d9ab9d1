package org.baoxiu.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.MaintenanceTeam;
import org.baoxiu.notification.Addresses;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The person behind the engine's present call, and what the engine knows about others. */
@Component
public class Persons implements Names, MaintenanceTeam, Addresses {

    private final IdentityService identity;

    Persons(IdentityService identity) {
        this.identity = identity;
    }

    /** Whoever is logged in; the process itself when a timer or the start of the application acts. */
    public Person current() {
        Authentication login = identity.getCurrentAuthentication();
        if (login == null || login.getUserId() == null) {
            return Person.system();
        }
        List<String> groups = login.getGroupIds();
        return new Person(login.getUserId(), groups == null ? Set.of() : Set.copyOf(groups));
    }

    /**
     * The engine lets every candidate complete a task, also one that a colleague has claimed. Where the model itself names an
     * assignee, its candidates are meant to help out.
     */
    public void checkAssignee(DelegateTask task) {
        boolean claimed =
                task.getAssignee() != null && task.getBpmnModelElementInstance().getCamundaAssignee() == null;
        if (claimed && !task.getAssignee().equals(current().id())) {
            throw Rejection.forbidden(task.getExecution().getProcessBusinessKey() + "：“" + task.getName() + "”已由 "
                    + of(task.getAssignee()) + " 认领，请由本人完成，或请其先放弃认领。");
        }
    }

    /** One query, however many they are. While a step of a process runs, the engine asks for no right to see other people. */
    @Override
    public Map<String, String> of(Collection<String> people) {
        Map<String, String> names = new HashMap<>();
        people.forEach(person -> names.put(person, person));
        if (!names.isEmpty()) {
            identity.createUserQuery()
                    .userIdIn(names.keySet().toArray(String[]::new))
                    .list()
                    .forEach(user -> names.put(user.getId(), name(user)));
        }
        return names;
    }

    /** As the web applications write it. */
    static String name(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> !Texts.isBlank(part))
                .map(Texts::line)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    @Override
    public Set<String> membersAmong(Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : identity
                        .createUserQuery()
                        .userIdIn(people.toArray(String[]::new))
                        .memberOfGroup(Groups.MAINTENANCE)
                        .list()
                        .stream()
                        .map(User::getId)
                        .collect(Collectors.toSet());
    }

    public List<String> membersOf(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> emailOf(String login) {
        User person = identity.createUserQuery().userId(login).singleResult();
        if (person == null) {
            // outside, without an account: named by the address itself
            return Optional.of(login).filter(name -> name.indexOf('@') > 0);
        }
        return Optional.ofNullable(person.getEmail()).map(String::strip).filter(address -> !address.isEmpty());
    }

    public List<String> groupsOf(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    public boolean isMember(String person, String group) {
        return identity.createUserQuery().userId(person).memberOfGroup(group).count() > 0;
    }

    /**
     * The login name of somebody whom a colleague has written down by login name or by name.
     *
     * @throws Rejection if nobody is called so, or several are
     */
    public String login(String written) {
        if (exists(written)) {
            return written;
        }
        List<String> called = identity.createUserQuery().list().stream()
                .filter(user -> name(user).equals(written))
                .map(User::getId)
                .toList();
        if (called.size() != 1) {
            throw Rejection.invalid(
                    called.isEmpty()
                            ? "没有姓名或登录名为“" + written + "”的人员，请核对后重新填写。"
                            : "有 " + called.size() + " 位同事叫“" + written + "”，请改填登录名：" + String.join("、", called) + "。");
        }
        return called.get(0);
    }

    /** Likewise, and somebody who has left by the login name that the work still bears. */
    public String formerOrPresent(String written) {
        boolean called = identity.createUserQuery().list().stream()
                .anyMatch(user -> name(user).equals(written));
        return called ? login(written) : written;
    }

    /** Whether somebody of this login name exists. */
    public boolean exists(String person) {
        return identity.createUserQuery().userId(person).count() > 0;
    }
}
