package org.baoxiu.web.desk;

import org.baoxiu.board.Board;
import org.baoxiu.shared.Names;
import org.baoxiu.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The wall screen 看板 of the customer service centre; a script in the page asks for it again every few seconds. */
@StaffPage(title = "看板", path = "/board", place = 20)
class BoardPage {

    private final Board board;
    private final Names names;

    BoardPage(Board board, Names names) {
        this.board = board;
        this.names = names;
    }

    @GetMapping("/board")
    String board(Model model) {
        model.addAttribute("screen", BoardScreen.of(board.look(), names));
        return "board";
    }
}
