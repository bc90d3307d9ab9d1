package org.baoxiu.search;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.slip.SlipState;

/**
 * A slip that was found.
 *
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
        String fault,
        Optional<String> subject,
        Optional<String> technician,
        Optional<Reporter> reporter) {

    public record Reporter(String name, String telephone) {}
}
