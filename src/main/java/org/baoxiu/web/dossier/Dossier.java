package org.baoxiu.web.dossier;

import java.util.List;
import org.baoxiu.owner.SevenSteps;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one slip, in the words of its readers; what is not known yet has no line.
 *
 * @param facts   what the slip is about
 * @param remarks what people wrote down on the way
 * @param work    tables of who did what, what was promised, what it costs
 * @param ties    other slips that it was joined with or split from
 * @param chain   the repairs of which this one is a part
 * @param record  tables of what was said and what happened
 */
record Dossier(
        String number,
        String state,
        boolean ended,
        SevenSteps steps,
        List<Fact> facts,
        List<Fact> remarks,
        List<Table> work,
        List<Picture> pictures,
        List<Link> ties,
        List<Link> chain,
        List<Table> record) {

    /** @param kind what the picture shows, beside by whom and when */
    record Picture(long id, String kind, String taken) {}

    /** @param number none in a line about this very slip */
    record Link(@Nullable String number, String text) {}
}
