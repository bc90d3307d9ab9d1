package org.baoxiu.lists;

import java.util.List;
import java.util.Map;
import org.baoxiu.board.ClockState;

/**
 * One page of a list.
 *
 * @param byPromise how many slips there are by their promise, whatever promise the filter asks for; nothing of slips that have ended
 * @param total     of all pages
 * @param page      counted from 1
 * @param most      lines of a page
 */
public record SlipPage(Map<ClockState, Long> byPromise, long total, int page, int most, List<SlipLine> lines) {

    /** How many lines come before a page. */
    static long first(int page, int most) {
        return (page - 1L) * most;
    }

    /** At least one, though it may be empty. */
    public int pages() {
        return (int) Math.max(1, (total + most - 1) / most);
    }
}
