package org.baoxiu.incident;

import java.util.Objects;

/**
 * What somebody has typed of an incident.
 *
 * @param places  buildings, units and public places, by commas; 整个小区 for all
 * @param planned whether it is announced before it begins
 * @param begins  empty for now
 * @param expected when it is expected to be over; empty while nobody knows
 * @param slip    number of the slip that repairs it, or empty
 */
public record Declaration(
        String office, String places, String what, boolean planned, String begins, String expected, String slip) {

    /** What a form did not send is empty. */
    public Declaration {
        office = Objects.requireNonNullElse(office, "");
        places = Objects.requireNonNullElse(places, "");
        what = Objects.requireNonNullElse(what, "");
        begins = Objects.requireNonNullElse(begins, "");
        expected = Objects.requireNonNullElse(expected, "");
        slip = Objects.requireNonNullElse(slip, "");
    }
}
