package org.baoxiu.workflow.repair;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Occasion;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Telephones;
import org.baoxiu.slip.Times;
import org.baoxiu.workflow.Persons;
import org.springframework.stereotype.Component;

/** Sends a message to everybody whom the escalation table names, when a clock warns or is missed (4.6, 5). */
@Component
class ClockNews {

  private final Messages messages;
  private final Persons persons;
  private final Slips slips;

  ClockNews(Messages messages, Persons persons, Slips slips) {
    this.messages = messages;
    this.persons = persons;
    this.slips = slips;
  }

  /**
   * @param stage as the models spell it
   * @param told  groups, separated by commas, or the technician; without one, the supervisors who get the task instead
   */
  void tell(Commitment commitment, String stage, String told) {
    Slip slip = slips.get(commitment.slipNumber());
    Occasion occasion = occasion(commitment, stage, slip);
    for (String role : told.split("\\s*,\\s*")) {
      if (!role.equals(ClockSteps.TECHNICIAN)) {
        messages.tell(occasion, role, persons.membersOf(role));
      } else if (slip.technician() != null) {
        messages.tell(occasion, role, List.of(slip.technician()));
      } else {
        messages.tell(occasion, ClockSteps.SUPERVISORS, persons.membersOf(ClockSteps.SUPERVISORS));
      }
    }
  }

  private static Occasion occasion(Commitment commitment, String stage, Slip slip) {
    boolean warning = stage.equals("warning");
    long time = (warning ? commitment.warnedAt() : commitment.toldAt()).toEpochMilli();
    long days = warning ? 0 : Duration.between(commitment.dueAt(), commitment.toldAt()).toDays();
    return new Occasion(event(stage), "clock-" + commitment.id() + "-" + stage + "-" + time, slip.number(),
        Map.of("place", oneLine(Telephones.hiddenIn(slip.report().place())), "promise", commitment.kind().label(),
            "due", Times.minute(commitment.dueAt()), "late", days + " 天"));
  }

  private static Event event(String stage) {
    return switch (stage) {
      case "warning" -> Event.CLOCK_WARNING;
      case "missed" -> Event.CLOCK_MISSED;
      case "again" -> Event.CLOCK_AGAIN;
      default -> throw new IllegalArgumentException("no stage of a clock: " + stage);
    };
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ");
  }
}
