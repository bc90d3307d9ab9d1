package org.baoxiu.search;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.slip.SlipState;

/**
 * A slip that was found.
 *
 * @param placeId    the flat or public place of the register; empty where it has none
 * @param subject    the item of the catalogue; empty until it is known
 * @param technician login name; empty while nobody has it
 * @param reporter   empty for whoever may not see people
 */
public record Hit(
        String number,
        SlipState state,
        Instant openedAt,
        String office,
        String place,
        Optional<Long> placeId,
        String fault,
        Optional<String> subject,
        Optional<String> technician,
        Optional<Reporter> reporter) {

    public record Reporter(String name, String telephone) {}
}
