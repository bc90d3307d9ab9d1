package org.baoxiu.workflow.repair;

import org.baoxiu.slip.Slips;
import org.baoxiu.workflow.repair.RepairAccidentProcess.Forms;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A repair accident, from the report to the director to its closing (4.4.1, 4.7.7, 5.3). */
@Configuration(proxyBeanMethods = false)
class AccidentSteps {

  @Bean
  TaskListener recordAccidentReport(Steps steps, Slips slips) {
    return steps.completing(Forms.REPORT_ACCIDENT, (slip, by, in) ->
        slips.reportAccident(slip, in.need(RepairAccidentProcess.SUMMARY), by));
  }

  @Bean
  TaskListener recordAccidentAnswer(Steps steps, Slips slips) {
    return steps.completing(Forms.ANSWER_ACCIDENT, (slip, by, in) -> {
      in.needTick(RepairAccidentProcess.OWNER_INFORMED);
      slips.answerAccident(slip, in.need(RepairAccidentProcess.ANSWER), by);
    });
  }

  @Bean
  TaskListener recordAccidentPlan(Steps steps, Slips slips) {
    return steps.completing(Forms.PLAN_ACCIDENT, (slip, by, in) ->
        slips.planAccident(slip, in.need(RepairAccidentProcess.PLAN), by));
  }

  @Bean
  TaskListener recordAccidentSolution(Steps steps, Slips slips) {
    return steps.completing(Forms.SOLVE_ACCIDENT, (slip, by, in) ->
        slips.solveAccident(slip, in.need(RepairAccidentProcess.SOLUTION), by));
  }

  @Bean
  TaskListener recordAccidentCause(Steps steps, Slips slips) {
    return steps.completing(Forms.STATE_CAUSE, (slip, by, in) ->
        slips.stateAccidentCause(slip, in.need(RepairAccidentProcess.STATEMENT), by));
  }

  @Bean
  TaskListener recordAccidentClosing(Steps steps, Slips slips) {
    return steps.completing(Forms.CLOSE_ACCIDENT, (slip, by, in) ->
        slips.closeAccident(slip, in.need(RepairAccidentProcess.CLOSING_NOTE), by));
  }
}
