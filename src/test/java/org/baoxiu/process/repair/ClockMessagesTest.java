package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.testing.Answers.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.MessageState;
import org.baoxiu.notification.Messages;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@ExtendWith(Scenarios.Monday.class)
@DisplayName("时限的消息")
@Tag("long")
class ClockMessagesTest {

    @Autowired
    private Office office;

    @Autowired
    private Messages messages;

    @Autowired
    private IdentityService identity;

    @Test
    @Tag("4.6.1a")
    @DisplayName("a request that nobody registers: the head of customer service has one message, nobody else any")
    void missed() {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", "3 栋\n502 13912345678"));
        office.timePasses(Duration.ofMinutes(3));
        repair.dueTimersFire().dueTimersFire();

        Message message = only("clerklead", repair);
        assertThat(message.event()).isEqualTo(Event.CLOCK_MISSED);
        assertThat(message.text())
                .isEqualTo(
                        "维修单 " + repair.number() + "（一号管理处 3 栋 502 …）登记的时限是 11月23日 09:03，已超时，请在任务列表里处理。厨房水龙头漏水，未界定。");
        assertThat(message.channel()).isEqualTo(ChannelKind.IN_APP);
        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
        for (String other : List.of("clerk1", "clerk2", "tech1", "supervisor", "director")) {
            assertThat(about(other, repair)).as(other).isEmpty();
        }
    }

    @Test
    @Tag("4.6.2")
    @Tag("3.3")
    @DisplayName(
            "before the arrival is due the whole team and the supervisor are warned, afterwards the supervisor is told")
    void warned() {
        RepairCase repair = TapRepair.registered(office);
        office.timePasses(Duration.ofMinutes(10));
        repair.dueTimersFire();
        for (String person : List.of("tech1", "tech2", "tech3", "supervisor")) {
            assertThat(only(person, repair).text()).contains("到场的时限是 11月23日 09:15，即将到时，请抓紧。");
        }

        office.timePasses(Duration.ofMinutes(5));
        repair.dueTimersFire();
        assertThat(about("supervisor", repair))
                .extracting(Message::event)
                .containsExactly(Event.CLOCK_MISSED, Event.CLOCK_WARNING);
        assertThat(about("tech1", repair)).hasSize(1);
    }

    @Test
    @Tag("5.1")
    @DisplayName("a repair that takes too long: the technician at work has the message, not the colleagues")
    void technician() {
        RepairCase repair = TapRepair.working(office);
        office.timePasses(Duration.ofMinutes(30));
        repair.dueTimersFire();
        assertThat(only("tech1", repair).text()).contains("修理完毕的时限是 11月23日 09:30，已超时，请在任务列表里报告新的完成时间。");
        assertThat(about("tech2", repair)).isEmpty();
        assertThat(about("supervisor", repair)).isEmpty();
    }

    @Test
    @Tag("5.3a")
    @DisplayName("an accident that is still not answered: the director is told again every day, by a message each time")
    void again() {
        RepairCase repair = TapRepair.accident(office);
        office.timePasses(Duration.ofDays(2));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(about("director", repair))
                .filteredOn(message -> message.subject().contains(CommitmentKind.ACCIDENT_ANSWER.label()))
                .extracting(message -> message.text().replaceAll(".*的时限是 [^，]*，([^。]*。).*", "$1"))
                .containsExactly("已超过 2 天，仍未完成。", "已超过 1 天，仍未完成。", "已超时，请在任务列表里处理。");
    }

    @Test
    @Tag("4.6.1a")
    @DisplayName("without a mail server an address changes nothing")
    void addressWithoutMailServer() {
        address("clerklead", "lead@example.org");
        try {
            RepairCase repair = office.reports("clerk1", leakingTap());
            office.timePasses(Duration.ofMinutes(3));
            repair.dueTimersFire();
            assertThat(only("clerklead", repair).channel()).isEqualTo(ChannelKind.IN_APP);
        } finally {
            address("clerklead", null);
        }
    }

    /** Two rules apply to the event, the first one of which counts. */
    @ParameterizedTest
    @Tag("4.6.1a")
    @CsvSource({"1 小时, 一小时", "hitPolicy=\"FIRST\", hitPolicy=\"UNIQUE\"", "邮件、消息列表, 信鸽", "{承诺}的, {nothing}的"})
    @DisplayName("a broken table of notifications rolls the step back and says so")
    void brokenTable(String cell, String broken) throws Exception {
        String table = Files.readString(Path.of("processes", "notification.dmn"));
        String deployment = office.finds(Map.of(
                "notification.dmn",
                table.replace(cell, broken).replace("<text>\"时限将到\"</text>", "<text>\"已超时\"</text>")));
        try {
            RepairCase repair = office.reports("clerk1", leakingTap());
            office.timePasses(Duration.ofMinutes(3));
            assertThatThrownBy(repair::dueTimersFire)
                    .hasMessageContaining("维修单 " + repair.number())
                    .hasMessageContaining("检查通知表");
            assertThat(repair.commitment(CommitmentKind.REGISTRATION).missedAt())
                    .isNull();
            assertThat(about("clerklead", repair)).isEmpty();
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("4.6.1a")
    @DisplayName("without a rule nobody has a message, and the task is there all the same")
    void noRule() throws Exception {
        String table = Files.readString(Path.of("processes", "notification.dmn"));
        String deployment = office.finds(
                Map.of("notification.dmn", table.replace("<text>\"已超时\"</text>", "<text>\"nothingElse\"</text>")));
        try {
            RepairCase repair = office.reports("clerk1", leakingTap());
            office.timePasses(Duration.ofMinutes(3));
            repair.dueTimersFire();
            assertThat(about("clerklead", repair)).isEmpty();
            assertThat(repair.told(CommitmentKind.REGISTRATION)).hasSize(1);
        } finally {
            office.withdraws(deployment);
        }
    }

    private void address(String person, String address) {
        User user = identity.createUserQuery().userId(person).singleResult();
        user.setEmail(address);
        identity.saveUser(user);
    }

    private Message only(String person, RepairCase repair) {
        assertThat(about(person, repair)).as("messages of %s", person).hasSize(1);
        return about(person, repair).get(0);
    }

    private List<Message> about(String person, RepairCase repair) {
        return messages.of(person).stream()
                .filter(message -> repair.number().equals(message.slipNumber()))
                .filter(message -> message.event().name().startsWith("CLOCK_"))
                .toList();
    }
}
