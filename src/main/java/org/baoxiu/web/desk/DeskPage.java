package org.baoxiu.web.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.board.Board;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.search.Found;
import org.baoxiu.search.Hit;
import org.baoxiu.search.SlipSearch;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk 服务台: one field that finds a slip while somebody is at the telephone. A telephone system opens it with the caller's number. */
@StaffPage(title = "服务台", path = "/desk", place = 5)
class DeskPage {

    private final SlipSearch search;
    private final Board board;
    private final Names names;
    private final Staff staff;

    DeskPage(SlipSearch search, Board board, Names names, Staff staff) {
        this.search = search;
        this.board = board;
        this.names = names;
        this.staff = staff;
    }

    @GetMapping("/desk")
    String desk(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String telephone, Model model) {
        return answer(Texts.isBlank(q) ? telephone : q, model, "desk");
    }

    /** What the page's script puts below the field as somebody types. */
    @GetMapping("/desk/hits")
    String hits(@RequestParam(defaultValue = "") String q, Model model) {
        return answer(q, model, "desk :: hits");
    }

    private String answer(String typed, Model model, String view) {
        Found found = search.find(typed, staff.mayOpen(SlipReaders.ALL_SLIPS));
        model.addAttribute("typed", typed);
        model.addAttribute("asked", !Texts.isBlank(typed));
        model.addAttribute("lines", lines(found.hits()));
        model.addAttribute("more", found.more());
        return view;
    }

    private List<DeskLine> lines(List<Hit> hits) {
        Map<String, OpenSlip> open = board.open(hits.stream().map(Hit::number).toList()).stream()
                .collect(Collectors.toMap(OpenSlip::number, Function.identity()));
        Map<String, String> technicians = names.of(hits.stream()
                .flatMap(hit -> hit.technician().stream())
                .distinct()
                .toList());
        return hits.stream()
                .map(hit -> DeskLine.of(hit, open.get(hit.number()), technicians))
                .toList();
    }
}
