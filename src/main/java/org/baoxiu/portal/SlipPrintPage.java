package org.baoxiu.portal;

import org.baoxiu.paper.SlipPrinter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The printed slip 维修服务通知单, for whoever works on slips (4.3.5). */
@Controller
class SlipPrintPage {

  private final SlipPrinter printer;

  SlipPrintPage(SlipPrinter printer) {
    this.printer = printer;
  }

  @GetMapping("/slips/{number}/print")
  ResponseEntity<byte[]> print(@PathVariable String number) {
    return PdfAnswer.of(number, printer.allCopies(number));
  }
}
