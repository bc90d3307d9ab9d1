package org.baoxiu.process.repair.step7followup;

import java.util.Map;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.feedback.CallBackReport;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.notification.Event;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Person;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * What an owner says on the page of a closed slip. The same table judges it as a call; the case has ended, so what has to be
 * followed up is told to the head of customer service (S7, Q6).
 */
@Component
public class LateRatings {

    private final Feedback feedback;
    private final DecisionService decisions;
    private final StaffNews news;

    LateRatings(Feedback feedback, DecisionService decisions, StaffNews news) {
        this.feedback = feedback;
        this.decisions = decisions;
        this.news = news;
    }

    public void rate(String slipNumber, CallBackReport report) {
        CallBack rating = feedback.recordLateRating(slipNumber, report, Person.owner());
        DmnDecisionResultEntries answer = decisions
                .evaluateDecisionByKey("satisfactionFollowUp")
                .variables(Map.of(
                        "ownerReached",
                        true,
                        "callBackAttempts",
                        feedback.attempts(slipNumber),
                        "fixed",
                        rating.fixed(),
                        "satisfactionScore",
                        rating.score(),
                        "conductComplaint",
                        false))
                .evaluate()
                .getSingleResult();
        FollowUp followUp = FollowUp.of(answer.getEntry("followUp"));
        feedback.decideLate(rating, followUp, answer.getEntry("reason"));
        if (followUp != FollowUp.CLOSE) {
            news.tell(
                    Event.RATED_BADLY,
                    "rating-" + rating.id(),
                    slipNumber,
                    Map.of("score", rating.score() + " 分", "reason", answer.getEntry("reason")),
                    Map.of());
        }
    }
}
