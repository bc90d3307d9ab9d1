package org.baoxiu.process.repair.correction;

import static org.baoxiu.process.form.Field.code;

import java.util.Set;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess.CorrectionKind;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess.Found;
import org.baoxiu.process.repair.variables.SlipHeading;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the slip as it is registered, and puts right what whoever may register says about it. */
@Configuration(proxyBeanMethods = false)
class CorrectionSteps {

    /** What the process has besides what the form brings. */
    private static final Set<String> OWN =
            Set.of(EngineVariables.INITIATOR, SlipCorrectionProcess.SLIP_NUMBER.name(), Found.HEADING, Found.WAY);

    @Bean
    JavaDelegate showSlipToCorrect(Slips slips, Corrections corrections, Persons persons) {
        return process -> {
            String number = StartForms.read(SlipCorrectionProcess.FIND_SLIP, process)
                    .need(SlipCorrectionProcess.SLIP_NUMBER)
                    .toUpperCase();
            Slip slip = slips.get(number);
            corrections.requireMayRegister(number, persons.current());
            if (slip.state().ended()) {
                throw Rejection.outOfTurn(number, "这张单" + slip.state().label() + "，不能更正。如有新的问题，请另行登记报修。");
            }
            process.setVariable(SlipCorrectionProcess.SLIP_NUMBER.name(), number);
            process.setVariable(
                    Found.HEADING,
                    SlipHeading.title(slip) + "\n" + slip.state().label() + " · "
                            + Markdown.plain(slip.report().fault(), 300));
        };
    }

    @Bean
    TaskListener recordCorrection(Persons persons) {
        return task -> {
            persons.checkAssignee(task);
            CorrectionKind kind = SlipCorrectionProcess.CORRECT_SLIP
                    .readOnly(task.getExecution().getVariables(), OWN)
                    .need(SlipCorrectionProcess.KIND);
            task.getExecution().setVariable(Found.WAY, code(kind));
        };
    }

    @Bean
    JavaDelegate markSlipMistaken(PuttingRight right) {
        return process -> {
            String slip = String.valueOf(process.getVariable(SlipCorrectionProcess.SLIP_NUMBER.name()));
            process.setProcessBusinessKey(slip);
            right.markMistaken(
                    slip,
                    SlipCorrectionProcess.CORRECT_SLIP
                            .read(process.getVariables())
                            .need(SlipCorrectionProcess.REASON));
        };
    }
}
