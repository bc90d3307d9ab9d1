package org.baoxiu.incident;

import java.time.Instant;

/**
 * Whoever has called about an incident.
 *
 * @param place   as it was said
 * @param said    what else, or empty
 * @param takenBy login name, or {@code 业主} for whoever did it on the page of owners
 */
public record IncidentCaller(
        long id, String name, String telephone, String place, String said, Instant at, String takenBy) {}
