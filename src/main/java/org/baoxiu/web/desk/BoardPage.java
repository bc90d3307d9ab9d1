package org.baoxiu.web.desk;

import java.util.List;
import org.baoxiu.board.Board;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.Incidents;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The wall screen 看板 of the customer service centre; a script in the page asks for it again every few seconds. */
@StaffPage(title = "看板", path = "/board", place = 20)
class BoardPage {

    private final Board board;
    private final Names names;
    private final Staff staff;
    private final Incidents incidents;

    BoardPage(Board board, Names names, Staff staff, Incidents incidents) {
        this.board = board;
        this.names = names;
        this.staff = staff;
        this.incidents = incidents;
    }

    @GetMapping("/board")
    String board(Model model) {
        model.addAttribute("everySlip", staff.mayOpen(SlipReaders.ALL_SLIPS));
        OfficeScope scope = staff.scope();
        List<Incident> running = incidents.running().stream()
                .filter(one -> scope.covers(one.office()))
                .toList();
        model.addAttribute("screen", BoardScreen.of(board.look(scope), running, names));
        return "board";
    }
}
