package org.baoxiu.web.desk;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.board.Board;
import org.baoxiu.board.ClockState;
import org.baoxiu.board.MissedClock;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.incident.Incident;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;

/**
 * The wall screen: as many lines as can be read from five metres on a screen of 1920×1080, and how many there are besides.
 *
 * @param large     few enough lines to write them larger
 * @param hidden    how many open slips have no line
 * @param missed    the latest of today's missed promises
 * @param incidents of the faults that concern many and run, those that began first
 */
record BoardScreen(
        String date,
        String time,
        int total,
        List<Count> counts,
        List<BoardLine> lines,
        boolean large,
        int hidden,
        int missedTotal,
        List<Missed> missed,
        int incidentsTotal,
        List<String> incidents) {

    static final int LINES = 9;
    private static final int LARGE_LINES = 5;
    private static final int MISSED_LINES = 6;
    private static final int INCIDENT_LINES = 2;
    private static final int WORDS_LENGTH = 60;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M月d日 EEEE", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    record Count(String colour, String label, long number) {}

    /** @param outcome how late it was kept, or that it still is not */
    record Missed(String time, String what, String place, String number, String outcome, boolean open) {

        static Missed of(MissedClock clock) {
            return new Missed(
                    clock.dueAt().atZone(ZoneId.systemDefault()).format(TIME),
                    clock.kind().label(),
                    Telephones.hiddenIn(clock.place()),
                    clock.slipNumber(),
                    TimeText.after(clock.kept() ? "迟" : "仍未完成，已迟", clock.late()),
                    !clock.kept());
        }
    }

    static BoardScreen of(Board.Look look, List<Incident> running, Names names) {
        List<OpenSlip> shown = look.open().stream().limit(LINES).toList();
        Map<String, String> technicians = names.of(shown.stream()
                .map(OpenSlip::technician)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        boolean severalOffices =
                look.open().stream().map(OpenSlip::office).distinct().count() > 1;
        ZonedDateTime local = look.at().atZone(ZoneId.systemDefault());
        return new BoardScreen(
                local.format(DATE),
                local.format(TIME),
                look.open().size(),
                counts(look.open()),
                shown.stream()
                        .map(slip -> BoardLine.of(slip, technicians, severalOffices))
                        .toList(),
                shown.size() <= LARGE_LINES,
                look.open().size() - shown.size(),
                look.missedToday().size(),
                look.missedToday().stream()
                        .limit(missedLines(running.size()))
                        .map(Missed::of)
                        .toList(),
                running.size(),
                running.stream()
                        .limit(INCIDENT_LINES)
                        .map(one -> Excerpt.of(
                                (severalOffices ? one.office() + " · " : "") + one.words(look.at()), WORDS_LENGTH))
                        .toList());
    }

    /** Where there are incidents, they and their heading take the place of as many lines. */
    private static int missedLines(int incidents) {
        return incidents == 0 ? MISSED_LINES : MISSED_LINES - 1 - Math.min(incidents, INCIDENT_LINES);
    }

    private static List<Count> counts(List<OpenSlip> open) {
        return Arrays.stream(ClockState.values())
                .map(state -> new Count(
                        BoardLine.colour(state),
                        state.label(),
                        open.stream().filter(slip -> slip.clockState() == state).count()))
                .toList();
    }
}
