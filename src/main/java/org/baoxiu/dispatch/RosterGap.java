package org.baoxiu.dispatch;

import java.time.Instant;

/**
 * Nobody is on duty for a group of an office from one moment to another, though there is a roster.
 *
 * @param planned whether somebody follows; otherwise the roster ends here, and the end of the gap is how far one looks ahead
 */
public record RosterGap(String office, String team, Instant startsAt, Instant endsAt, boolean planned) {}
