package org.baoxiu.process.handover;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.notification.Event;
import org.baoxiu.people.ActsAs;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acts in the engine in the name of whoever acts on a page, with that person's rights. */
@Component
@Transactional
class OfficeCase implements OfficeSteps {

    private static final int WORDS = 200;

    /** Whoever works on slips and needs all of them; a technician is told, and tells by the steps of the work. */
    private static final Set<String> TELLING = Set.of(
            Groups.CUSTOMER_SERVICE,
            Groups.CUSTOMER_SERVICE_LEAD,
            Groups.ENGINEERING_SUPERVISOR,
            Groups.DIRECTOR,
            Groups.DUTY_DIRECTOR);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AuthorizationService rights;
    private final Persons persons;
    private final OfficeMembers offices;
    private final Slips slips;
    private final StaffNews news;
    private final ActsAs acting;

    OfficeCase(
            RuntimeService runtime,
            TaskService tasks,
            AuthorizationService rights,
            Persons persons,
            OfficeMembers offices,
            Slips slips,
            StaffNews news,
            ActsAs acting) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rights = rights;
        this.persons = persons;
        this.offices = offices;
        this.slips = slips;
        this.news = news;
        this.acting = acting;
    }

    @Override
    public boolean mayHandOver(String person) {
        return rights.isUserAuthorized(
                person,
                persons.groupsOf(person),
                ProcessDefinitionPermissions.CREATE_INSTANCE,
                Resources.PROCESS_DEFINITION,
                HandOverProcess.KEY);
    }

    @Override
    public List<String> peopleOf(String person) {
        if (!mayHandOver(person)) {
            return List.of();
        }
        List<String> heads = persons.groupsOf(person);
        boolean all = heads.contains(Groups.DIRECTOR);
        List<String> people = Stream.concat(
                        all || heads.contains(Groups.ENGINEERING_SUPERVISOR)
                                ? persons.membersOf(Groups.MAINTENANCE).stream()
                                : Stream.empty(),
                        all || heads.contains(Groups.CUSTOMER_SERVICE_LEAD)
                                ? persons.membersOf(Groups.CUSTOMER_SERVICE).stream()
                                : Stream.empty())
                .distinct()
                .toList();
        Set<String> own = offices.scopeOf(person).offices();
        return own == null
                ? people
                : people.stream().filter(withinAny(people, own)::contains).toList();
    }

    private Set<String> withinAny(List<String> people, Set<String> own) {
        return own.stream()
                .flatMap(office -> offices.within(people, office).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean mayTell(String person) {
        return persons.groupsOf(person).stream().anyMatch(TELLING::contains);
    }

    @Override
    public void handOver(String by, String slipNumber, @Nullable String toOrNull, String reason) {
        String to = toOrNull == null ? null : persons.login(toOrNull);
        start(by, worker(slips.get(slipNumber), to), slipNumber, to, reason);
    }

    @Override
    public void handOverAll(String by, String from, @Nullable String toOrNull, String reason) {
        start(by, from, null, toOrNull == null ? null : persons.login(toOrNull), reason);
    }

    private void start(String by, String from, @Nullable String slipNumber, @Nullable String to, String reason) {
        if (Texts.isBlank(reason)) {
            throw Rejection.invalid("请写明移交的原因。");
        }
        Map<String, Object> form = new HashMap<>();
        form.put(HandOverProcess.FROM.name(), from);
        form.put(HandOverProcess.SLIP_NUMBER.name(), slipNumber);
        form.put(HandOverProcess.TO.name(), to);
        form.put(HandOverProcess.REASON.name(), Texts.line(reason));
        as(by, () -> runtime.startProcessInstanceByKey(HandOverProcess.KEY, form));
    }

    @Override
    public Map<String, Set<String>> slipsInTasks(Collection<String> people) {
        List<Task> open = people.isEmpty()
                ? List.of()
                : tasks.createTaskQuery().taskAssigneeIn(people.toArray(String[]::new)).list().stream()
                        .filter(task -> task.getProcessInstanceId() != null)
                        .toList();
        Set<String> cases = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> about = new HashMap<>();
        if (!cases.isEmpty()) {
            runtime.createProcessInstanceQuery().processInstanceIds(cases).list().stream()
                    .filter(one -> one.getBusinessKey() != null)
                    .forEach(one -> about.put(one.getId(), one.getBusinessKey()));
        }
        Map<String, Set<String>> found = new HashMap<>();
        for (Task task : open) {
            String number = about.get(task.getProcessInstanceId());
            if (number != null) {
                found.computeIfAbsent(task.getAssignee(), person -> new TreeSet<>())
                        .add(number);
            }
        }
        return found;
    }

    /**
     * Whose work is meant: the technician's who has the slip, or that of whoever has a task on it. Where several have, that of the colleague
     * of whoever gets it.
     */
    private String worker(Slip slip, @Nullable String toOrNull) {
        List<String> workers = Stream.concat(
                        slip.technician() != null && slip.inHand() ? Stream.of(slip.technician()) : Stream.empty(),
                        tasks.createTaskQuery().processInstanceBusinessKey(slip.number()).taskAssigned().list().stream()
                                .map(Task::getAssignee))
                .distinct()
                .toList();
        if (workers.isEmpty()) {
            throw Rejection.outOfTurn(slip.number(), "现在不在任何人手上，不用移交。");
        }
        boolean technicians = toOrNull == null || persons.isMember(toOrNull, Groups.MAINTENANCE);
        return workers.stream()
                .filter(worker -> persons.isMember(worker, Groups.MAINTENANCE) == technicians)
                .findFirst()
                .orElse(workers.get(0));
    }

    @Override
    public void tell(String by, String slipNumber, String words) {
        if (!mayTell(by)) {
            throw Rejection.forbidden("您不能给维修人员留言，请联系客服或工程部主管。");
        }
        String said = Excerpt.line(words, WORDS).replaceFirst("[。.]+$", "");
        if (said.isEmpty()) {
            throw Rejection.invalid("请写明要告诉维修人员什么。");
        }
        Slip slip = slips.get(slipNumber);
        if (slip.technician() == null || !slip.inHand()) {
            throw Rejection.outOfTurn(slipNumber, "现在没有维修人员，没有人可以告诉。");
        }
        String technician = slip.technician();
        if (technician.equals(by)) {
            throw Rejection.invalid(slipNumber, "由您自己维修，不用告诉自己。");
        }
        slips.note(
                slipNumber,
                new Person(by, Set.copyOf(persons.groupsOf(by))),
                0,
                "3.3",
                "告诉 " + persons.of(technician) + "：" + said);
        news.tell(
                Event.OFFICE_REMARK,
                "remark-" + slipNumber + "-" + slips.history(slipNumber).size(),
                slipNumber,
                Map.of("reason", said, "actor", persons.of(by)),
                Map.of());
    }

    private void as(String person, Runnable step) {
        try {
            acting.person(person, () -> {
                step.run();
                return null;
            });
        } catch (AuthorizationException e) {
            throw Rejection.forbidden("您不能移交工作，请联系工程部主管、客服主管或主任。");
        }
    }
}
