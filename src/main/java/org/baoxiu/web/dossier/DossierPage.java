package org.baoxiu.web.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.dispatch.OfficeSteps;
import org.baoxiu.paper.PdfWriter;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.Slips;
import org.baoxiu.web.FormRefusal;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
    /** Where else a remark is answered: the desk and the cards. */
    private static final String DESK = "/desk(/places)?(/[0-9]+)?([?#][^\\s]*)?";

    private final Staff staff;
    private final SlipReaders readers;
    private final Slips slips;
    private final OwnerRemarks remarks;
    private final OfficeSteps office;

    DossierPage(
            Dossiers dossiers,
            PdfWriter pdf,
            Staff staff,
            SlipReaders readers,
            Slips slips,
            OwnerRemarks remarks,
            OfficeSteps office) {
        this.dossiers = dossiers;
        this.pdf = pdf;
        this.staff = staff;
        this.readers = readers;
        this.slips = slips;
        this.remarks = remarks;
        this.office = office;
    }

    @GetMapping
    String page(@PathVariable String number, HttpServletRequest request, Model model) {
        Dossier dossier = dossier(number);
        model.addAttribute("dossier", dossier);
        model.addAttribute("mayLink", staff.mayOpen(LINKS));
        model.addAttribute(
                "toAnswer",
                mayAnswer(request.getRemoteUser(), number)
                        ? remarks.of(number).stream()
                                .filter(remark -> remark.answer() == null)
                                .toList()
                        : List.of());
        return "dossier";
    }

    @PostMapping("/remarks/{remark}")
    String answer(
            @PathVariable String number,
            @PathVariable long remark,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String person = request.getRemoteUser();
        try {
            if (!mayAnswer(person, number)) {
                throw Rejection.forbidden("业主的留言由客服、主管、主任或这张单的维修人员答复。");
            }
            remarks.answer(number, remark, answer, new Person(person, Set.of()));
            return "redirect:" + (back.matches(DESK) ? back : "/slips/" + number + "#remarks");
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            model.addAttribute("answer", answer);
            return page(number, request, model);
        }
    }

    private boolean mayAnswer(String person, String number) {
        return office.mayTell(person) || person.equals(slips.get(number).technician());
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
