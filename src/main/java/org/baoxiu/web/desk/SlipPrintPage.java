package org.baoxiu.web.desk;

import org.baoxiu.paper.SlipPrinter;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.PdfAnswer;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The printed slip 维修服务通知单, for whoever works on slips (4.3.5). Every print gives the owner's copy a link of its own, so
 * that it takes a form: to follow a link changes nothing.
 */
@StaffPage
class SlipPrintPage {

    private final SlipPrinter printer;
    private final Slips slips;
    private final SlipReaders readers;

    SlipPrintPage(SlipPrinter printer, Slips slips, SlipReaders readers) {
        this.printer = printer;
        this.slips = slips;
        this.readers = readers;
    }

    @GetMapping("/slips/{number}/print")
    String page(@PathVariable String number, Model model) {
        model.addAttribute("number", slips.get(number).number());
        return "print-slip";
    }

    @PostMapping("/slips/{number}/print")
    ResponseEntity<byte[]> print(@PathVariable String number) {
        return PdfAnswer.of(number, printer.allCopies(number, readers.seeTelephones(number)));
    }
}
