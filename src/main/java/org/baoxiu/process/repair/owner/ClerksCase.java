package org.baoxiu.process.repair.owner;

import static org.baoxiu.process.form.Field.code;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.owner.ClerkSteps;
import org.baoxiu.people.ActsAs;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.owner.OwnerContactProcess.ContactKind;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.step2register.RegisterForms;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Slip;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submits the forms of Tasklist as Tasklist does, in the name of whoever is logged in: the engine asks for their rights, and the steps
 * read what was submitted by the contract of its form.
 */
@Component
@Transactional
class ClerksCase implements ClerkSteps {

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final ActsAs acting;

    ClerksCase(RepositoryService repository, FormService forms, TaskService tasks, ActsAs acting) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.acting = acting;
    }

    @Override
    public String report(Report report, String person) {
        return acting.person(person, () -> start(
                        RepairRequestProcess.KEY,
                        OwnersCase.values(
                                ReceiveForms.CHANNEL,
                                code(Channel.PHONE),
                                ReceiveForms.OFFICE,
                                report.office(),
                                ReceiveForms.AREA,
                                code(report.publicArea() ? Area.PUBLIC : Area.INSIDE),
                                ReceiveForms.REPORTER_NAME,
                                report.reporterName(),
                                ReceiveForms.REPORTER_PHONE,
                                report.reporterPhone(),
                                ReceiveForms.PLACE,
                                report.place(),
                                ReceiveForms.FAULT,
                                report.fault(),
                                ReceiveForms.WANTED_AT,
                                report.wantedAt()))
                .getBusinessKey());
    }

    @Override
    public boolean register(String slipNumber, Registration registration, String person) {
        return acting.person(person, () -> registered(slipNumber, registration, person));
    }

    private boolean registered(String slipNumber, Registration registration, String person) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(slipNumber)
                .taskDefinitionKey(RepairRequestProcess.Elements.REGISTER_REQUEST)
                .taskAssignee(person)
                .singleResult();
        if (task == null) {
            return false;
        }
        forms.submitTaskForm(
                task.getId(),
                OwnersCase.values(
                        RegisterForms.ITEM_CODE,
                        registration.itemCode(),
                        ReceiveForms.WANTED_AT,
                        registration.wantedAt(),
                        RegisterForms.EMERGENCY,
                        registration.emergency(),
                        RegisterForms.UNDER_WARRANTY,
                        registration.underWarranty(),
                        RegisterForms.FORCED_ENTRY,
                        registration.forcedEntry(),
                        RegisterForms.LOSS_OR_INJURY,
                        registration.lossOrInjury(),
                        RegisterForms.AREA_CONFIRMED,
                        registration.areaConfirmed(),
                        RegisterForms.CLERK_NOTE,
                        registration.note()));
        return true;
    }

    @Override
    public Set<Wanted> offered(Slip slip) {
        return Arrays.stream(Wanted.values())
                .filter(wanted -> FoundSlip.isTaken(kind(wanted), slip))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wanted.class)));
    }

    @Override
    public void takeCall(String slipNumber, Call call, String person) {
        acting.person(person, () -> taken(slipNumber, call));
    }

    private ProcessInstance taken(String slipNumber, Call call) {
        ProcessInstance started =
                start(OwnerContactProcess.KEY, OwnersCase.values(OwnerContactProcess.CALLER, slipNumber));
        Task task = tasks.createTaskQuery()
                .processInstanceId(started.getId())
                .taskDefinitionKey(OwnerContactProcess.Elements.OWNER_CONTACT)
                .singleResult();
        forms.submitTaskForm(
                task.getId(),
                OwnersCase.values(
                        OwnerContactProcess.SLIP_NUMBER,
                        slipNumber,
                        OwnerContactProcess.CONTACT_KIND,
                        code(kind(call.wanted())),
                        OwnerContactProcess.OWNER_WORDS,
                        call.words(),
                        OwnerContactProcess.APPOINTMENT_AT,
                        call.appointmentAt(),
                        OwnerContactProcess.PHONE,
                        call.telephone(),
                        OwnerContactProcess.LOSS_OR_INJURY,
                        call.lossOrInjury(),
                        OwnerContactProcess.CANCEL_CONFIRMED,
                        call.cancelConfirmed()));
        return started;
    }

    private static ContactKind kind(Wanted wanted) {
        return ContactKind.valueOf(wanted.name());
    }

    private ProcessInstance start(String process, Map<String, Object> form) {
        return forms.submitStartForm(
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult()
                        .getId(),
                form);
    }
}
