package org.baoxiu.web.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.board.ClockState;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.board.SlipClock;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.slip.RepairClass;

/**
 * One slip as the board writes it. Whoever reported may have put a telephone number into the place or the fault: a wall is
 * no place for it.
 *
 * @param colour the style of the line
 * @param time   how much time is left or how long it is over
 * @param what   what has to be done by then, or why the clock is paused
 * @param number the running part of the slip's number, written larger than what is before it
 */
public record BoardLine(
        String colour,
        String time,
        String what,
        String place,
        String subject,
        boolean emergency,
        String repairClass,
        String state,
        String technician,
        String numberBefore,
        String number) {

    private static final int SUBJECT_LENGTH = 24;

    /**
     * @param names          of the technicians, by login name
     * @param severalOffices whether a place alone does not tell where it is
     */
    public static BoardLine of(OpenSlip slip, Map<String, String> names, boolean severalOffices) {
        int running = slip.number().lastIndexOf('-') + 1;
        return new BoardLine(
                colour(slip.clockState()),
                slip.clock().map(BoardLine::time).orElse("—"),
                slip.clock().map(BoardLine::what).orElse(ClockState.NONE.label()),
                Telephones.hiddenIn(slip.place()),
                (severalOffices ? slip.office() + " · " : "")
                        + Excerpt.of(Telephones.hiddenIn(slip.subject()), SUBJECT_LENGTH),
                slip.emergency(),
                repairClass(slip),
                slip.state().label(),
                Optional.ofNullable(slip.technician()).map(names::get).orElse("未派人"),
                slip.number().substring(0, running),
                slip.number().substring(running));
    }

    public static String colour(ClockState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has to be done, and how much time is left for it. */
    public static String promise(SlipClock clock) {
        return what(clock) + "：" + time(clock);
    }

    private static String time(SlipClock clock) {
        boolean now = clock.left().abs().toMinutes() == 0;
        return switch (clock.state()) {
            case OVERDUE -> now ? "刚刚超时" : TimeText.after("超时", clock.left());
            case PAUSED -> ClockState.PAUSED.label();
            default -> (now ? "" : "还剩 ") + TimeText.of(clock.left());
        };
    }

    private static String what(SlipClock clock) {
        return Optional.ofNullable(clock.why())
                .filter(why -> clock.state() == ClockState.PAUSED)
                .orElse(clock.kind().label());
    }

    /** Every class is one of repairs. */
    private static String repairClass(OpenSlip slip) {
        return RepairClass.labelOf(slip.repairClass()).replace("维修", "");
    }
}
