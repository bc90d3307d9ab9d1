package org.baoxiu.process.handover;

import java.time.Clock;
import java.util.Date;
import org.baoxiu.dispatch.Absence;
import org.baoxiu.dispatch.Absences;
import org.baoxiu.dispatch.OpenWork;
import org.baoxiu.dispatch.Roster;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.handover.AbsenceProcess.Kind;
import org.baoxiu.process.handover.AbsenceProcess.When;
import org.baoxiu.process.repair.anytime.FreshLists;
import org.baoxiu.process.repair.anytime.PeoplesWork;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Handing over, absences and the roster: what the heads say about who works on what, and when (3.3). */
@Configuration(proxyBeanMethods = false)
class HandOverSteps {

    @Bean
    JavaDelegate handOverWork(PeoplesWork work, MayHandOver rights, Persons persons, OfficeMembers offices) {
        return process -> {
            Submission in = StartForms.read(HandOverProcess.FORM, process);
            String from = persons.formerOrPresent(in.need(HandOverProcess.FROM));
            String slip =
                    in.find(HandOverProcess.SLIP_NUMBER).map(offices::checkSlip).orElse(null);
            String to = in.find(HandOverProcess.TO).map(persons::login).orElse(null);
            if (from.equals(to)) {
                throw Rejection.invalid("要移交给另一位同事，请重新填写“移交给”；不指定人就留空，退回小组。");
            }
            Person by = persons.current();
            rights.check(by, from);
            if (slip == null) {
                rights.checkEverything(from);
            }
            work.handOver(from, slip, to, in.need(HandOverProcess.REASON), by);
        };
    }

    @Bean
    JavaDelegate recordAbsence(Absences absences, MayHandOver rights, Persons persons, Clock clock) {
        return process -> {
            Submission in = StartForms.read(AbsenceProcess.Forms.ABSENCE, process);
            String person = persons.login(in.need(AbsenceProcess.PERSON));
            rights.check(persons.current(), person);
            process.removeVariables(AbsenceProcess.Forms.ABSENCE.fields());
            if (in.need(AbsenceProcess.KIND) == Kind.BACK) {
                absences.comesBack(person);
                process.setVariable(AbsenceProcess.WHEN, Field.code(When.OVER));
                return;
            }
            Absence absence = absences.record(
                    person,
                    in.orNull(AbsenceProcess.FROM),
                    in.need(AbsenceProcess.UNTIL),
                    in.need(AbsenceProcess.REASON),
                    in.need(AbsenceProcess.OPEN_WORK),
                    in.need(AbsenceProcess.OPEN_WORK) == OpenWork.HAND_OVER
                            ? persons.login(in.need(AbsenceProcess.TO))
                            : null,
                    persons.current());
            process.setVariable(AbsenceProcess.ABSENCE_ID, absence.id());
            process.setVariable(AbsenceProcess.STARTS, Date.from(absence.startsAt()));
            process.setVariable(AbsenceProcess.ENDS, Date.from(absence.endsAt()));
            process.setVariable(
                    AbsenceProcess.WHEN,
                    Field.code(absence.startsAt().isAfter(clock.instant()) ? When.LATER : When.NOW));
        };
    }

    @Bean
    JavaDelegate arrangeOpenWork(PeoplesWork work, FreshLists lists, RosterCheck roster, Persons persons) {
        return process -> {
            work.beginAbsence(
                    absence(process),
                    Field.code(When.NOW).equals(process.getVariable(AbsenceProcess.WHEN)),
                    persons.current());
            lists.write();
            roster.tellGaps();
        };
    }

    @Bean
    JavaDelegate refreshTechnicianLists(PeoplesWork work, FreshLists lists, Persons persons) {
        return process -> {
            work.resumeAbsences(persons.current());
            lists.write();
        };
    }

    @Bean
    JavaDelegate recordRoster(Roster roster, RosterCheck check, FreshLists lists, Offices offices, Persons persons) {
        return process -> {
            Submission in = StartForms.read(DutyRosterProcess.FORM, process);
            String office = offices.checked(in.need(DutyRosterProcess.OFFICE));
            String team = in.need(DutyRosterProcess.TEAM);
            roster.enter(
                    office,
                    team,
                    in.need(DutyRosterProcess.ROSTER),
                    written -> memberOf(team, written, persons),
                    persons.current());
            check.tellGaps();
            lists.write();
        };
    }

    private static String memberOf(String team, String written, Persons persons) {
        String login = persons.login(written);
        if (!persons.isMember(login, team)) {
            throw Rejection.invalid("值班表里的“" + written + "”不在所选的小组里。请核对人员和小组。");
        }
        return login;
    }

    private static long absence(DelegateExecution process) {
        return ((Number) process.getVariable(AbsenceProcess.ABSENCE_ID)).longValue();
    }
}
