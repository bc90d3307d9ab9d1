package org.baoxiu.notification;

/** What people are told of. Who gets which text through which channel is in the decision table of notifications. */
public enum Event {
  // people of the office
  CLOCK_WARNING, CLOCK_MISSED, CLOCK_AGAIN, RATED_BADLY, HAND_OVER_WARNING, HAND_OVER_MISSED, HAND_OVER_AGAIN,
  VERIFICATION_REMINDER,
  // the owner, by the names of SlipEvent
  RECEIVED, TEAM_NOTIFIED, TECHNICIAN_ASSIGNED, ARRIVED, VISIT_APPOINTED, QUOTED, QUOTE_CHANGED, COST_CHANGED, TIME_CHANGED,
  DEFERRED, FINISHED, CALL_BACK_MISSED, CLOSED, CANCELLED,
  // the application of a client, by no decision table
  STATE_CHANGED
}
