package org.baoxiu.process.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.month.MonthCase.CHECKED;
import static org.baoxiu.process.month.MonthCase.RECEIVED;
import static org.baoxiu.process.month.MonthEndProcess.Elements.CHECK_MONTH;
import static org.baoxiu.process.month.MonthEndProcess.Elements.RECEIVE_PACK;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.verified;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.MonthState;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.testing.LampRepair;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A month from the night of the 1st to its closing, in time and late. */
@Scenarios
@DisplayName("月度移交")
class MonthScenarios {

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    Messages messages;

    @Autowired
    Evidence evidence;

    private MonthCase counted() {
        return MonthCase.next(office, engine, months).timerFires().backgroundWorkRuns();
    }

    @Test
    @Tag("3.4")
    @Tag("4.3.7")
    @Tag("4.3.8")
    void theMonthIsFrozenCountedCheckedHandedOverAndClosed() {
        MonthCase month = counted();
        assertThat(month.record().state()).isEqualTo(MonthState.FROZEN);
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);

        month.does("clerk1", CHECK_MONTH, CHECKED);
        assertThat(month.record().state()).isEqualTo(MonthState.HANDED_OVER);
        assertThat(month.openTasks()).containsExactly(RECEIVE_PACK);

        month.does("affairs", RECEIVE_PACK, RECEIVED);
        assertThat(month.ended()).isTrue();
        assertThat(month.record().state()).isEqualTo(MonthState.CLOSED);
        assertThat(month.record().handedOverBy()).isEqualTo("clerk1");
        assertThat(month.record().receivedBy()).isEqualTo("affairs");
        assertThat(month.record().checkNote()).isEqualTo("两张超时单已说明");
        Evidence.One proof = evidence.of(month.record().month().toString());
        assertThat(proof.lines()).as("frozen, counted, handed over, received").isGreaterThanOrEqualTo(4);
        assertThat(proof.findings()).isEmpty();
    }

    @Test
    @Tag("4.3.7")
    void handedOverASecondBeforeThe2ndNobodyHearsOfIt() {
        MonthCase month = counted();
        office.timeIs(month.end().plus(Duration.ofHours(24)).minusSeconds(1));

        month.does("clerklead", CHECK_MONTH, CHECKED);
        office.timePasses(Duration.ofDays(3));
        month.dueTimersFire();

        assertThat(month.record().deadline().missedAt()).isNull();
        assertThat(about(month, "director")).isEmpty();
    }

    @Test
    @Tag("4.3.7")
    void notHandedOverWhenThe2ndBeginsTheLeadAndTheDirectorAreToldAndTheDirectorEveryDay() {
        MonthCase month = counted();
        office.timeIs(month.end().plus(Duration.ofHours(16)));
        month.dueTimersFire();
        assertThat(about(month, "clerk1")).extracting(Message::subject).containsExactly("时限将到：月度移交");

        office.timeIs(month.end().plus(Duration.ofHours(24)).minusMillis(1));
        month.dueTimersFire();
        assertThat(month.record().deadline().missedAt())
                .as("in time up to the last moment")
                .isNull();
        office.timeIs(month.end().plus(Duration.ofHours(24)));
        month.dueTimersFire();

        assertThat(month.record().deadline().missedAt()).isEqualTo(month.end().plus(Duration.ofHours(24)));
        assertThat(about(month, "clerklead")).extracting(Message::subject).contains("已超时：月度移交");
        assertThat(about(month, "director")).extracting(Message::subject).containsExactly("已超时：月度移交");

        office.timePasses(Duration.ofDays(1));
        month.dueTimersFire();
        assertThat(about(month, "director")).extracting(Message::subject).containsExactly("仍未完成：月度移交", "已超时：月度移交");
        month.does("clerk1", CHECK_MONTH, CHECKED);
        assertThat(month.record().deadline().missedAt()).as("late stays late").isNotNull();
    }

    @Test
    @Tag("3.4")
    void theTimerFindsNothingWhereSomebodyHasSettledTheMonth() {
        MonthCase month = MonthCase.next(office, engine, months).isSettledBy("clerklead");
        long before = settled();

        month.timerFires();

        assertThat(settled()).as("the second case ended at once").isEqualTo(before);
        assertThat(months.all()).extracting(one -> one.month()).doesNotHaveDuplicates();
        month.backgroundWorkRuns();
        assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
    }

    @Test
    @Tag("4.3.7")
    void whereNoTimerFiredBeforeThe2ndTheMissIsToldOnce() {
        MonthCase month = counted();
        office.timeIs(month.end().plus(Duration.ofHours(33)));

        month.dueTimersFire();

        assertThat(about(month, "director")).extracting(Message::subject).containsExactly("已超时：月度移交");
        assertThat(about(month, "clerk1")).as("a reminder comes too late").isEmpty();
    }

    @Test
    @Tag("4.3.7")
    void aMonthThatIsSettledMuchLaterIsToldAsLateOnce() {
        MonthCase month = MonthCase.next(office, engine, months);
        office.timePasses(Duration.ofDays(20));

        month.timerFires().backgroundWorkRuns().dueTimersFire();

        assertThat(about(month, "clerklead")).extracting(Message::subject).containsExactly("已超时：月度移交");
        assertThat(about(month, "clerk1")).as("a reminder comes too late").isEmpty();
    }

    @Test
    @Tag("4.5.1")
    void threeDaysBeforeThe25thOneMessageSaysHowManyPublicSlipsAreMissing() {
        YearMonth month =
                YearMonth.of(2100, 1).plusMonths(ThreadLocalRandom.current().nextInt(6_000));
        RepairCase lamp = LampRepair.repaired(office);
        LampRepair.repaired(office);
        for (String person : List.of("clerk1", "clerklead", "tech1", "supervisor")) {
            assertThat(reminders(person, month)).as(person).hasSize(1);
        }
        assertThat(reminders("director", month)).isEmpty();
        int before = toVerify(month);

        lamp.does("clerk1", VERIFY_PUBLIC_REPAIR, verified());
        assertThat(toVerify(month.plusMonths(1))).isEqualTo(before - 1);
    }

    private int toVerify(YearMonth month) {
        Matcher text = Pattern.compile("在修 \\d+ 张、待核查 (\\d+) 张。.*，" + month.getMonthValue() + "月25日 23:59 截止。")
                .matcher(reminders("clerk1", month).get(0).text());
        assertThat(text.find()).isTrue();
        return Integer.parseInt(text.group(1));
    }

    /** The reminder of that month runs, again if it has run before. */
    private List<Message> reminders(String person, YearMonth month) {
        office.timeIs(
                month.atDay(22).atTime(8, 0).atZone(ZoneId.systemDefault()).toInstant());
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey(VerificationReminder.KEY)
                        .singleResult()
                        .getId());
        Instant told = office.now();
        return messages.of(person).stream()
                .filter(message -> message.createdAt().equals(told))
                .filter(message -> message.subject().equals("公共部位维修请交单核查"))
                .toList();
    }

    private long settled() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(MonthEndProcess.KEY)
                .count();
    }

    private List<Message> about(MonthCase month, String person) {
        return messages.of(person).stream()
                .filter(message -> message.text().startsWith(month.record().label()))
                .toList();
    }
}
