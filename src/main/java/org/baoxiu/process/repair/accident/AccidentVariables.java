package org.baoxiu.process.repair.accident;

import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.slip.Accident;
import org.baoxiu.slip.Slip;
import org.springframework.stereotype.Component;

/** What is written about an accident, for whoever writes next. */
@Component
class AccidentVariables implements StepVariables {

    @Override
    public void write(Slip slip, Values values) {
        Accident accident = slip.accident();
        if (accident != null) {
            values.words("accidentPlanText", accident.plan());
            values.words("accidentSolutionText", accident.solution());
            values.words("accidentStatementText", accident.statement());
        }
    }
}
