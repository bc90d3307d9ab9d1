package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.HANDLE_IMPORTANT;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.joined;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.mistaken;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.nothing;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.split;

import java.time.Duration;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Splits;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A slip is put right, marked as mistaken, joined to another, split, or left as it is. */
@Scenarios
@DisplayName("更正维修单")
class CorrectionScenarios {

    @Autowired
    Office office;

    @Autowired
    Splits splits;

    @Test
    @Tag("4.3.1")
    @Tag("4.2.3")
    void anotherItemOfTheSameClass() {
        RepairCase repair = TapRepair.registered(office);

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-03"));

        assertThat(repair.slip().item().code()).isEqualTo("PL-03");
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
    }

    @Test
    @Tag("4.2.3")
    @Tag("4.4.2")
    void anItemThatIsNotListedIsTheLeads() {
        RepairCase repair = TapRepair.registered(office);

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-14"));

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        assertThat(repair.openTasks()).contains(HANDLE_IMPORTANT);
    }

    @Test
    @Tag("4.3.1")
    void aSlipThatWasOpenedByMistakeEnds() {
        RepairCase repair = corrects(office, "clerk1", TapRepair.reported(office), mistaken());

        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.MISTAKEN);
    }

    @Test
    @Tag("4.3.1")
    @Tag("4.2.1.1")
    void aSecondSlipAboutTheSameEndsInTheFirst() {
        RepairCase first = TapRepair.reported(office);
        office.timePasses(Duration.ofMinutes(1));
        RepairCase second = corrects(office, "clerk1", TapRepair.reported(office), joined(first));

        assertThat(second.ended()).isTrue();
        assertThat(second.slip().state()).isEqualTo(SlipState.JOINED);
        assertThat(first.ended()).isFalse();
    }

    @Test
    @Tag("4.3.1")
    void aSecondFaultOfAReportGetsASlipOfItsOwn() {
        RepairCase repair = corrects(office, "clerk1", TapRepair.reported(office), split());

        assertThat(splits.splitFrom(repair.number()))
                .singleElement()
                .satisfies(other -> assertThat(other.report().fault()).isEqualTo("客厅的灯不亮"));
        assertThat(repair.ended()).isFalse();
    }

    @Test
    @Tag("4.3.1")
    void aSlipIsLookedAtAndLeftAsItIs() {
        RepairCase repair = TapRepair.reported(office);
        long version = repair.slip().version();

        corrects(office, "clerk1", repair, nothing());

        assertThat(repair.ended()).isFalse();
        assertThat(repair.slip().version()).isEqualTo(version);
    }
}
