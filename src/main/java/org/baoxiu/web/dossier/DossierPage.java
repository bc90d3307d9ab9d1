package org.baoxiu.web.dossier;

import java.util.Map;
import org.baoxiu.paper.PdfWriter;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.PdfAnswer;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.SlipReaders;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The slip on one page 维修单全貌, for whoever {@link SlipReaders} lets in. Once it has ended, only those who need every slip for
 * their work see the reporter's telephone: nobody else has anything to call about.
 */
@StaffPage
@RequestMapping("/slips/{number}")
class DossierPage {

    /** The application of whoever gives an owner a new link. */
    private static final String LINKS = "links";

    private final Dossiers dossiers;
    private final PdfWriter pdf;
    private final Staff staff;
    private final SlipReaders readers;

    DossierPage(Dossiers dossiers, PdfWriter pdf, Staff staff, SlipReaders readers) {
        this.dossiers = dossiers;
        this.pdf = pdf;
        this.staff = staff;
        this.readers = readers;
    }

    @GetMapping
    String page(@PathVariable String number, Model model) {
        model.addAttribute("dossier", dossier(number));
        model.addAttribute("mayLink", staff.mayOpen(LINKS));
        return "dossier";
    }

    @GetMapping("/dossier")
    ResponseEntity<byte[]> print(@PathVariable String number) {
        return PdfAnswer.of("dossier-" + number, pdf.write("dossier", Map.of("dossier", dossier(number))));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Rejection rejection, Model model) {
        model.addAttribute("reason", rejection.getMessage());
        return "no-slip";
    }

    private Dossier dossier(String number) {
        return dossiers.of(number, readers.seeTelephones(number));
    }
}
