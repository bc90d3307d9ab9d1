package org.baoxiu.property;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Absence;
import org.baoxiu.dispatch.Absences;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.OpenWork;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.handover.RosterCheck;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Those who fall ill and leave while a random case runs, so that the people of the demo are there for the other tests: certified
 * for everything, so that every item of the catalogue finds somebody, and clerks as well, so that whoever has repaired is often
 * about to call back. The certificates of the third run out during longer cases.
 */
final class Staff {

    static final List<String> ALL_ROUND = List.of("allround1", "allround2", "allround3");
    /** Of whom one stays at work, for nobody could go to a gas leak otherwise. */
    private static final List<String> CERTIFIED = ALL_ROUND.subList(0, 2);

    private final Office office;
    private final ProcessEngine engine;
    private final IdentityService identity;
    private final Dispatch dispatch;
    private final Absences absences;
    private final Contractors contractors;
    private final JdbcTemplate database;
    /** Of the present case. */
    private final List<ProcessInstance> leaves = new ArrayList<>();

    Staff(
            Office office,
            ProcessEngine engine,
            Dispatch dispatch,
            Absences absences,
            Contractors contractors,
            JdbcTemplate database) {
        this.office = office;
        this.engine = engine;
        this.identity = engine.getIdentityService();
        this.dispatch = dispatch;
        this.absences = absences;
        this.contractors = contractors;
        this.database = database;
    }

    void join() {
        ALL_ROUND.forEach(this::join);
        CERTIFIED.forEach(person -> certify(person, LocalDate.of(2099, 12, 31)));
        certify(
                "allround3",
                LocalDate.ofInstant(office.now(), ZoneId.systemDefault()).plusDays(1));
        // the demo has firms for gas and lifts
        contractors.register("示例消防公司", "0755-00000119", Qualification.FIRE_SAFETY, "消-1", LocalDate.of(2099, 12, 31));
    }

    private void join(String person) {
        identity.saveUser(identity.newUser(person));
        Stream<String> skills = Arrays.stream(Qualification.values())
                .map(Qualification::group)
                .filter(group -> group.startsWith("skill"));
        Stream.concat(Stream.of("maintenance", "customerService"), skills)
                .forEach(group -> identity.createMembership(person, group));
    }

    private void certify(String person, LocalDate until) {
        for (Qualification qualification : Qualification.values()) {
            dispatch.recordQualification(person, qualification, "随机-" + qualification.code(), until);
        }
    }

    /** For the next case: whoever was deleted is engaged anew, and nobody is away. */
    void comeTogether() {
        leaves.stream()
                .filter(leave -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(leave.getId())
                                .count()
                        > 0)
                .forEach(leave ->
                        engine.getRuntimeService().deleteProcessInstance(leave.getId(), "the random case is over"));
        leaves.clear();
        database.update("delete from absence where person like 'allround%'");
        ALL_ROUND.stream().filter(person -> !isEmployed(person)).forEach(this::join);
    }

    /** A case that a failure has left open is nobody's work any more. */
    void abandon(RepairCase repairOrNull) {
        if (repairOrNull != null && !repairOrNull.ended()) {
            engine.getRuntimeService().deleteProcessInstance(repairOrNull.instance(), "the random case has failed");
            database.update("update slip set technician = null where number = ?", repairOrNull.number());
        }
    }

    void leave() {
        ALL_ROUND.forEach(identity::deleteUser);
    }

    boolean isEmployed(String person) {
        return identity.createUserQuery().userId(person).count() > 0;
    }

    /** Login names, whatever becomes of their work. */
    Set<String> away() {
        return absences.away();
    }

    /** Whether a head has said that the open work of somebody who is away waits. */
    boolean lets(String person) {
        return absences.of(person)
                .map(Absence::openWork)
                .filter(work -> work == OpenWork.STAYS)
                .isPresent();
    }

    /** Who can fall ill or leave now while somebody with every certificate stays. */
    List<String> dispensable() {
        List<String> there = ALL_ROUND.stream()
                .filter(person -> isEmployed(person) && !hasLeave(person))
                .toList();
        return there.stream()
                .filter(person -> CERTIFIED.stream().anyMatch(other -> !other.equals(person) && there.contains(other)))
                .toList();
    }

    List<String> onLeave() {
        return ALL_ROUND.stream()
                .filter(person -> isEmployed(person) && hasLeave(person))
                .toList();
    }

    /** Also one that begins later. */
    private boolean hasLeave(String person) {
        return database.queryForObject(
                        "select count(*) from absence where person = ? and ends_at > ?",
                        Integer.class,
                        person,
                        office.now().atZone(ZoneId.systemDefault()).toLocalDateTime())
                > 0;
    }

    void takes(ProcessInstance leave) {
        leaves.add(leave);
    }

    /** Beginnings and ends of absences, earliest first. */
    List<Job> timers() {
        return leaves.stream()
                .flatMap(
                        leave -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(leave.getId())
                                .timers()
                                .list()
                                .stream())
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
    }

    /** The hourly look at whose certificate has run out and who is gone fires too. */
    void dueTimersFire() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey(RosterCheck.KEY)
                        .singleResult()
                        .getId());
        Date now = Date.from(office.now().plusMillis(1));
        for (List<Job> due = timers(); !due.isEmpty() && due.get(0).getDuedate().before(now); due = timers()) {
            engine.getManagementService().executeJob(due.get(0).getId());
        }
    }
}
