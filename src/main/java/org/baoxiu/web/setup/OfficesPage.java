package org.baoxiu.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The offices 管理处 of the company: another one, or another telephone of one. */
@StaffPage
@RequestMapping("/setup/offices")
class OfficesPage {

    private final OfficeRegister offices;

    OfficesPage(OfficeRegister offices) {
        this.offices = offices;
    }

    @GetMapping
    String list(Model model) {
        return list(Office.named(""), model);
    }

    private String list(Office typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("offices", offices.all());
        return "setup-offices";
    }

    @PostMapping
    String add(Office typed, Model model, HttpServletResponse response) {
        try {
            offices.add(typed);
            return "redirect:/setup/offices";
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return list(typed, model);
        }
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, Model model) {
        return one(office(id), model);
    }

    private static String one(Office typed, Model model) {
        model.addAttribute("typed", typed);
        return "setup-office";
    }

    @PostMapping("/{id}")
    String change(@PathVariable long id, Office typed, Model model, HttpServletResponse response) {
        Office known = office(id);
        Office changed = new Office(id, known.name(), typed.telephone(), typed.address(), typed.emergencyLine());
        try {
            offices.change(changed);
            return "redirect:/setup/offices";
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return one(changed, model);
        }
    }

    private Office office(long id) {
        return offices.all().stream()
                .filter(office -> office.id() != null && office.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
