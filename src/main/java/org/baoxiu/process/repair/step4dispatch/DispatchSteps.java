package org.baoxiu.process.repair.step4dispatch;

import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.telling.WorkNews;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 4: a qualified technician gets the slip and arrives (S4, Q3, 4.3.3, 4.3.4). */
@Configuration(proxyBeanMethods = false)
class DispatchSteps {

    /**
     * A task of the slip's technician may go to a qualified person only. The technician of the slip was checked when the slip
     * was handed out, and a task that a timer opens must not fail because a certificate has run out meanwhile.
     */
    @Bean
    TaskListener checkTechnician(Steps steps, Slips slips, Dispatch dispatch) {
        return steps.assigning((slip, assignee) -> {
            if (!assignee.equals(slips.get(slip).technician())) {
                dispatch.checkAvailable(slip, assignee);
            }
        });
    }

    /** The pick-up goes to a qualified technician, or to a supervisor who hands the slip out. */
    @Bean
    TaskListener checkPickUp(Steps steps, Dispatch dispatch, Persons persons) {
        return steps.assigning((slip, assignee) -> {
            if (!persons.isMember(assignee, Groups.ENGINEERING_SUPERVISOR)) {
                dispatch.checkAvailable(slip, assignee);
            }
        });
    }

    @Bean
    JavaDelegate rankTechnicians(Steps steps, Dispatch dispatch, WorkNews news) {
        return steps.automatic(slip -> {
            dispatch.rank(slip);
            if (dispatch.candidates(slip).isEmpty()) {
                news.nobodyQualified(slip);
            }
        });
    }

    @Bean
    TaskListener recordPickUp(Steps steps, Dispatch dispatch, StaffNews news) {
        return steps.completing(DispatchForms.PICK_UP_SLIP, (slip, by, in) -> {
            dispatch.pickUp(slip, in.orNull(DispatchForms.ASSIGNED_TO), in.ticked(DispatchForms.TOOLS_READY), by);
            news.tell(Event.ASSIGNED, slip);
        });
    }

    @Bean
    TaskListener recordVisit(Steps steps, Dispatch dispatch, StaffNews news) {
        return steps.completing(DispatchForms.VISIT_SITE, (slip, by, in) -> {
            switch (in.need(DispatchForms.VISIT_OUTCOME)) {
                case ARRIVED ->
                    dispatch.arrive(
                            slip,
                            in.ticked(DispatchForms.UNIFORM_AND_MANNERS),
                            in.ticked(DispatchForms.SUPPLIES_BROUGHT),
                            in.ticked(DispatchForms.ENTERED_POLITELY),
                            by);
                case OWNER_ABSENT -> dispatch.ownerAbsent(slip, in.need(DispatchForms.VISIT_REASON), by);
                case TRANSFERRED -> {
                    dispatch.transfer(
                            slip, in.need(DispatchForms.TRANSFER_TO), in.need(DispatchForms.VISIT_REASON), by);
                    news.tell(Event.TRANSFERRED, slip, in.need(DispatchForms.VISIT_REASON));
                }
                case RETURNED -> {
                    dispatch.giveBack(slip, in.need(DispatchForms.VISIT_REASON), by);
                    news.tell(Event.RETURNED, slip, in.need(DispatchForms.VISIT_REASON));
                }
            }
        });
    }

    @Bean
    TaskListener recordAppointment(Steps steps, Dispatch dispatch, StaffNews news) {
        return steps.completing(
                DispatchForms.RESCHEDULE_VISIT, (slip, by, in) -> makeAppointment(slip, by, in, dispatch, news));
    }

    @Bean
    ExecutionListener recordOwnersAppointment(Steps steps, Dispatch dispatch, StaffNews news) {
        return steps.answering(
                DispatchForms.OWNERS_APPOINTMENT, (slip, by, in) -> makeAppointment(slip, by, in, dispatch, news));
    }

    private static void makeAppointment(String slip, Person by, Submission in, Dispatch dispatch, StaffNews news) {
        dispatch.reschedule(slip, in.need(DispatchForms.APPOINTMENT_AT), in.orNull(DispatchForms.CONTACT_NOTE), by);
        news.tell(Event.APPOINTMENT_MADE, slip, Times.minute(in.need(DispatchForms.APPOINTMENT_AT)));
    }
}
