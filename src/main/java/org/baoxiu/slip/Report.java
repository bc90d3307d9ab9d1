package org.baoxiu.slip;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What somebody reported (S1, S2, 4.3.1.1, 4.3.1.2).
 *
 * @param receivedAt when the request truly reached the office; earlier than the opening of the slip for letters, faxes
 *                   and late entries (4.7.8); kept to the millisecond, as the record and the clocks that run from it are
 */
public record Report(
        String office,
        Channel channel,
        Area area,
        String reporterName,
        String reporterPhone,
        String place,
        String fault,
        Instant receivedAt) {

    public Report {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    Report with(String fault, String reporterPhone) {
        return new Report(office, channel, area, reporterName, reporterPhone, place, fault, receivedAt);
    }
}
