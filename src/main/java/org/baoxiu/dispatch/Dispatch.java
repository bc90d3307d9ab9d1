package org.baoxiu.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Candidate.Duty;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.WorkInHand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who goes to a slip (S4, Q3) and what comes of the visit (4.3.3, 4.3.4, 4.7.4). Every change of hands is an assignment;
 * nobody gets one without the unexpired qualification that the slip's item asks for.
 */
@Service
@Transactional
public class Dispatch {

    private final Qualifications qualifications;
    private final Absences absences;
    private final Roster roster;
    private final AssignmentRepository assignments;
    private final Slips slips;
    private final WorkInHand work;
    private final Names names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dispatch(
            Qualifications qualifications,
            Absences absences,
            Roster roster,
            AssignmentRepository assignments,
            Slips slips,
            WorkInHand work,
            Names names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.qualifications = qualifications;
        this.absences = absences;
        this.roster = roster;
        this.assignments = assignments;
        this.slips = slips;
        this.work = work;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** Records a certificate, or renews the one that the technician has for the same qualification (Q3). */
    public void recordQualification(
            String technician, Qualification qualification, String certificateNumber, LocalDate expiresOn) {
        qualifications.record(technician, qualification, certificateNumber, expiresOn);
        events.publishEvent(new CertificatesChanged());
    }

    /** Whether this very certificate is in the register. */
    public boolean isRecorded(
            String technician, Qualification qualification, String certificateNumber, LocalDate expiresOn) {
        return qualifications.isRecorded(technician, qualification, certificateNumber, expiresOn);
    }

    /**
     * Whoever is qualified and not away today: first who is on duty, then who has the least slips in hand, then by login name
     * (S4, Q3).
     */
    public List<Candidate> candidates(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        return candidates(needed(slip), slip.report().office());
    }

    /** Likewise for any slip of an office that asks for a qualification. */
    public List<Candidate> candidates(Qualification needed, String office) {
        Set<String> there = new HashSet<>(qualifications.techniciansFor(needed, office));
        there.removeAll(absences.away());
        Set<String> onDuty = roster.onDuty(office, Groups.MAINTENANCE);
        return names.of(there).entrySet().stream()
                .map(one -> new Candidate(
                        one.getKey(), one.getValue(), work.inHandOf(one.getKey()), duty(one.getKey(), onDuty)))
                .sorted(Comparator.comparing(Candidate::duty)
                        .thenComparingInt(Candidate::openSlips)
                        .thenComparing(Candidate::technician))
                .toList();
    }

    private static Duty duty(String technician, Set<String> onDuty) {
        return onDuty.isEmpty() ? Duty.NO_ROSTER : onDuty.contains(technician) ? Duty.ON_DUTY : Duty.OFF_DUTY;
    }

    /** Codes of the qualifications that nobody has who is there now. */
    public Set<String> uncovered() {
        Set<Qualification> covered = qualifications.covered(absences.away());
        return Arrays.stream(Qualification.values())
                .filter(one -> !covered.contains(one))
                .map(Qualification::code)
                .collect(Collectors.toSet());
    }

    /** The login names of whoever is qualified today for the slip's item, sorted (Q3). */
    public List<String> qualified(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        return qualifications.techniciansFor(needed(slip), slip.report().office()).stream()
                .sorted()
                .toList();
    }

    /** Keeps on record who could have gone and with how much in hand when the slip was offered (S4, 4.7.6). */
    public void rank(String slipNumber) {
        String ranked = candidates(slipNumber).stream().map(Candidate::label).collect(Collectors.joining("、"));
        slips.note(slipNumber, Person.system(), 4, "S4", ranked.isEmpty() ? "没有资质有效的人员可派，请工程部主管安排" : "可派人员：" + ranked);
    }

    /** @throws Rejection FORBIDDEN if the technician's certificate is missing or has expired (Q3) */
    public void checkQualified(String slipNumber, String technician) {
        Slip slip = slips.get(slipNumber);
        qualifications.check(slipNumber, technician, needed(slip), slip.report().office());
    }

    /** @throws Rejection FORBIDDEN likewise, and if the technician is away now (3.3) */
    public void checkAvailable(String slipNumber, String technician) {
        checkQualified(slipNumber, technician);
        absences.checkPresent(slipNumber, technician);
    }

    /**
     * The certificate counted when the slip was picked up or handed over: what was begun with a valid one is finished and recorded. If
     * it has run out since, the history says so, and whoever listens for {@link CertificateLapsed} is told, once for each assignment (Q3).
     */
    public void noteLapsed(String slipNumber) {
        Slip slip = slips.get(slipNumber);
        Optional.ofNullable(slip.technician())
                .flatMap(technician ->
                        assignments.findFirstBySlipNumberAndTechnicianOrderByIdDesc(slipNumber, technician))
                .filter(assignment -> assignment.lapseNotedAt() == null)
                .ifPresent(assignment -> qualifications
                        .lapsed(assignment.technician(), needed(slip))
                        .ifPresent(lapse -> {
                            assignments.save(assignment.lapsed(clock.instant()));
                            slips.note(
                                    slipNumber,
                                    Person.system(),
                                    0,
                                    "Q3",
                                    names.of(assignment.technician()) + " 的"
                                            + lapse.qualification().label() + "资质已于 " + lapse.expiresOn()
                                            + " 到期，接单时有效，接着做完；请工程部主管安排换证");
                            events.publishEvent(new CertificateLapsed(
                                    slipNumber, assignment.technician(), lapse.qualification(), lapse.expiresOn()));
                        }));
    }

    /**
     * A technician picks the slip up, or the supervisor gives it to one (4.3.3).
     *
     * @param technicianOrNull who goes; null for the person who asks
     * @param toolsReady       tools and material are prepared; needed from whoever picks up the slip in person
     */
    public void pickUp(String slipNumber, @Nullable String technicianOrNull, boolean toolsReady, Person by) {
        String technician = technicianOrNull == null ? by.id() : technicianOrNull;
        boolean inPerson = technician.equals(by.id());
        if (!inPerson && !by.isIn(Groups.ENGINEERING_SUPERVISOR)) {
            throw Rejection.forbidden(slipNumber, "只有工程部主管能把单派给别人。请自己领单，或请主管派单。");
        }
        if (inPerson && !toolsReady) {
            throw Rejection.invalid(slipNumber, "领单前请备好工具和材料，并勾选“工具和材料已备齐”。");
        }
        checkAvailable(slipNumber, technician);
        slips.change(
                slipNumber,
                by,
                4,
                "4.3.3",
                inPerson ? "领单，工具材料已备齐" : "派单给 " + names.of(technician),
                slip -> slip.dispatching().pickUp(technician, clock.instant()));
        assign(slipNumber, technician, by);
    }

    /** The technician is on site; the three points of the visit are confirmed one by one (4.3.4.1, 4.3.4.2, 4.3.4.3). */
    public void arrive(
            String slipNumber, boolean uniformAndManners, boolean suppliesBrought, boolean enteredPolitely, Person by) {
        if (!uniformAndManners || !suppliesBrought || !enteredPolitely) {
            throw Rejection.invalid(slipNumber, "到场时请逐项确认：着装和态度、随带用品、敲门获准后进入。还没做到的，请做到后再提交。");
        }
        visitOrHelp(slipNumber, by, "4.3.4.1–4.3.4.3", "已到场，着装和态度、随带用品、进门礼节均已做到", slip -> slip.dispatching()
                .arrive(clock.instant()));
    }

    public void ownerAbsent(String slipNumber, String reason, Person by) {
        visitOrHelp(slipNumber, by, "4.6.2", "业主不在：" + reason, slip -> slip.dispatching()
                .ownerAbsent(reason, clock.instant()));
    }

    public void transfer(String slipNumber, String toTechnician, String reason, Person by) {
        checkAvailable(slipNumber, toTechnician);
        visit(slipNumber, by, "S4", "转单给 " + names.of(toTechnician) + "：" + reason, slip -> slip.dispatching()
                .transfer(toTechnician, reason));
        assign(slipNumber, toTechnician, by);
    }

    public void giveBack(String slipNumber, String reason, Person by) {
        visit(slipNumber, by, "S4", "退单：" + reason, slip -> slip.dispatching().giveBack(reason));
        events.publishEvent(new SlipInHands(slipNumber, null));
    }

    /** Customer service has agreed a new time with an owner who was absent; it must lie ahead. */
    public void reschedule(String slipNumber, Instant appointment, @Nullable String noteOrNull, Person by) {
        slips.changeTime(
                slipNumber,
                by,
                4,
                "4.6.2",
                "重新预约 " + Times.minute(appointment) + " 上门" + (noteOrNull == null ? "" : "：" + noteOrNull),
                slip -> slip.dispatching().reschedule(appointment, clock.instant()));
    }

    /** The supervisor's answer to a call for help, with or without another technician (4.7.4). */
    public void support(String slipNumber, String advice, @Nullable String newTechnicianOrNull, Person by) {
        if (newTechnicianOrNull != null) {
            checkAvailable(slipNumber, newTechnicianOrNull);
        }
        slips.change(
                slipNumber,
                by,
                5,
                "4.7.4",
                "技术支援：" + advice + (newTechnicianOrNull == null ? "" : "；改由 " + names.of(newTechnicianOrNull) + " 维修"),
                slip -> slip.repairing().support(advice, newTechnicianOrNull));
        if (newTechnicianOrNull != null) {
            assign(slipNumber, newTechnicianOrNull, by);
        }
    }

    /** The supervisor gives a slip that is in hand to another technician after a missed promise (3.3, 4.6.2). */
    public void reassign(String slipNumber, String technician, String reason, Person by) {
        checkAvailable(slipNumber, technician);
        slips.change(slipNumber, by, 4, "3.3", "改派给 " + names.of(technician) + "：" + reason, slip -> slip.dispatching()
                .reassign(technician));
        assign(slipNumber, technician, by);
    }

    /**
     * One more technician helps; the slip stays with whoever has it (3.3).
     *
     * @param letsGoOn whether an overdue important repair goes on by that: whoever sends people to it approves of it (5.2)
     */
    public void addPeople(String slipNumber, String technician, String reason, boolean letsGoOn, Person by) {
        checkAvailable(slipNumber, technician);
        String helper = "增派 " + names.of(technician) + " 协助";
        if (letsGoOn) {
            slips.change(slipNumber, by, 0, "5.2", "批准继续维修，" + helper + "：" + reason, slip -> slip.repairing()
                    .requireApproval(false));
        } else {
            slips.note(slipNumber, by, 0, "3.3", helper + "：" + reason);
        }
        assignments.save(Assignment.of(slipNumber, technician, clock.instant(), by.id(), true));
    }

    /** Who got the slip, one after the other. */
    public List<Assignment> assignments(String slipNumber) {
        return assignments.findBySlipNumberOrderById(slipNumber);
    }

    /** Login names of those who help whoever has the slip. */
    public Set<String> helpers(String slipNumber) {
        List<Assignment> added = assignments.findBySlipNumberAndHelperTrue(slipNumber);
        if (added.isEmpty()) {
            return Set.of();
        }
        Set<String> away = absences.away();
        return qualifications.inTeam(added.stream()
                .map(Assignment::technician)
                .filter(helper -> !away.contains(helper)
                        && !helper.equals(slips.get(slipNumber).technician()))
                .collect(Collectors.toSet()));
    }

    /**
     * A slip in hand becomes another technician's, or nobody's until one of the group takes it, at any moment between pick-up and
     * the report of the result (3.3). What is repaired already stays on record as the work of whoever did it.
     */
    public void handOver(String slipNumber, @Nullable String technicianOrNull, String reason, Person by) {
        String from = slips.get(slipNumber).technician();
        String what = from == null ? "工作" : names.of(from) + " 的工作";
        if (technicianOrNull == null) {
            slips.change(slipNumber, by, 0, "3.3", what + "退回小组：" + reason, slip -> slip.dispatching()
                    .release());
        } else {
            checkAvailable(slipNumber, technicianOrNull);
            slips.change(
                    slipNumber,
                    by,
                    0,
                    "3.3",
                    what + "移交给 " + names.of(technicianOrNull) + "：" + reason,
                    slip -> slip.dispatching().handOver(technicianOrNull));
            assign(slipNumber, technicianOrNull, by);
        }
    }

    /** Somebody takes work on the slip that was given back to the group, and has the slip from then on (3.3). */
    public void takeOver(String slipNumber, String technician, Person by) {
        checkAvailable(slipNumber, technician);
        slips.change(slipNumber, by, 0, "3.3", names.of(technician) + " 接手", slip -> slip.dispatching()
                .handOver(technician));
        assign(slipNumber, technician, by);
    }

    /** Whether new work may go to the technician: in the team, and not away unless the open work waits for the return (3.3). */
    public boolean takesWork(String technician) {
        return inTeam(technician)
                && absences.of(technician)
                        .map(Absence::openWork)
                        .filter(work -> work != OpenWork.STAYS)
                        .isEmpty();
    }

    /** Whether the technician can be told something: in the team and not away. */
    public boolean reaches(String technician) {
        return inTeam(technician) && !absences.isAway(technician);
    }

    public boolean inTeam(String person) {
        return !qualifications.inTeam(Set.of(person)).isEmpty();
    }

    /** Whether the person has ever had this slip in hand; such a person does not call the owner back (4.3.6). */
    public boolean hasWorkedOn(String slipNumber, String person) {
        return assignments.existsBySlipNumberAndTechnician(slipNumber, person);
    }

    /** A helper may be there first; giving the slip away is up to whoever has it. */
    private void visitOrHelp(String slipNumber, Person by, String clause, String text, Consumer<Slip> step) {
        if (helpers(slipNumber).contains(by.id())) {
            slips.change(slipNumber, by, 4, clause, text, step);
        } else {
            visit(slipNumber, by, clause, text, step);
        }
    }

    private void visit(String slipNumber, Person by, String clause, String text, Consumer<Slip> step) {
        if (!by.id().equals(slips.get(slipNumber).technician())) {
            throw Rejection.forbidden(slipNumber, "只有现在负责这张单的维修人员能登记上门结果。请刷新任务列表后再看。");
        }
        slips.change(slipNumber, by, 4, clause, text, step);
    }

    private void assign(String slipNumber, String technician, Person by) {
        assignments.save(Assignment.of(slipNumber, technician, clock.instant(), by.id(), false));
        events.publishEvent(new SlipInHands(slipNumber, technician));
    }

    private static Qualification needed(Slip slip) {
        return Qualification.toGoTo(slip.registeredItem());
    }
}
