package org.baoxiu.web.register;

import java.time.Clock;
import java.time.LocalDate;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.PlaceSearch;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.people.OfficeRights;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.web.StaffPage;
import org.baoxiu.web.security.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Flats, public places and their people 房屋与业主, to be looked up; what changes them is at {@code /register-keep}. */
@StaffPage(title = "房屋与业主", path = "/register", place = 45)
@RequestMapping("/register")
class RegisterPage {

    private final PlaceSearch search;
    private final PlaceRegister places;
    private final RegisterByHand register;
    private final OfficeRegister offices;
    private final Staff staff;
    private final Clock clock;

    RegisterPage(
            PlaceSearch search,
            PlaceRegister places,
            RegisterByHand register,
            OfficeRegister offices,
            Staff staff,
            Clock clock) {
        this.search = search;
        this.places = places;
        this.register = register;
        this.offices = offices;
        this.staff = staff;
        this.clock = clock;
    }

    /** Whoever may only look sees no button. */
    @ModelAttribute("keeps")
    boolean keeps() {
        return staff.mayOpen(OfficeRights.REGISTER_KEEP);
    }

    /** @param page from 1, as people count */
    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int shown = Math.min(Math.max(page, 1), 100_000);
        OfficeScope scope = staff.scope();
        model.addAttribute("offices", scope.among(offices.names()));
        model.addAttribute("office", office);
        model.addAttribute("q", q);
        model.addAttribute("page", shown);
        model.addAttribute("found", search.find(office, q, shown - 1, true, scope));
        return "register";
    }

    @GetMapping("/places/{id}")
    String place(@PathVariable long id, Model model) {
        Place place = places.place(id)
                .filter(one -> staff.scope().covers(one.office()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("place", place);
        model.addAttribute(
                "people",
                register.people(id).stream()
                        .map(person -> PersonLine.of(person, today))
                        .toList());
        return "register-place";
    }
}
