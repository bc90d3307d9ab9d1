package org.baoxiu.process.repair.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;

import java.util.Set;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("维修单的流程变量")
class SlipVariablesTest {

    @Autowired
    private Office office;

    @Autowired
    private RuntimeService runtime;

    @Test
    @DisplayName("are those that the present step needs, and none of a visit, a call or an accident that has not been")
    void noneBeforeItsTime() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        assertThat(variables(repair))
                .contains("place", "repeatCount", "registrationDue", "twoWeeksDue", "visitDue")
                .doesNotContain(
                        "arrivalDue",
                        "assessedCause",
                        "foundCause",
                        "quoteText",
                        "billText",
                        "followUp",
                        "reworkNeeded",
                        "accidentPlanText",
                        "accidentAnswerDue");

        repair.does("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", Elements.PICK_UP_SLIP, pickedUp())
                .does("tech1", Elements.VISIT_SITE, arrived());
        assertThat(variables(repair))
                .contains("arrivalDue", "foundCause", "quoteText", "billText")
                .doesNotContain("resultDue", "followUp", "reworkNeeded", "accidentPlanText", "accidentAnswerDue");
    }

    private Set<String> variables(RepairCase repair) {
        return runtime.getVariables(repair.instance()).keySet();
    }
}
