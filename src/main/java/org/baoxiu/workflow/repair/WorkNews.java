package org.baoxiu.workflow.repair;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.baoxiu.notification.Event;
import org.baoxiu.shared.Groups;
import org.baoxiu.slip.Excerpt;
import org.baoxiu.slip.Slips;
import org.baoxiu.workflow.Persons;
import org.baoxiu.workflow.telling.StaffNews;
import org.springframework.stereotype.Component;

/** Tells whom it concerns that work has changed hands, or that nobody can take it (3.3, Q3). */
@Component
class WorkNews {

  private static final int REASON_LENGTH = 60;

  private final StaffNews news;
  private final Persons persons;
  private final Slips slips;
  private final Clock clock;

  WorkNews(StaffNews news, Persons persons, Slips slips, Clock clock) {
    this.news = news;
    this.persons = persons;
    this.slips = slips;
    this.clock = clock;
  }

  /** @param technicians whether it is the work of a technician, which is the supervisor's to share out again; else the lead's */
  void moved(String slipNumber, boolean technicians, String from, String toOrNull, String reason) {
    Event event = toOrNull == null ? Event.WORK_RELEASED : Event.WORK_HANDED_OVER;
    Map<String, String> roles = new HashMap<>(persons.exists(from) ? StaffNews.person("former", from) : Map.of());
    roles.putAll(toOrNull == null ? Map.of("told", technicians ? Groups.ENGINEERING_SUPERVISOR : Groups.CUSTOMER_SERVICE_LEAD) : StaffNews.person("told", toOrNull));
    news.tell(event, "work-" + event + "-" + slipNumber + "-" + clock.millis(), slipNumber,
        Map.of("from", persons.of(from), "to", toOrNull == null ? "" : persons.of(toOrNull), "reason", Excerpt.line(reason, REASON_LENGTH)),
        roles);
  }

  /** Once for a slip and its item. */
  void nobodyQualified(String slipNumber) {
    news.tell(Event.NO_QUALIFIED_PERSON, "nobody-" + slipNumber + "-" + slips.get(slipNumber).itemCode(), slipNumber, Map.of(), Map.of());
  }
}
