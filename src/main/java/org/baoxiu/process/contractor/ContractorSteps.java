package org.baoxiu.process.contractor;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.commitment.Attention;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.people.OfficeMembers;
import org.baoxiu.process.contractor.ContractorOrderProcess.Forms;
import org.baoxiu.process.contractor.ContractorOrderProcess.OrderWay;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.repair.RepairRequestProcess.ClockLocals;
import org.baoxiu.process.repair.clock.ClockNews;
import org.baoxiu.process.repair.clock.EscalationAnswer;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Caller;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A slip with an outside contractor: who is called, when it comes, what came of it (Q3). */
@Configuration(proxyBeanMethods = false)
class ContractorSteps {

    /** Whoever begins it finds the slip by its number, as it is written or without the dashes. */
    @Bean
    JavaDelegate beginContractorOrder(
            ContractorOrders orders, Contractors contractors, OfficeMembers offices, Slips slips) {
        return process -> {
            String number = Caller.neededSlipNumber(
                    StartForms.read(Forms.START, process).need(ContractorOrderProcess.SLIP_NUMBER));
            slips.lock(number);
            contractors.checkWanted(offices.checkSlip(number));
            if (orders.isRunning(number)) {
                throw Rejection.outOfTurn(number, "正在派外包单位，请在任务列表里接着办理。");
            }
            if (process.getProcessBusinessKey() != null) {
                // begun by the application: for all who may order, not for whoever's step it was
                process.removeVariable(EngineVariables.INITIATOR);
            }
            process.setProcessBusinessKey(number);
            process.setVariable(ContractorOrderProcess.SLIP_NUMBER.name(), number);
            orders.write(process, "");
        };
    }

    @Bean
    TaskListener offerContractors(ContractorOrders orders) {
        return orders::offer;
    }

    @Bean
    TaskListener recordContractorOrder(
            ContractorOrders orders, Contractors contractors, Commitments commitments, Slips slips) {
        return orders.completing(Forms.ORDER_CONTRACTOR, (slip, by, in) -> {
            boolean needed = Contractors.isNeeded(slips.get(slip));
            OrderWay way = needed
                    ? in.find(ContractorOrderProcess.ORDER_WAY).orElse(OrderWay.GIVE)
                    : in.need(ContractorOrderProcess.ORDER_WAY);
            if (way == OrderWay.GIVE) {
                contractors.give(
                        slip,
                        Long.parseLong(in.need(ContractorOrderProcess.CONTRACTOR)),
                        in.need(ContractorOrderProcess.CALLED_AT),
                        in.need(ContractorOrderProcess.AGREED_AT),
                        in.orNull(ContractorOrderProcess.ORDER_NUMBER),
                        by);
                commitments.agree(slip, CommitmentKind.CONTRACTOR_ARRIVAL, in.need(ContractorOrderProcess.AGREED_AT));
            } else if (needed) {
                throw Rejection.invalid(
                        slip,
                        "“" + slips.get(slip).registeredItem().name() + "”只能由外包单位维修，不能不派。请联系外包单位；没有可派的，请工程部主管先登记。");
            } else {
                slips.note(slip, by, 4, "Q3", "不派外包单位：" + in.need(ContractorOrderProcess.REASON));
            }
            return way;
        });
    }

    @Bean
    TaskListener recordContractorArrival(ContractorOrders orders, Contractors contractors, Commitments commitments) {
        return orders.completing(Forms.CONTRACTOR_ARRIVAL, (slip, by, in) -> {
            ContractorOrderProcess.ArrivalOutcome outcome = in.need(ContractorOrderProcess.ARRIVAL_OUTCOME);
            switch (outcome) {
                case ARRIVED -> {
                    contractors.arrive(slip, in.need(ContractorOrderProcess.ARRIVED_AT), by);
                    commitments.keep(
                            slip, CommitmentKind.CONTRACTOR_ARRIVAL, in.need(ContractorOrderProcess.ARRIVED_AT));
                }
                case NEW_TIME -> orders.agreeAnotherTime(slip, in, by);
                case HANDED_BACK -> orders.handBack(slip, in, by);
            }
            return outcome;
        });
    }

    @Bean
    TaskListener recordContractorResult(ContractorOrders orders, Contractors contractors) {
        return orders.completing(Forms.CONTRACTOR_RESULT, (slip, by, in) -> {
            ContractorOrderProcess.ResultOutcome outcome = in.need(ContractorOrderProcess.RESULT_OUTCOME);
            switch (outcome) {
                case DONE -> contractors.finish(slip, in.need(ContractorOrderProcess.WORK_DONE), by);
                case NEW_TIME -> orders.agreeAnotherTime(slip, in, by);
                case HANDED_BACK -> orders.handBack(slip, in, by);
            }
            return outcome;
        });
    }

    @Bean
    ExecutionListener judgeContractor(Commitments commitments) {
        return process -> {
            Optional<Attention> attention =
                    commitments.judge(process.getProcessBusinessKey(), CommitmentKind.CONTRACTOR_ARRIVAL);
            process.setVariableLocal(ClockLocals.KIND, code(CommitmentKind.CONTRACTOR_ARRIVAL));
            process.setVariableLocal(
                    ClockLocals.STAGE,
                    attention.map(found -> code(found.stage())).orElse(""));
            process.setVariableLocal(
                    ClockLocals.COMMITMENT_ID,
                    attention.map(found -> found.commitment().id().toString()).orElse(null));
        };
    }

    @Bean
    ExecutionListener tellOfContractor(
            Commitments commitments, Contractors contractors, Slips slips, ClockNews news, SlipVariables variables) {
        return process -> {
            String commitment = (String) process.getVariable(ClockLocals.COMMITMENT_ID);
            if (commitment == null) {
                return;
            }
            String slip = process.getProcessBusinessKey();
            DmnDecisionResult result = EngineVariables.answer(process);
            if (result.isEmpty()) {
                throw Rejection.invalid(slip, "升级规则没有说明外包单位没有按时到场要告知谁，请联系流程管理人员检查升级表。");
            }
            DmnDecisionResultEntries answer = result.getSingleResult();
            Commitment missed = commitments.get(Long.parseLong(commitment));
            Instant agreed =
                    contractors.underWay(slip).map(ContractorOrder::agreedAt).orElse(missed.dueAt());
            slips.note(
                    slip,
                    Person.system(),
                    0,
                    missed.clause(),
                    missed.kind().label() + "的约定时间是 " + Times.minute(agreed) + "，已超时：告知"
                            + EscalationAnswer.told(answer));
            news.tell(missed, (String) process.getVariable(ClockLocals.STAGE), answer.getEntry("told"));
            variables.refresh(slip);
        };
    }

    @Bean
    JavaDelegate callOffContractor(ContractorOrders orders) {
        return process -> orders.callOff(process.getProcessBusinessKey());
    }
}
