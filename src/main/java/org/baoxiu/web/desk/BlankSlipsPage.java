package org.baoxiu.web.desk;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.baoxiu.paper.SlipPrinter;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.web.PdfAnswer;
import org.baoxiu.web.StaffPage;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Blank slips with numbers 空白维修单, which customer service prints before it needs them: without power nothing prints. */
@StaffPage(title = "空白维修单", path = "/blank-slips", place = 50)
class BlankSlipsPage {

    private final ReservedNumbers numbers;
    private final SlipPrinter printer;

    BlankSlipsPage(ReservedNumbers numbers, SlipPrinter printer) {
        this.numbers = numbers;
        this.printer = printer;
    }

    @GetMapping("/blank-slips")
    String page(Model model) {
        model.addAttribute(
                "unused", numbers.unused().stream().map(BlankSlipLine::of).toList());
        return "blank-slips";
    }

    /** @param count as it was typed */
    @PostMapping("/blank-slips")
    ResponseEntity<byte[]> print(Principal person, @RequestParam(defaultValue = "") String count) {
        List<String> reserved = numbers.reserve(number(count), new Person(person.getName(), Set.of()));
        return PdfAnswer.of("blank-slips", printer.blank(reserved));
    }

    private static int number(String count) {
        try {
            return Integer.parseInt(count.strip());
        } catch (NumberFormatException e) {
            throw Rejection.invalid("张数要填整数，请改正。");
        }
    }
}
