package org.baoxiu.dispatch;

/**
 * Somebody qualified for a slip.
 *
 * @param technician login name
 * @param name       what the technician is called
 * @param openSlips  slips in hand, from pick-up until the work is confirmed
 * @param duty       whether the roster names the technician for now
 */
public record Candidate(String technician, String name, int openSlips, Duty duty) {

    public enum Duty {
        ON_DUTY("值班，"),
        NO_ROSTER(""),
        OFF_DUTY("不当班，");

        private final String words;

        Duty(String words) {
            this.words = words;
        }
    }

    /** How a person who chooses reads it. */
    public String label() {
        return name + "（" + duty.words + "在手 " + openSlips + " 单）";
    }
}
