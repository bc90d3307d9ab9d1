package org.baoxiu.process.repair.step1receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.RepairRequestProcess.Messages.REPAIR_REPORTED;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import java.time.LocalTime;
import java.time.ZoneId;
import org.baoxiu.slip.Channel;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports by every way in, taken with their true time. */
@Scenarios
@DisplayName("第一步：接报")
class ReceiveScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.7.8")
    void aLetterIsEnteredWithItsTrueTimeOfReceipt() {
        RepairCase repair = office.reports(
                "clerk1", with(leakingTap(), "channel", "letter", "receivedAt", "昨天9点半", "receivedReason", "转信耽误了"));

        assertThat(repair.slip().report().receivedAt())
                .isEqualTo(office.now()
                        .atZone(ZoneId.systemDefault())
                        .minusDays(1)
                        .with(LocalTime.of(9, 30))
                        .toInstant());
        assertThat(repair.trail().get(0)).contains("信函", "补记原因：转信耽误了");
    }

    @Test
    @Tag("S1")
    void aMessageFromOutsideOpensASlipForTheClerks() {
        RepairCase repair = office.message(REPAIR_REPORTED, with(leakingTap(), "channel", "web"));

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        assertThat(repair.slip().report().channel()).isEqualTo(Channel.WEB);
    }
}
