package org.baoxiu.process.repair.correction;

import static org.baoxiu.process.form.Field.code;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.StartForms;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.FormOptions;
import org.baoxiu.process.repair.FormOptions.Option;
import org.baoxiu.process.repair.RepairRequestProcess.Options;
import org.baoxiu.process.repair.added.FreeAnswers;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess.CorrectionKind;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess.Found;
import org.baoxiu.process.repair.variables.SlipHeading;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Caller;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Correction;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the slip as it is registered, and puts right what whoever may register says about it. */
@Configuration(proxyBeanMethods = false)
class CorrectionSteps {

    private static final String NUMBER = SlipCorrectionProcess.SLIP_NUMBER.name();

    /** What the process has besides what the form brings. */
    private static final Set<String> OWN = Set.of(
            EngineVariables.INITIATOR,
            NUMBER,
            Found.HEADING,
            Found.SHOWN,
            Found.REGISTERED,
            Found.WAY,
            Options.OFFICES,
            Options.CATALOGUE);

    @Bean
    JavaDelegate showSlipToCorrect(PuttingRight right, Slips slips, Offices offices, Catalogue catalogue) {
        return process -> {
            String number = Caller.neededSlipNumber(
                    StartForms.read(SlipCorrectionProcess.FIND_SLIP, process).need(SlipCorrectionProcess.SLIP_NUMBER));
            Slip slip = slips.get(number);
            right.requireTheirs(number);
            if (slip.state().ended()) {
                throw Rejection.outOfTurn(
                        number,
                        "这张单" + slip.state().label() + "，不能更正。" + slip.ties().instead());
            }
            ShownSlip shown = ShownSlip.of(Correction.of(slip));
            process.setVariable(NUMBER, number);
            process.setVariables(shown.fields());
            process.setVariable(Found.SHOWN, shown.kept());
            process.setVariable(Found.REGISTERED, slip.intake().registeredAt() != null);
            process.setVariable(
                    Found.HEADING, SlipHeading.title(slip) + "\n" + slip.state().label());
            process.setVariable(Options.OFFICES, officesFor(slip, offices));
            process.setVariable(
                    Options.CATALOGUE,
                    FormOptions.json(catalogue.entries().stream()
                            .map(item -> new Option(item.label(), item.code()))
                            .toList()));
        };
    }

    /** The slip's own too, whatever the register has. */
    private static Object officesFor(Slip slip, Offices offices) {
        Set<String> names = new LinkedHashSet<>(offices.names());
        names.add(slip.report().office());
        return FormOptions.json(
                names.stream().map(name -> new Option(name, name)).toList());
    }

    @Bean
    TaskListener recordCorrection(Persons persons, FreeAnswers free) {
        return task -> {
            persons.checkAssignee(task);
            free.take(task, slipOf(task.getExecution()));
            Set<String> own = new HashSet<>(OWN);
            own.addAll(free.names(task));
            CorrectionKind kind = SlipCorrectionProcess.CORRECT_SLIP
                    .readOnly(task.getExecution().getVariables(), own)
                    .need(SlipCorrectionProcess.KIND);
            task.getExecution().setVariable(Found.WAY, code(kind));
        };
    }

    @Bean
    JavaDelegate correctSlip(PuttingRight right, Slips slips, Offices offices) {
        return process -> {
            String number = slipOf(process);
            Map<String, Object> variables = process.getVariables();
            Submission in = SlipCorrectionProcess.CORRECT_SLIP.read(variables);
            Slip slip = slips.get(number);
            Correction present = Correction.of(slip);
            Correction to = ShownSlip.of(String.valueOf(variables.get(Found.SHOWN)))
                    .corrected(in, present, Boolean.TRUE.equals(variables.get(Found.REGISTERED)));
            if (!to.office().equals(present.office())) {
                offices.checked(to.office());
            }
            right.correct(
                    number, to, in.ticked(SlipCorrectionProcess.AREA_CONFIRMED), in.need(SlipCorrectionProcess.REASON));
        };
    }

    @Bean
    JavaDelegate markSlipMistaken(PuttingRight right) {
        return process -> right.markMistaken(
                slipOf(process),
                SlipCorrectionProcess.CORRECT_SLIP.read(process.getVariables()).need(SlipCorrectionProcess.REASON));
    }

    @Bean
    JavaDelegate joinSlips(PuttingRight right) {
        return process -> {
            Submission in = SlipCorrectionProcess.CORRECT_SLIP.read(process.getVariables());
            right.join(
                    slipOf(process),
                    Caller.neededSlipNumber(in.need(SlipCorrectionProcess.JOIN_WITH)),
                    in.need(SlipCorrectionProcess.REASON));
        };
    }

    @Bean
    JavaDelegate splitSlip(Splitting splitting) {
        return process -> {
            Submission in = SlipCorrectionProcess.CORRECT_SLIP.read(process.getVariables());
            splitting.split(
                    slipOf(process), in.need(SlipCorrectionProcess.SPLIT_FAULT), in.need(SlipCorrectionProcess.REASON));
        };
    }

    private static String slipOf(DelegateExecution process) {
        String number = String.valueOf(process.getVariable(NUMBER));
        process.setProcessBusinessKey(number);
        return number;
    }
}
