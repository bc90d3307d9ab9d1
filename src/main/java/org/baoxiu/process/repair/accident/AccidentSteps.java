package org.baoxiu.process.repair.accident;

import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.accident.RepairAccidentProcess.Forms;
import org.baoxiu.slip.Accidents;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A repair accident, from the report to the director to its closing (4.4.1, 4.7.7, 5.3). */
@Configuration(proxyBeanMethods = false)
class AccidentSteps {

    @Bean
    TaskListener recordAccidentReport(Steps steps, Accidents accidents) {
        return steps.completing(
                Forms.REPORT_ACCIDENT,
                (slip, by, in) -> accidents.report(slip, in.need(RepairAccidentProcess.SUMMARY), by));
    }

    @Bean
    TaskListener recordAccidentAnswer(Steps steps, Accidents accidents) {
        return steps.completing(Forms.ANSWER_ACCIDENT, (slip, by, in) -> {
            in.needTick(RepairAccidentProcess.OWNER_INFORMED);
            accidents.answer(slip, in.need(RepairAccidentProcess.ANSWER), by);
        });
    }

    @Bean
    TaskListener recordAccidentPlan(Steps steps, Accidents accidents) {
        return steps.completing(
                Forms.PLAN_ACCIDENT, (slip, by, in) -> accidents.plan(slip, in.need(RepairAccidentProcess.PLAN), by));
    }

    @Bean
    TaskListener recordAccidentSolution(Steps steps, Accidents accidents) {
        return steps.completing(
                Forms.SOLVE_ACCIDENT,
                (slip, by, in) -> accidents.solve(slip, in.need(RepairAccidentProcess.SOLUTION), by));
    }

    @Bean
    TaskListener recordAccidentCause(Steps steps, Accidents accidents) {
        return steps.completing(
                Forms.STATE_CAUSE,
                (slip, by, in) -> accidents.stateCause(slip, in.need(RepairAccidentProcess.STATEMENT), by));
    }

    @Bean
    TaskListener recordAccidentClosing(Steps steps, Accidents accidents) {
        return steps.completing(
                Forms.CLOSE_ACCIDENT,
                (slip, by, in) -> accidents.close(slip, in.need(RepairAccidentProcess.CLOSING_NOTE), by));
    }
}
