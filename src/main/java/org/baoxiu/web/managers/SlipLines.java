package org.baoxiu.web.managers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.lists.SlipLine;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.web.desk.BoardLine;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The slips behind a figure, in the words of its readers. */
@Component
class SlipLines {

    /** @param colour of the promise */
    record Line(
            String number,
            String place,
            String subject,
            String state,
            String technician,
            String received,
            String promise,
            String colour) {}

    private static final int SLIPS = 50;

    private final SlipLists lists;
    private final Names names;

    SlipLines(SlipLists lists, Names names) {
        this.lists = lists;
        this.names = names;
    }

    /** Numbers of some slips, in the order in which they are shown. */
    interface Numbers {

        /** @param from the first one, counted from 0 */
        List<String> of(long from, int most);
    }

    /**
     * Puts one page of the slips behind a figure before its reader; behind the last page it is the last.
     *
     * @param definition what is counted
     * @param back       address of the figure, {@code address} of its slips
     * @return name of the view
     */
    String show(
            Model model,
            String title,
            String definition,
            String back,
            String address,
            long total,
            int page,
            Numbers numbers) {
        int pages = (int) Math.max(1, (total + SLIPS - 1) / SLIPS);
        int shown = Math.max(1, Math.min(page, pages));
        model.addAttribute("heading", title);
        model.addAttribute("definition", definition);
        model.addAttribute("back", back);
        model.addAttribute("address", address);
        model.addAttribute("total", total);
        model.addAttribute("pages", pages);
        model.addAttribute("page", shown);
        model.addAttribute("lines", of(numbers.of((shown - 1L) * SLIPS, SLIPS)));
        return "figure-slips";
    }

    private List<Line> of(List<String> numbers) {
        List<SlipLine> lines = lists.of(numbers);
        Map<String, String> known = names.of(lines.stream()
                .flatMap(line -> Optional.ofNullable(line.technician()).stream())
                .distinct()
                .toList());
        return lines.stream().map(line -> line(line, known)).toList();
    }

    private static Line line(SlipLine line, Map<String, String> known) {
        String technician = line.technician();
        return new Line(
                line.number(),
                line.office() + " " + Telephones.hiddenIn(line.place()),
                Telephones.hiddenIn(line.item() == null ? line.fault() : line.item()),
                line.state().label(),
                technician == null ? "未派人" : known.getOrDefault(technician, technician),
                Times.minute(line.receivedAt()),
                line.clock().map(BoardLine::promise).orElse("—"),
                line.clock().map(clock -> BoardLine.colour(clock.state())).orElse(""));
    }
}
