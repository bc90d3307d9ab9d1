package org.baoxiu.process.repair.step2register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.assessed;
import static org.baoxiu.testing.Answers.darkCorridor;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.util.Map;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who registers, and what is known by then. */
@Scenarios
@DisplayName("第二步：登记")
class RegisterScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("S2")
    @Tag("4.3.1.2")
    void theRegisteringClerkGetsTheTaskAndSeesOpenSlipsOfTheSamePlace() {
        RepairCase first = office.reports("clerk1", with(leakingTap(), "place", "9 栋 901"));
        RepairCase second = office.reports("clerk2", with(leakingTap(), "place", "9 栋 901"));

        assertThat(first.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk1");
        assertThat(office.localVariable(second.task(REGISTER_REQUEST), "openSlipsHere")
                        .toString())
                .contains(first.number());
    }

    @Test
    @Tag("S2")
    @Tag("4.2.1.1")
    void theRegisteringClerkSeesOpenSlipsOfTheSameTelephoneAtAnotherPlace() {
        Map<String, Object> report = with(leakingTap(), "reporterPhone", "13612340987");
        RepairCase first = office.reports("clerk1", with(report, "place", "9 栋 902"));
        RepairCase second =
                office.reports("clerk2", with(report, "place", "9 栋 903", "reporterPhone", "+86 136 1234 0987"));
        RepairCase inPublic = office.reports("clerk2", with(darkCorridor(), "reporterPhone", "13612340987"));

        assertThat(office.localVariable(second.task(REGISTER_REQUEST), "openSlipsHere")
                        .toString())
                .contains("- " + first.number() + "　9 栋 902　厨房水龙头漏水（已接报）")
                .doesNotContain(second.number());
        assertThat(office.localVariable(inPublic.task(REGISTER_REQUEST), "openSlipsHere")
                        .toString())
                .doesNotContain(first.number());
    }

    @Test
    @Tag("4.7.2")
    @Tag("4.7.3")
    void whatTheDutyDirectorFindsInsideAUnitGoesToTheClerks() {
        RepairCase repair = office.reports("dutydirector", with(leakingTap(), "channel", "dutyDirector"));

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        repair.does("clerk2", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("4.2.1.2")
    @Tag("4.4.1")
    void lossOrInjuryIsAnAccidentFromTheFirstMoment() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-09"), "lossOrInjury", true));
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.slip().intake().emergency())
                .as("a burst pipe is urgent by nature")
                .isTrue();

        repair.does("supervisor", ASSESS_FAULT, assessed("PL-09", 1.5));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(REPORT_ACCIDENT, PICK_UP_SLIP);
    }
}
