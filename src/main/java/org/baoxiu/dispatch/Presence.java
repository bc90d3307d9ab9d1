package org.baoxiu.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody can be given work now, and until when that will be so.
 *
 * @param duty        what the roster says of now
 * @param awayUntil   the end of the present absence and those that follow it; empty for whoever is here
 * @param awayFrom    the beginning of the next absence; empty if none is known
 * @param expiring    certificates that have run out or will within {@link Staffing#SOON}, the earliest first
 */
public record Presence(
        String person, Duty duty, Optional<Instant> awayUntil, Optional<Instant> awayFrom, List<Expiry> expiring) {

    public enum Duty {
        ON_DUTY("值班"),
        OFF_DUTY("不当班"),
        NO_ROSTER("没有值班表");

        private final String label;

        Duty(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param lastDay on which the certificate counts */
    public record Expiry(Qualification qualification, LocalDate lastDay, boolean over) {}
}
