package org.baoxiu.dispatch;

/**
 * Somebody qualified for a slip.
 *
 * @param technician login name
 * @param name       what the technician is called
 * @param openSlips  slips in hand, from pick-up until the work is confirmed
 */
public record Candidate(String technician, String name, int openSlips) {

  /** How a person who chooses reads it. */
  public String label() {
    return name + "（在手 " + openSlips + " 单）";
  }
}
