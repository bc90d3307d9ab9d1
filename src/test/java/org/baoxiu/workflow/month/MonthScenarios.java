package org.baoxiu.workflow.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.workflow.month.MonthEndProcess.Elements.CHECK_MONTH;
import static org.baoxiu.workflow.month.MonthEndProcess.Elements.RECEIVE_PACK;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.MonthState;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.testing.Office;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A month from the night of the 1st to its closing, in time and late. */
public interface MonthScenarios {

  Map<String, Object> CHECKED = Map.of("figuresChecked", true, "checkNote", "两张超时单已说明");
  Map<String, Object> RECEIVED = Map.of("packReceived", true);

  Office office();

  ProcessEngine engine();

  MonthEnd months();

  Messages messages();

  private MonthCase counted() {
    return MonthCase.next(office(), engine(), months()).timerFires().backgroundWorkRuns();
  }

  @Test
  @Tag("3.4") @Tag("4.3.7") @Tag("4.3.8")
  default void theMonthIsFrozenCountedCheckedHandedOverAndClosed() {
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
  }

  @Test
  @Tag("4.3.7")
  default void handedOverASecondBeforeThe2ndNobodyHearsOfIt() {
    MonthCase month = counted();
    office().timeIs(month.end().plus(Duration.ofHours(24)).minusSeconds(1));

    month.does("clerklead", CHECK_MONTH, CHECKED);
    office().timePasses(Duration.ofDays(3));
    month.dueTimersFire();

    assertThat(month.record().missedAt()).isNull();
    assertThat(about(month, "director")).isEmpty();
  }

  @Test
  @Tag("4.3.7")
  default void notHandedOverWhenThe2ndBeginsTheLeadAndTheDirectorAreToldAndTheDirectorEveryDay() {
    MonthCase month = counted();
    office().timeIs(month.end().plus(Duration.ofHours(16)));
    month.dueTimersFire();
    assertThat(about(month, "clerk1")).extracting(Message::subject).containsExactly("时限将到：月度移交");

    office().timeIs(month.end().plus(Duration.ofHours(24)).minusMillis(1));
    month.dueTimersFire();
    assertThat(month.record().missedAt()).as("in time up to the last moment").isNull();
    office().timeIs(month.end().plus(Duration.ofHours(24)));
    month.dueTimersFire();

    assertThat(month.record().missedAt()).isEqualTo(month.end().plus(Duration.ofHours(24)));
    assertThat(about(month, "clerklead")).extracting(Message::subject).contains("已超时：月度移交");
    assertThat(about(month, "director")).extracting(Message::subject).containsExactly("已超时：月度移交");

    office().timePasses(Duration.ofDays(1));
    month.dueTimersFire();
    assertThat(about(month, "director")).extracting(Message::subject).containsExactly("仍未完成：月度移交", "已超时：月度移交");
    month.does("clerk1", CHECK_MONTH, CHECKED);
    assertThat(month.record().missedAt()).as("late stays late").isNotNull();
  }

  @Test
  @Tag("3.4")
  default void theTimerFindsNothingWhereSomebodyHasSettledTheMonth() {
    MonthCase month = MonthCase.next(office(), engine(), months()).isSettledBy("clerklead");
    long before = settled();

    month.timerFires();

    assertThat(settled()).as("the second case ended at once").isEqualTo(before);
    assertThat(months().all()).extracting(one -> one.month()).doesNotHaveDuplicates();
    month.backgroundWorkRuns();
    assertThat(month.openTasks()).containsExactly(CHECK_MONTH);
  }

  @Test
  @Tag("4.3.7")
  default void whereNoTimerFiredBeforeThe2ndTheMissIsToldOnce() {
    MonthCase month = counted();
    office().timeIs(month.end().plus(Duration.ofHours(33)));

    month.dueTimersFire();

    assertThat(about(month, "director")).extracting(Message::subject).containsExactly("已超时：月度移交");
    assertThat(about(month, "clerk1")).as("a reminder comes too late").isEmpty();
  }

  @Test
  @Tag("4.3.7")
  default void aMonthThatIsSettledMuchLaterIsToldAsLateOnce() {
    MonthCase month = MonthCase.next(office(), engine(), months());
    office().timePasses(Duration.ofDays(20));

    month.timerFires().backgroundWorkRuns().dueTimersFire();

    assertThat(about(month, "clerklead")).extracting(Message::subject).containsExactly("已超时：月度移交");
    assertThat(about(month, "clerk1")).as("a reminder comes too late").isEmpty();
  }

  private long settled() {
    return engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey(MonthEndProcess.KEY).count();
  }

  private List<Message> about(MonthCase month, String person) {
    return messages().of(person).stream().filter(message -> message.text().startsWith(month.record().label())).toList();
  }
}
