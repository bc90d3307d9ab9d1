package org.baoxiu.workflow.repair;

import java.util.Map;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.feedback.CallBackReport;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Occasion;
import org.baoxiu.slip.Person;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Telephones;
import org.baoxiu.workflow.Persons;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * What an owner says on the page of a closed slip. The same table judges it as a call; the case has ended, so what has to be
 * followed up is told to the head of customer service (S7, Q6).
 */
@Component
class LateRatings {

  private static final String LEAD = "customerServiceLead";

  private final Feedback feedback;
  private final DecisionService decisions;
  private final Messages messages;
  private final Persons persons;
  private final Slips slips;

  LateRatings(Feedback feedback, DecisionService decisions, Messages messages, Persons persons, Slips slips) {
    this.feedback = feedback;
    this.decisions = decisions;
    this.messages = messages;
    this.persons = persons;
    this.slips = slips;
  }

  void rate(String slipNumber, CallBackReport report) {
    CallBack rating = feedback.recordLateRating(slipNumber, report, Person.owner());
    DmnDecisionResultEntries answer = decisions.evaluateDecisionByKey("satisfactionFollowUp").variables(Map.of(
        "ownerReached", true, "callBackAttempts", feedback.attempts(slipNumber), "fixed", rating.fixed(),
        "satisfactionScore", rating.score(), "conductComplaint", false)).evaluate().getSingleResult();
    FollowUp followUp = FollowUp.of(answer.getEntry("followUp"));
    feedback.decideLate(rating, followUp, answer.getEntry("reason"));
    if (followUp != FollowUp.CLOSE) {
      messages.tell(new Occasion(Event.RATED_BADLY, "rating-" + rating.id(), slipNumber, Map.of(
          "place", Telephones.hiddenIn(slips.get(slipNumber).report().place()).replaceAll("\\s+", " "),
          "score", rating.score() + " 分", "reason", answer.getEntry("reason"))), LEAD, persons.membersOf(LEAD));
    }
  }
}
