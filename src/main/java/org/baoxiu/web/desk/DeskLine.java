package org.baoxiu.web.desk;

import java.util.Map;
import java.util.Optional;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.search.Hit;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * A slip that was found, as the desk writes it.
 *
 * @param placeId  of the register, null where it does not have the place
 * @param reporter name and telephone; empty for whoever may not see them
 * @param colour   the style of the line, by the promise that presses most
 * @param promise  how much time is left for what; empty when nothing is owed
 */
record DeskLine(
        String number,
        boolean ended,
        String office,
        String place,
        @Nullable Long placeId,
        String fault,
        String subject,
        String reporter,
        String state,
        String technician,
        String colour,
        String promise,
        String openedAt) {

    private static final int FAULT_LENGTH = 60;

    /** @param withPromises the same slip with its promises, none for one that has ended */
    static DeskLine of(Hit hit, @Nullable OpenSlip withPromises, Map<String, String> technicians) {
        Optional<OpenSlip> open = Optional.ofNullable(withPromises);
        return new DeskLine(
                hit.number(),
                hit.state().ended(),
                hit.office(),
                hit.place(),
                hit.placeId().orElse(null),
                Excerpt.of(hit.fault(), FAULT_LENGTH),
                hit.subject().orElse(""),
                hit.reporter()
                        .map(reporter -> reporter.name() + " " + reporter.telephone())
                        .orElse(""),
                hit.state().label(),
                hit.technician().map(technicians::get).orElse("未派人"),
                open.map(slip -> BoardLine.colour(slip.clockState())).orElse("ended"),
                open.flatMap(OpenSlip::clock).map(BoardLine::promise).orElse(""),
                Times.minute(hit.openedAt()));
    }
}
